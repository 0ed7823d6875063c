/** The words of the engine that processes of several regimes use: bodies in turn, parties, clocks that follow, standing periods. */
import { describe, expect, it } from 'vitest';
import { acting, at, PaperCase, people, person, START, SUBJECT } from '../../test/support/engine-samples.ts';
import type { ShStoreValues } from '../../rules/sh-store/config.ts';
import { text } from '../../rules/text.ts';
import type { Day } from '../../rules/time/index.ts';
import { contractsOf, defineProcess } from './define.ts';
import * as engine from './engine.ts';
import { handling, party } from './grants.ts';
import { Step } from './step.ts';

const cite = { clause: 'X 1', requirement: 'XC-05.5' } as const;

/** Two bodies handle it in turn; two parties; a clock that comes again; one that a child follows. */
const turns = contractsOf<{ rules: ShStoreValues; readings: object; writes: object }>('SH_STORE')<{
  opening: { anchor?: Day };
  facts: { anchor: Day };
  inputs: object;
}>()({
  kind: 'turns',
  prefix: 'trn',
  mark: '词',
  title: text('轮流承办', 'In turn'),
  parties: {
    complainant: { title: text('投诉人', 'Complainant'), roles: ['consumer', 'contact'] },
    respondent: { title: text('被投诉人', 'Respondent'), roles: ['provider'] },
    department: { title: text('推荐部门', 'Department'), roles: ['district'], follows: true },
  },
  bodies: { platform: text('平台', 'Platform'), province: text('主管部门', 'Department') },
  handledBy: { SECOND: 'province' },
  stages: { FIRST: text('平台', 'First'), SECOND: text('部门', 'Second') },
  outcomes: { DONE: text('办结', 'Done') },
  tasks: { decide: { title: text('办理', 'Decide'), role: 'reviewer' } },
  notices: {},
  deadlines: {
    yearly: { title: text('年度核实', 'Yearly check'), consequence: text('暂停', 'Suspended'), ladder: [], ...cite },
    limit: { title: text('期限', 'Limit'), consequence: text('终止', 'Ended'), ladder: [], ...cite },
  },
  actions: {
    escalate: {
      title: text('上报', 'Escalate'),
      event: 'ESCALATED',
      by: [party('complainant')],
      at: ['FIRST'],
      ...cite,
    },
    answer: {
      title: text('答复', 'Answer'),
      event: 'ANSWERED',
      by: [party('respondent')],
      at: ['FIRST', 'SECOND'],
      ...cite,
    },
    settle: {
      title: text('办结', 'Settle'),
      event: 'SETTLED',
      by: [handling('reviewer')],
      at: ['FIRST', 'SECOND'],
      ...cite,
    },
    transfer: {
      title: text('移送', 'Transfer'),
      event: 'TRANSFERRED',
      by: [handling('reviewer')],
      at: ['FIRST'],
      ...cite,
    },
  },
});

const process = defineProcess(turns, {
  facts: ({ anchor = '2025-09-26' }) => ({ anchor }),
  open(step) {
    step.openTask('decide');
    step.startStanding('yearly', step.facts.anchor, 12);
  },
  due: {
    yearly: (step) => step.startStanding('yearly', step.facts.anchor, 12),
    limit: (step) => step.close('DONE'),
  },
  actions: {
    escalate: (step) => step.moveTo('SECOND'),
    answer: () => undefined,
    settle: (step) => step.close('DONE'),
    transfer: (step) => step.setBody('platform', { bodyId: 'window-b', region: 'HN/B' }),
  },
});

const bodies = { province: { bodyId: 'department', region: 'HN' } };
const parties = { complainant: ['contact:c-1'], respondent: ['91310104MA1FR2CD85'], department: ['unit:sh-pudong'] };
const contact = person('c-1', { role: 'contact', party: 'contact:c-1' });
const officer = person('officer', { role: 'reviewer', bodyId: 'department', region: 'HN' });

function opened(opening: object = {}) {
  return new PaperCase<{ anchor: Day }>(process, opening, { id: 'trn-1', bodies, parties });
}

function allowed(onPaper: PaperCase<{ anchor: Day }>, action: string, who: Parameters<PaperCase['act']>[1]): string {
  try {
    return engine.checkAction(process, onPaper.state, action, who).actor.role;
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
}

describe('parties', () => {
  it('XC-05.5 whom a case is about may read of it later: from when it is told, and no more of it before', () => {
    const { complainant } = turns.parties;
    const told = (toldLater: boolean) => {
      const contract = { ...turns, parties: { ...turns.parties, complainant: { ...complainant, toldLater } } };
      const actions = { ...process.actions, settle: (step: Step) => step.addParty('complainant', SUBJECT) };
      const onPaper = new PaperCase({ ...process, contract, actions }, {}, { id: 'trn-1', bodies });
      expect(onPaper.state.parties['complainant']).toEqual([SUBJECT]);
      return onPaper.act('settle', people.reviewer).partiesChanged;
    };
    expect([told(true), told(false)]).toEqual([true, false]);
  });

  it('XC-05.5 act as who they are in the case, whatever else they hold', () => {
    const onPaper = opened();
    expect(allowed(onPaper, 'escalate', contact)).toBe('complainant');
    expect(allowed(onPaper, 'answer', people.otherProvider)).toBe('respondent');
    expect(allowed(onPaper, 'answer', people.provider)).toBe('OUT_OF_SCOPE');
    expect(allowed(onPaper, 'escalate', person('c-2', { role: 'contact', party: 'contact:c-2' }))).toBe('OUT_OF_SCOPE');
    const both = person(
      'two',
      { role: 'consumer', party: 'person:two' },
      { role: 'provider', party: '91310104MA1FR2CD85' },
    );
    expect([allowed(onPaper, 'answer', both), allowed(onPaper, 'escalate', both)]).toEqual([
      'respondent',
      'OUT_OF_SCOPE',
    ]);
  });

  it('XC-05.5 a member of another role does not act for a party, nor does an office that no grant names', () => {
    const onPaper = opened();
    expect(allowed(onPaper, 'answer', person('x', { role: 'consumer', party: '91310104MA1FR2CD85' }))).toBe(
      'NOT_ALLOWED',
    );
    expect(allowed(onPaper, 'settle', person('y', { role: 'authority', bodyId: 'sh-centre', region: 'SH' }))).toBe(
      'NOT_ALLOWED',
    );
    expect(allowed(onPaper, 'settle', person('nobody'))).toBe('NOT_ALLOWED');
  });
});

describe('bodies in turn', () => {
  it('XC-05.5 the stage says who handles the case: tasks, actions and the timeline follow', () => {
    const onPaper = opened();
    onPaper.act('claimTask', people.reviewer, { task: 'decide' });
    expect([allowed(onPaper, 'settle', people.reviewer), allowed(onPaper, 'settle', officer)]).toEqual([
      'reviewer',
      'OUT_OF_SCOPE',
    ]);
    const { state, tasks } = onPaper.act('escalate', contact);
    expect(state).toMatchObject({ bodyId: 'department', region: 'HN' });
    expect(tasks).toMatchObject([{ name: 'decide', assigneeId: null, closed: false }]);
    expect(onPaper.told).toContain('CASE_HANDED_OVER');
    expect(onPaper.last.lines).toContainEqual(
      expect.objectContaining({
        type: 'TASK_RELEASED',
        detail: expect.objectContaining({ task: 'decide', heldBy: 'reviewer' }) as unknown,
      }),
    );
    expect([allowed(onPaper, 'settle', people.reviewer), allowed(onPaper, 'settle', officer)]).toEqual([
      'OUT_OF_SCOPE',
      'reviewer',
    ]);
  });

  it('HN-NET-20.1 another body takes the place of the one a case was sent to', () => {
    const onPaper = opened();
    onPaper.act('transfer', people.reviewer);
    expect(onPaper.state).toMatchObject({
      bodyId: 'window-b',
      region: 'HN/B',
      bodies: { platform: { bodyId: 'window-b' } },
    });
    expect(allowed(onPaper, 'settle', people.reviewer)).toBe('OUT_OF_SCOPE');
  });

  it('stays with the body that closed it', () => {
    const onPaper = opened();
    onPaper.act('escalate', contact);
    onPaper.act('settle', officer);
    expect(onPaper.state).toMatchObject({ outcome: 'DONE', bodyId: 'department' });
  });
});

describe('a standing period', () => {
  it('HN-NET-06.1 comes again each year, counted from its anchor, for as long as the case is open', () => {
    const onPaper = opened({ anchor: '2024-02-29' });
    const woken = onPaper.liveUntil(at('2029-01-01 00:00'));
    expect(woken).toEqual(['2026-03-01', '2027-03-01', '2028-03-01'].map((day) => at(`${day} 00:00`)));
    expect(onPaper.deadline('yearly')?.entry).toBe(4);
  });
});

describe('a clock that follows another case’s', () => {
  const clock = { period: { unit: 'workingDays', n: 5 }, startedAt: START, pauses: [] } as const;
  const tell = (onPaper: PaperCase<{ anchor: Day }>, status: string, more: object = {}, now = START) =>
    onPaper.act('clockFollowed', people.otherCase, { deadline: 'limit', status, clock: { ...clock, ...more } }, now);

  it('XC-02.3 starts, rests, runs on and moves with it, and never passes of itself', () => {
    const onPaper = opened({ following: { limit: clock } });
    expect(onPaper.deadline('limit')).toMatchObject({ lastDay: '2025-10-10', follows: true });
    const pause = { from: at('2025-09-29 10:00'), to: null, cause: text('等待审核', 'in review') };
    tell(onPaper, 'PAUSED', { pauses: [pause] }, at('2025-09-29 10:00'));
    expect(onPaper.deadline('limit')?.dueAt).toBeNull();
    expect(onPaper.last.lines[0]?.title).toEqual(
      text(
        '中止计时：期限，自 2025年9月29日 10:00 起（等待审核）',
        'Clock suspended: Limit, since 10:00 on Monday 29 September 2025 (in review)',
      ),
    );
    tell(onPaper, 'OPEN', { pauses: [{ ...pause, to: at('2025-09-30 10:00') }] }, at('2025-09-30 10:00'));
    expect(onPaper.deadline('limit')?.lastDay).toBe('2025-10-11');
    expect(onPaper.liveUntil(at('2025-12-31 00:00'))).toEqual([]);
    tell(onPaper, 'PASSED', {}, at('2025-10-12 00:00'));
    expect(onPaper.state.outcome).toBe('DONE');
    expect(onPaper.told.filter((type) => type.startsWith('DEADLINE_'))).toEqual([
      ...[
        'DEADLINE_SET',
        'DEADLINE_SET',
        'DEADLINE_PAUSED',
        'DEADLINE_RESUMED',
        'DEADLINE_PASSED',
        'DEADLINE_CANCELLED',
      ],
    ]);
  });

  it('XC-02.3 is not moved by a calendar of its own: the case it follows has moved it', () => {
    const onPaper = opened({ following: { limit: clock } });
    const before = onPaper.deadline('limit');
    const calendar = { ...onPaper.state.calendar, version: 99 };
    onPaper.changeCalendar(calendar, at('2025-09-27 10:00'));
    expect(onPaper.deadline('limit')).toEqual(before);
  });

  it('is told to the followers first of all, once a step, and not to one that the step has just opened', () => {
    const onPaper = opened();
    const step = new Step(turns, onPaper.state, START, acting(people.reviewer));
    step.startDeadline('limit', { unit: 'workingDays', n: 5 });
    step.open(turns, {}, { following: { limit: 'limit' }, parties: { complainant: [SUBJECT] } });
    const { openings, messages, state } = step.transition();
    expect(openings).toMatchObject([
      { id: 'trn-1-2', kind: 'turns', opening: { following: { limit: { startedAt: START } } } },
    ]);
    expect(messages).toEqual([]);
    const later = new Step(turns, state, at('2025-09-29 10:00'), acting(people.reviewer));
    later.tell('other-1', turns, 'answer');
    later.pauseDeadline('limit', text('等待', 'waiting'));
    later.resumeDeadline('limit');
    expect(later.transition().messages).toMatchObject([
      { id: 'trn-1:3:0', to: 'trn-1-2', action: 'clockFollowed', input: { deadline: 'limit', status: 'OPEN' } },
      { id: 'trn-1:3:1', to: 'other-1', action: 'answer' },
    ]);
  });
});

it('XC-06.1 a case opened from a case has its own parties, bodies, regime and subject where it is told so', () => {
  const onPaper = opened();
  const step = new Step(turns, onPaper.state, START, acting(people.reviewer));
  step.open(
    turns,
    {},
    {
      about: 'window:w-1',
      subject: '91310104MA1FR2CD85',
      parties: { complainant: ['person:p-1'] },
      bodies: { platform: { bodyId: 'hn-hub', region: 'HN' }, ...bodies },
    },
  );
  expect(step.transition().openings).toMatchObject([
    {
      regime: 'SH_STORE',
      stage: 'FIRST',
      subject: '91310104MA1FR2CD85',
      about: 'window:w-1',
      parties: { complainant: ['person:p-1'] },
      bodyId: 'hn-hub',
      region: 'HN',
    },
  ]);
});
