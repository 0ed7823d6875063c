/** Covers and conflicts of interest in a case (XC-05.5): who acts in whose office, and who may not handle it. */
import { describe, expect, it } from 'vitest';
import { PaperCase, people, person, sampleProcess, START, SUBJECT } from '../../test/support/engine-samples.ts';
import type { CoveredHolder, Office } from '../../rules/roles.ts';

const centre = { bodyId: 'sh-centre', region: 'SH' } as const;
const away: CoveredHolder = { id: 'reviewer', lastDay: '2025-10-10', rule: '《值班办法》第三条', interests: [] };
const reviewerOffice: Office = { role: 'reviewer', ...centre };

/** Somebody of the centre who acts in the office of the reviewer who is away. */
const cover = person(
  'cover',
  { role: 'district', bodyId: 'sh-pudong', region: 'SH/PUDONG' },
  { ...reviewerOffice, covering: away },
);
/** A reviewer of the centre who covers for another one. */
const both = person('both', reviewerOffice, { ...reviewerOffice, covering: away });

function toCheck(helper?: string) {
  const one = new PaperCase(sampleProcess, helper === undefined ? {} : { helper });
  one.act('handIn', people.provider, { note: '已交' });
  return one;
}

const code = (expected: string) => expect.objectContaining({ code: expected });

describe('XC-05.5 cover', () => {
  it('the line says who acts for whom, until when and under which rule', () => {
    const one = toCheck();
    const { lines } = one.act('accept', cover);
    expect(lines[0]?.actor).toEqual({
      kind: 'person',
      id: 'cover',
      role: 'reviewer',
      covering: { id: 'reviewer', lastDay: '2025-10-10', rule: '《值班办法》第三条' },
    });
  });

  it('reaches no further than the office that is covered', () => {
    const district = { ...reviewerOffice, region: 'SH/PUDONG', covering: away };
    expect(() => toCheck().act('accept', person('cover', district))).toThrow(code('OUT_OF_SCOPE'));
    const manager = { role: 'manager', ...centre, covering: away } as const;
    expect(() => toCheck().act('accept', person('cover', manager))).toThrow(code('NOT_ALLOWED'));
  });

  it.each(['cover', 'reviewer'])('four eyes looks through: what %s did keeps the cover out', (did) => {
    expect(() => toCheck(did).act('accept', cover)).toThrow(code('FOUR_EYES'));
  });

  it('who may act in their own office acts in that one, whatever the absent one did', () => {
    expect(toCheck('reviewer').act('accept', both).lines[0]?.actor).toEqual({
      kind: 'person',
      id: 'both',
      role: 'reviewer',
    });
  });

  it('what the cover did is done by the absent one too', () => {
    const one = toCheck();
    one.act('claimTask', cover, { task: 'check' });
    expect(one.state.tasks).toMatchObject([{ assigneeId: 'cover' }]);
    expect(() => one.act('accept', people.reviewer2)).toThrow(code('TASK_OF_ANOTHER'));
  });

  it('a task that the absent one holds is the cover’s to do, to take and to give back', () => {
    const held = () => {
      const one = toCheck();
      one.act('claimTask', people.reviewer, { task: 'check' });
      return one;
    };
    expect(() => held().act('accept', people.reviewer2)).toThrow(code('TASK_OF_ANOTHER'));
    expect(held().act('accept', both).lines[0]?.actor.covering).toMatchObject({ id: 'reviewer' });
    expect(held().act('claimTask', both, { task: 'check' }).state.tasks).toMatchObject([{ assigneeId: 'both' }]);
    expect(held().act('releaseTask', cover, { task: 'check' }).state.tasks).toMatchObject([{ assigneeId: null }]);
    expect(() => held().act('releaseTask', people.reviewer2, { task: 'check' })).toThrow(code('TASK_OF_ANOTHER'));
  });
});

describe('XC-05.5 conflict of interest', () => {
  const actsForIt = person('insider', reviewerOffice, { role: 'provider', party: SUBJECT });
  const declared = { ...person('declared', reviewerOffice), interests: [SUBJECT] };
  const coversOne = person('cover', { ...reviewerOffice, covering: { ...away, interests: [SUBJECT] } });

  it.each([
    ['acts for the party', actsForIt],
    ['has an interest on record', declared],
    ['covers for somebody who has one', coversOne],
  ])('who %s neither takes the task nor decides', (_why, who) => {
    const one = toCheck();
    const { state } = one;
    for (const [action, input] of [
      ['claimTask', { task: 'check' }],
      ['accept', {}],
      ['turnDown', { reason: '不符' }],
      ['rest', {}],
    ] as const) {
      if (action === 'rest') continue;
      expect(() => one.act(action, who, input), action).toThrow(code('CONFLICT_OF_INTEREST'));
    }
    expect(one.state).toBe(state);
  });

  it('who has an interest still acts for the party itself', () => {
    const one = new PaperCase(sampleProcess);
    expect(one.act('handIn', { ...actsForIt, interests: [SUBJECT] }, { note: '已交' }).lines[0]?.actor.role).toBe(
      'applicant',
    );
  });

  it('an interest in another party keeps nobody out', () => {
    const other = { ...person('free', reviewerOffice), interests: ['91310104MA1FR2CD85'] };
    expect(toCheck().act('accept', other).state.outcome).toBe('DONE');
  });

  it('who covers for somebody with an interest and may decide in their own office does so', () => {
    const free = person('free', reviewerOffice, { ...reviewerOffice, covering: { ...away, interests: [SUBJECT] } });
    expect(toCheck().act('accept', free).lines[0]?.actor.covering).toBeUndefined();
  });

  it('who took part and declares an interest is told on the timeline without a name, and a manager decides what stands', () => {
    const one = toCheck();
    const declare = (account: string) => one.act('interestDeclared', people.otherCase, { account });
    const settle = () => one.act('settleInterest', people.manager, { reason: '意见与其无关，仍然有效。' });
    expect(settle).toThrow(code('NOT_NOW'));
    const { lines, tasks } = declare('helper');
    expect(lines.map(({ type }) => type)).toEqual(['PARTICIPANT_INTERESTED', 'TASK_OPENED']);
    expect(JSON.stringify(lines)).not.toContain('helper');
    expect(tasks).toMatchObject([{ name: 'lookIntoInterest', role: 'manager', detail: { accounts: ['helper'] } }]);
    expect(declare('other').tasks).toMatchObject([{ detail: { accounts: ['helper', 'other'] } }]);
    expect(() => one.act('settleInterest', people.reviewer, { reason: '无关。' })).toThrow(code('NOT_ALLOWED'));
    expect(settle().lines[0]?.title.zh).toContain('仍然有效');
    expect(one.state.tasks.map(({ name }) => name)).not.toContain('lookIntoInterest');
    one.act('accept', people.reviewer);
    expect(declare('helper').lines.map(({ type }) => type)).toEqual(['PARTICIPANT_INTERESTED']);
  });

  it('what somebody holds who has come to have an interest goes back to the queue, and the line says why', () => {
    const one = toCheck();
    one.act('claimTask', people.reviewer, { task: 'check' });
    const office = { ...reviewerOffice };
    one.act('holderLeft', people.otherCase, { account: 'reviewer', offices: [office], interests: ['other'] });
    expect(one.state.tasks).toMatchObject([{ assigneeId: 'reviewer' }]);
    const { lines } = one.act(
      'holderLeft',
      people.otherCase,
      { account: 'reviewer', offices: [office], interests: [SUBJECT] },
      START,
    );
    expect(one.state.tasks).toMatchObject([{ assigneeId: null }]);
    expect(lines[0]?.title.zh).toContain('利益关系');
  });
});
