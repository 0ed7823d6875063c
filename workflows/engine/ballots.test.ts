/** Ballots: decisions of several persons, one vote each (XC-05.5). */
import { describe, expect, it } from 'vitest';
import { at, PaperCase, people, person, START } from '../../test/support/engine-samples.ts';
import type { ShStoreValues } from '../../rules/sh-store/config.ts';
import { text } from '../../rules/text.ts';
import { contractsOf, defineProcess } from './define.ts';
import { handling } from './grants.ts';
import type { Vote } from './state.ts';

const cite = { clause: 'X 1', requirement: 'XC-05.5' } as const;
const staff = [handling('reviewer'), handling('manager')] as const;

/** A removal that one person proposes and another countersigns or returns, and a panel of three. */
const contract = contractsOf<{ rules: ShStoreValues; readings: object; writes: object }>('SH_STORE')<{
  opening: object;
  facts: { proposed: string | null };
  inputs: {
    propose: { reason: string };
    countersign: { reason?: string };
    sendBack: { reason: string };
    vote: { vote: Vote; reason?: string };
  };
}>()({
  kind: 'balloted',
  prefix: 'blt',
  mark: '决',
  title: text('表决样例', 'With ballots'),
  parties: { store: { title: text('店铺', 'Store'), roles: ['provider'] } },
  stages: { OPEN: text('办理', 'Open'), PROPOSED: text('待会签', 'To countersign'), PANEL: text('评议', 'Panel') },
  outcomes: { REMOVED: text('清退', 'Removed'), KEPT: text('保留', 'Kept') },
  tasks: { countersign: { title: text('会签', 'Countersign'), role: 'reviewer' } },
  notices: {},
  deadlines: {},
  ballots: {
    removal: { title: text('清退', 'Removal'), voters: 2, rule: 'ALL' },
    panel: {
      title: text('评议', 'Panel'),
      voters: 3,
      rule: 'MAJORITY',
      notBy: ['proposer'],
      mayChange: true,
      secret: true,
    },
  },
  actions: {
    propose: {
      title: text('提出清退', 'Propose'),
      event: 'PROPOSED',
      by: staff,
      at: ['OPEN'],
      ballot: 'removal',
      ...cite,
    },
    countersign: {
      title: text('会签', 'Countersign'),
      event: 'COUNTERSIGNED',
      by: staff,
      at: ['PROPOSED'],
      ballot: 'removal',
      task: 'countersign',
      ...cite,
    },
    sendBack: {
      title: text('退回', 'Send back'),
      event: 'SENT_BACK',
      by: staff,
      at: ['PROPOSED'],
      ballot: 'removal',
      task: 'countersign',
      ...cite,
    },
    correct: { title: text('更正事实', 'Correct'), event: 'CORRECTED', by: ['case'], at: ['*'], ...cite },
    callPanel: { title: text('召集评议', 'Call a panel'), event: 'PANEL_CALLED', by: staff, at: ['OPEN'], ...cite },
    vote: {
      title: text('表决', 'Vote'),
      event: 'VOTED',
      by: staff,
      at: ['PANEL'],
      ballot: 'panel',
      withholds: ['vote', 'reason'],
      ...cite,
    },
    giveUp: { title: text('终止', 'Give up'), event: 'GIVEN_UP', by: staff, at: ['*'], ...cite },
  },
});

const process = defineProcess(contract, {
  sentences: { vote: () => null },
  facts: () => ({ proposed: null }),
  open: () => undefined,
  due: {},
  actions: {
    propose(step, { reason }) {
      step.facts.proposed = reason;
      step.participate('proposer');
      step.openBallot('removal');
      step.vote('removal', 'FOR', reason);
      step.openTask('countersign');
      step.moveTo('PROPOSED');
    },
    countersign(step, { reason }) {
      if (step.vote('removal', 'FOR', reason) === 'CARRIED') step.close('REMOVED');
    },
    sendBack(step, { reason }) {
      step.vote('removal', 'AGAINST', reason);
      step.closeTask('countersign');
      step.moveTo('OPEN');
    },
    correct(step) {
      step.withdrawBallot('removal');
      step.closeTask('countersign');
      step.moveTo('OPEN');
    },
    callPanel(step) {
      step.openBallot('panel');
      step.moveTo('PANEL');
    },
    vote(step, { vote, reason }) {
      const result = step.vote('panel', vote, reason);
      if (result !== 'OPEN') step.close(result === 'CARRIED' ? 'REMOVED' : 'KEPT');
    },
    giveUp: (step) => step.close('KEPT'),
  },
});

const third = person('reviewer-9', { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' });
const { reviewer, reviewer2, manager } = people;

describe('XC-05.5 two persons decide', () => {
  const proposed = () => {
    const one = new PaperCase<{ proposed: string | null }>(process);
    one.act('propose', reviewer, { reason: '投诉属实' });
    return one;
  };

  it('one proposes, which decides nothing; another one countersigns, which does', () => {
    const one = proposed();
    expect(one.state).toMatchObject({ stage: 'PROPOSED', outcome: null, ballots: { removal: { status: 'OPEN' } } });
    const { lines } = one.act('countersign', manager, {}, at('2025-09-27 10:00'));
    expect(one.state).toMatchObject({ outcome: 'REMOVED', ballots: { removal: { status: 'CARRIED' } } });
    expect(lines.map(({ type }) => type)).toEqual([
      'COUNTERSIGNED',
      'BALLOT_DECIDED',
      'STAGE_CHANGED',
      'TASK_CLOSED',
      'CASE_CLOSED',
    ]);
    expect(lines[1]).toMatchObject({
      title: { zh: '表决通过：清退（赞成 2 票，反对 0 票）', en: 'Ballot carried: Removal (2 for, 0 against)' },
      detail: {
        votes: [
          { by: 'reviewer', vote: 'FOR', reason: '投诉属实', at: START },
          { by: 'manager', vote: 'FOR', reason: null, at: at('2025-09-27 10:00') },
        ],
      },
    });
  });

  it.each(['countersign', 'sendBack'])('who proposed may not %s', (action) => {
    const one = proposed();
    const { state } = one;
    expect(() => one.act(action, reviewer, { reason: '改变主意' })).toThrow(
      expect.objectContaining({ code: 'FOUR_EYES', details: expect.objectContaining({ facts: { because: 'voter' } }) }),
    );
    expect(one.state).toBe(state);
  });

  it('who proposed is not given the task of the second one: by taking it, from a manager, or as a delegate', () => {
    const one = proposed();
    const task = 'countersign';
    const fourEyes = expect.objectContaining({ code: 'FOUR_EYES' });
    expect(() => one.act('claimTask', reviewer, { task })).toThrow(fourEyes);
    expect(() => one.act('assignTask', manager, { task, to: 'reviewer' })).toThrow(fourEyes);
    one.act('claimTask', reviewer2, { task });
    expect(() => one.act('delegateTask', reviewer2, { task, to: 'reviewer', note: '请核对' })).toThrow(fourEyes);
    one.act('delegateTask', reviewer2, { task, to: 'reviewer-9', note: '请核对' });
    expect(one.state.tasks).toMatchObject([{ assigneeId: 'reviewer-2', delegation: { to: 'reviewer-9' } }]);
  });

  it('who may vote follows from the action: neither another body nor a provider may', () => {
    const one = proposed();
    expect(() => one.act('countersign', people.reviewerElsewhere)).toThrow(
      expect.objectContaining({ code: 'OUT_OF_SCOPE' }),
    );
    expect(() => one.act('countersign', people.provider)).toThrow(expect.objectContaining({ code: 'NOT_ALLOWED' }));
  });

  it('the second one sends it back with a reason; whoever votes in the next ballot is free to', () => {
    const one = proposed();
    one.act('sendBack', reviewer2, { reason: '证据不足' });
    expect(one.state).toMatchObject({
      stage: 'OPEN',
      outcome: null,
      tasks: [],
      ballots: { removal: { status: 'LOST' } },
    });
    one.act('propose', reviewer2, { reason: '已补证据' });
    expect(one.state.ballots?.['removal']).toMatchObject({ entry: 2, status: 'OPEN', votes: [{ by: 'reviewer-2' }] });
    one.act('countersign', reviewer);
    expect(one.state.outcome).toBe('REMOVED');
  });

  it('votes are void once what was voted on has changed, and when the case is closed', () => {
    const one = proposed();
    one.act('correct', people.otherCase);
    expect(one.state.ballots?.['removal']).toMatchObject({ status: 'WITHDRAWN' });
    one.act('propose', reviewer, { reason: '更正后仍成立' });
    one.act('giveUp', reviewer);
    expect(one.state.ballots?.['removal']).toMatchObject({ entry: 2, status: 'WITHDRAWN' });
    expect(one.told.filter((type) => type === 'BALLOT_WITHDRAWN')).toHaveLength(2);
  });
});

describe('XC-05.5 a panel decides by its majority', () => {
  const called = () => {
    const one = new PaperCase(process);
    one.act('callPanel', reviewer);
    return one;
  };
  const vote = (one: PaperCase, who: typeof reviewer, which: Vote, reason = '见附件') =>
    one.act('vote', who, { vote: which, reason });

  it('it is carried as soon as more than half are for it, and nobody votes then', () => {
    const one = called();
    vote(one, reviewer, 'FOR');
    expect(one.state.outcome).toBeNull();
    vote(one, third, 'FOR');
    expect(one.state.outcome).toBe('REMOVED');
    expect(() => vote(one, manager, 'AGAINST')).toThrow(expect.objectContaining({ code: 'CASE_CLOSED' }));
  });

  it('it is lost as soon as that cannot be reached any more', () => {
    const one = called();
    vote(one, reviewer, 'AGAINST');
    vote(one, third, 'FOR');
    expect(one.state.outcome).toBeNull();
    vote(one, manager, 'AGAINST');
    expect(one.state.outcome).toBe('KEPT');
  });

  it('a voter may vote otherwise until then, and still has one vote', () => {
    const one = called();
    vote(one, reviewer, 'FOR');
    vote(one, reviewer, 'FOR');
    expect(one.state.outcome).toBeNull();
    vote(one, reviewer, 'AGAINST');
    vote(one, third, 'AGAINST');
    expect(one.state).toMatchObject({ outcome: 'KEPT', ballots: { panel: { votes: { length: 2 } } } });
  });

  it('nobody reads in its lines how somebody voted until it is decided', () => {
    const one = called();
    const [line] = vote(one, reviewer, 'FOR', '秘密理由').lines;
    expect(JSON.stringify(line)).not.toMatch(/FOR|秘密/);
    expect(line?.title.zh).toBe('表决');
    expect(JSON.stringify(vote(one, third, 'FOR').lines)).toMatch(/秘密理由/);
  });

  it('whom the ballot bars may not vote', () => {
    const one = new PaperCase(process);
    one.act('propose', reviewer, { reason: '投诉属实' });
    one.act('sendBack', reviewer2, { reason: '证据不足' });
    one.act('callPanel', reviewer2);
    expect(() => vote(one, reviewer, 'FOR')).toThrow(
      expect.objectContaining({
        code: 'FOUR_EYES',
        details: expect.objectContaining({ facts: { because: 'proposer' } }),
      }),
    );
    vote(one, reviewer2, 'FOR');
    expect(one.state.ballots?.['panel']?.votes).toHaveLength(1);
  });
});

describe('XC-05.5 a vote in the office of somebody who is away', () => {
  const office = { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' } as const;
  const covering = { id: 'reviewer', lastDay: '2025-10-10', rule: '值班办法', interests: [] } as const;
  const cover = person('cover', { ...office, covering });

  it('counts as the vote of that one: neither of the two votes again', () => {
    const one = new PaperCase(process);
    one.act('propose', cover, { reason: '投诉属实' });
    expect(one.state.ballots?.['removal']?.votes).toMatchObject([{ by: 'cover', inOfficeOf: 'reviewer' }]);
    const own = person('cover', office);
    for (const who of [reviewer, own, cover])
      expect(() => one.act('countersign', who)).toThrow(expect.objectContaining({ code: 'FOUR_EYES' }));
    one.act('countersign', manager);
    expect(one.state.outcome).toBe('REMOVED');
  });

  it('and the other way round: who has voted is not voted for again by their cover', () => {
    const one = new PaperCase(process);
    one.act('propose', reviewer, { reason: '投诉属实' });
    expect(() => one.act('countersign', cover)).toThrow(expect.objectContaining({ code: 'FOUR_EYES' }));
    one.act('countersign', person('cover', office, { ...office, covering }));
    expect(one.state.ballots?.['removal']?.votes).toMatchObject([{ by: 'reviewer' }, { by: 'cover' }]);
  });
});
