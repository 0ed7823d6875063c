/** Tasks that their holder delegates to a colleague and gets back (XC-05.5), in a case on paper. */
import { describe, expect, it } from 'vitest';
import { at, PaperCase, people, person, sampleProcess, START, SUBJECT } from '../../test/support/engine-samples.ts';
import type { CoveredHolder, Office, Requester } from '../../rules/roles.ts';
import { namedAccount } from './case-number.ts';
import type { TaskState } from './state.ts';

const office = { role: 'reviewer', bodyId: 'sh-centre', region: 'SH' } as const satisfies Office;
const task = 'check';
const asked = { task, to: 'reviewer-2', note: '请核对营业执照。' };
const answered = { task, opinion: '经营范围相符。' };
const third = person('reviewer-9', office);
const code = (expected: string) => expect.objectContaining({ code: expected });

/** Whoever is away, as who covers for them knows it. */
function away(id: string): CoveredHolder {
  return { id, lastDay: '2025-10-10', rule: '《值班办法》第三条', interests: [] };
}

function held(helper?: string, holder: Requester = people.reviewer) {
  const one = new PaperCase(sampleProcess, helper === undefined ? {} : { helper });
  one.act('handIn', people.provider, { note: '已交' });
  one.act('claimTask', holder, { task });
  return one;
}

function delegated(holder: Requester = people.reviewer) {
  const one = held(undefined, holder);
  one.act('delegateTask', holder, asked);
  return one;
}

const taskOf = (one: PaperCase) => one.state.tasks.find(({ name }) => name === task) as TaskState;
const lines = (one: PaperCase) => one.last.lines.map(({ type }) => type);
const mails = (one: PaperCase) => one.last.notices.map(({ template, to }) => [template, to]);
const to = (user: string) => ({ user });

describe('XC-05.5 a task is delegated', () => {
  it('the holder stays the holder; who has it, by whom, why and since when stands with the task', () => {
    const one = delegated();
    expect(taskOf(one)).toEqual({
      ...{ name: task, entry: 1, assigneeId: 'reviewer' },
      delegation: { to: 'reviewer-2', by: 'reviewer', note: asked.note, at: START },
    });
    expect(one.last.tasks).toMatchObject([{ name: task, assigneeId: 'reviewer', delegation: { to: 'reviewer-2' } }]);
  });

  it('the timeline says it with the note, and names nobody in the chain', () => {
    const { lines: told } = delegated().last;
    expect(told.map(({ type, title }) => [type, title.en])).toEqual([
      ['TASK_DELEGATION_REQUESTED', 'Task delegated: Check. Note: 请核对营业执照'],
      ['TASK_DELEGATED', 'Task delegated: Check'],
    ]);
    expect(told[1]?.detail).toEqual({ task, heldBy: 'reviewer', delegateId: 'reviewer-2' });
  });

  it('the delegate is told who asks what, and by when it is wanted', () => {
    const [mail] = delegated().last.notices;
    expect(mail).toMatchObject({
      ...{ template: 'taskDelegated', to: to('reviewer-2') },
      data: {
        ...{ by: namedAccount('reviewer'), note: asked.note, task: { en: 'Check' } },
        delegation: { task, entry: 1, at: START },
      },
      deadlines: [{ name: 'limit' }],
    });
  });

  it('deadlines go on unchanged', () => {
    const before = held();
    const after = delegated();
    expect(after.state.deadlines).toEqual(before.state.deadlines);
    expect(after.last.deadlines).toEqual([]);
    after.act('handBackTask', people.reviewer2, answered);
    expect(after.state.deadlines).toEqual(before.state.deadlines);
  });
});

describe('XC-05.5 a task cannot be delegated', () => {
  const refusedTo = (who: Requester, input: object, expected: string, one = held()) => {
    const { state } = one;
    expect(() => one.act('delegateTask', who, { ...asked, ...input })).toThrow(code(expected));
    expect(one.state).toBe(state);
  };

  it.each([
    ['before somebody holds it', () => new PaperCase(sampleProcess), people.reviewer, {}, 'NOT_NOW'],
    ['that another holds', held, people.reviewer2, { to: 'reviewer-9' }, 'TASK_OF_ANOTHER'],
    ['that another holds, by a manager', held, people.manager, {}, 'TASK_OF_ANOTHER'],
    ['to oneself', held, people.reviewer, { to: 'reviewer' }, 'INVALID_INPUT'],
    ['to whom four eyes keep out', () => held('reviewer-2'), people.reviewer, {}, 'FOUR_EYES'],
    ['twice', delegated, people.reviewer, { to: 'reviewer-9' }, 'ALREADY_OPEN'],
    ['to the same one twice', delegated, people.reviewer, {}, 'ALREADY_OPEN'],
    ['on by the delegate', delegated, people.reviewer2, { to: 'reviewer-9' }, 'TASK_OF_ANOTHER'],
    ['on by the delegate to the holder', delegated, people.reviewer2, { to: 'reviewer' }, 'TASK_OF_ANOTHER'],
    ['by another body', held, people.reviewerElsewhere, {}, 'OUT_OF_SCOPE'],
    ['by another district', held, people.reviewerOfDistrict, {}, 'OUT_OF_SCOPE'],
    ['by a party', held, people.provider, {}, 'NOT_ALLOWED'],
    ['under a name there is not', held, people.reviewer, { task: 'none' }, 'NOT_NOW'],
    ['that was opened another time', held, people.reviewer, { entry: 2 }, 'NOT_NOW'],
  ] as const)('%s', (_what, start, who, input, expected) => refusedTo(who, input, expected, start()));

  it('held by nobody: take it first', () => {
    const one = new PaperCase(sampleProcess);
    one.act('handIn', people.provider, { note: '已交' });
    expect(() => one.act('delegateTask', people.reviewer, asked)).toThrow('take it before you delegate it');
  });

  it('with an interest in the party, or in the office of who has one', () => {
    const one = held();
    const interested = { ...people.reviewer, interests: [SUBJECT] };
    expect(() => one.act('delegateTask', interested, asked)).toThrow(code('CONFLICT_OF_INTEREST'));
    const cover = person('cover', { ...office, covering: { ...away('reviewer'), interests: [SUBJECT] } });
    expect(() => one.act('delegateTask', cover, asked)).toThrow(code('CONFLICT_OF_INTEREST'));
  });
});

describe('XC-05.5 the delegate', () => {
  it('does not decide: the task is the holder’s, and the refusal says to hand it back', () => {
    const one = delegated();
    const { state } = one;
    expect(() => one.act('accept', people.reviewer2)).toThrow('Hand it back with your opinion');
    expect(() => one.act('accept', people.reviewer2)).toThrow(code('TASK_OF_ANOTHER'));
    for (const action of ['claimTask', 'releaseTask', 'recallTask'])
      expect(() => one.act(action, people.reviewer2, { task }), action).toThrow(code('TASK_OF_ANOTHER'));
    expect(one.state).toBe(state);
  });

  it('hands it back with an opinion: the line has it, the holder is told, and the opinion stays with the task', () => {
    const one = delegated();
    const { lines: told } = one.act('handBackTask', people.reviewer2, answered, at('2025-09-28 09:00'));
    expect(told.map(({ type, title }) => [type, title.zh])).toEqual([
      ['TASK_HANDED_BACK', '交回受托待办：核查。意见：经营范围相符'],
    ]);
    expect(mails(one)).toEqual([['taskHandedBack', to('reviewer')]]);
    expect(one.last.notices[0]?.data).toMatchObject({ by: namedAccount('reviewer-2'), opinion: answered.opinion });
    const answer = { by: 'reviewer-2', opinion: answered.opinion, at: at('2025-09-28 09:00') };
    expect(taskOf(one)).toMatchObject({ assigneeId: 'reviewer', delegation: { to: 'reviewer-2', answer } });
    expect(one.act('accept', people.reviewer).state.outcome).toBe('DONE');
  });

  it('hands it back once; nobody else does, nor when it is with no delegate', () => {
    const one = delegated();
    expect(() => one.act('handBackTask', people.reviewer, answered)).toThrow(code('NOT_ALLOWED'));
    for (const who of [third, people.manager])
      expect(() => one.act('handBackTask', who, answered), who.id).toThrow(code('TASK_OF_ANOTHER'));
    one.act('handBackTask', people.reviewer2, answered);
    expect(() => one.act('handBackTask', people.reviewer2, answered)).toThrow(code('NOT_NOW'));
    expect(() => held().act('handBackTask', people.reviewer2, answered)).toThrow(code('NOT_NOW'));
  });

  it('who has come to have an interest does not hand it back', () => {
    const interested = { ...people.reviewer2, interests: [SUBJECT] };
    expect(() => delegated().act('handBackTask', interested, answered)).toThrow(code('CONFLICT_OF_INTEREST'));
  });

  it('once it is back, it can be delegated anew, to the same one or another', () => {
    const one = delegated();
    one.act('handBackTask', people.reviewer2, answered);
    one.act('delegateTask', people.reviewer, { ...asked, to: 'reviewer-9' });
    expect(taskOf(one).delegation).toEqual({ to: 'reviewer-9', by: 'reviewer', note: asked.note, at: START });
    expect(() => one.act('handBackTask', people.reviewer2, answered)).toThrow(code('TASK_OF_ANOTHER'));
  });
});

describe('XC-05.5 a delegation ends', () => {
  const ends = (one: PaperCase) => {
    expect(lines(one).filter((type) => type === 'TASK_DELEGATION_ENDED')).toHaveLength(1);
    expect(one.state.tasks.some(({ delegation }) => delegation !== undefined)).toBe(false);
    return one.last.lines.find(({ type }) => type === 'TASK_DELEGATION_ENDED')?.title.en;
  };

  it('when the holder recalls it: the delegate is told, and the holder not', () => {
    const one = delegated();
    one.act('recallTask', people.reviewer, { task });
    expect(ends(one)).toBe('Delegation ended: Check, it was recalled');
    expect(mails(one)).toEqual([['delegationEnded', to('reviewer-2')]]);
    expect(taskOf(one).assigneeId).toBe('reviewer');
    expect(() => one.act('handBackTask', people.reviewer2, answered)).toThrow(code('NOT_NOW'));
    expect(() => one.act('recallTask', people.reviewer, { task })).toThrow(code('NOT_NOW'));
  });

  it('when a manager recalls it: both are told; a colleague cannot', () => {
    const one = delegated();
    expect(() => one.act('recallTask', third, { task })).toThrow(code('TASK_OF_ANOTHER'));
    one.act('recallTask', people.manager, { task });
    ends(one);
    expect(mails(one)).toEqual([
      ['delegationEnded', to('reviewer-2')],
      ['delegationEnded', to('reviewer')],
    ]);
  });

  it('when the holder decides without waiting', () => {
    const one = delegated();
    one.act('accept', people.reviewer);
    expect(ends(one)).toContain('the task is done');
    expect(mails(one)).toContainEqual(['delegationEnded', to('reviewer-2')]);
  });

  it('when the case is closed by who needs no task, or a deadline ends it', () => {
    const one = delegated();
    one.act('turnDown', people.manager, { reason: '不符' });
    ends(one);
    const late = delegated();
    late.liveUntil(late.deadline('limit')?.dueAt ?? START, () => ({ products: [] }));
    expect(late.state.outcome).toBe('REFUSED');
    ends(late);
    expect(mails(late)).toContainEqual(['delegationEnded', to('reviewer-2')]);
  });

  it('when the task is given to another, and it says so to the delegate who gets it', () => {
    const one = delegated();
    one.act('assignTask', people.manager, { task, to: 'reviewer-9' });
    expect(ends(one)).toContain('somebody else holds the task now');
    expect(mails(one)).toEqual([['delegationEnded', to('reviewer-2')]]);
    const own = delegated();
    own.act('assignTask', people.manager, { task, to: 'reviewer-2' });
    expect(ends(own)).toContain('the delegate holds the task now');
    expect(own.act('accept', people.reviewer2).state.outcome).toBe('DONE');
  });

  it('not when it is given to who holds it already', () => {
    const one = delegated();
    one.act('assignTask', people.manager, { task, to: 'reviewer' });
    one.act('claimTask', people.reviewer, { task });
    expect(taskOf(one).delegation).toBeDefined();
  });

  it('when the holder gives the task back', () => {
    const one = delegated();
    one.act('releaseTask', people.reviewer, { task });
    expect(ends(one)).toContain('nobody holds it');
    expect(mails(one)).toEqual([['delegationEnded', to('reviewer-2')]]);
  });

  it('when the holder loses the office: the delegate is told, the task is in the queue', () => {
    const one = delegated();
    one.act('holderLeft', people.otherCase, { account: 'reviewer', offices: [] });
    ends(one);
    expect(taskOf(one).assigneeId).toBeNull();
    expect(mails(one)).toEqual([['delegationEnded', to('reviewer-2')]]);
  });

  it.each([
    ['loses the office', { offices: [] }, 'the delegate was disabled or has moved'],
    ['has come to have an interest', { offices: [office], interests: [SUBJECT] }, 'the delegate has an interest'],
  ])('when the delegate %s: the holder is told and has it still', (_why, left, says) => {
    const one = delegated();
    one.act('holderLeft', people.otherCase, { account: 'reviewer-2', ...left });
    expect(ends(one)).toContain(says);
    expect(taskOf(one).assigneeId).toBe('reviewer');
    expect(mails(one)).toEqual([['delegationEnded', to('reviewer')]]);
  });

  it('not when the delegate can do it still, nor by what becomes of who handed it back', () => {
    const one = delegated();
    const { state } = one;
    one.act('holderLeft', people.otherCase, { account: 'reviewer-2', offices: [office], interests: ['other'] });
    expect(one.state.tasks).toEqual(state.tasks);
    one.act('handBackTask', people.reviewer2, answered);
    one.act('holderLeft', people.otherCase, { account: 'reviewer-2', offices: [] });
    expect(taskOf(one).delegation?.answer?.opinion).toBe(answered.opinion);
    expect(one.last.notices).toEqual([]);
  });

  it('an opinion stays for the next one who holds the task, and ends with the task alone', () => {
    const one = delegated();
    one.act('handBackTask', people.reviewer2, answered);
    one.act('assignTask', people.manager, { task, to: 'reviewer-9' });
    expect(taskOf(one).delegation?.answer?.opinion).toBe(answered.opinion);
    one.act('accept', third);
    expect(lines(one)).not.toContain('TASK_DELEGATION_ENDED');
    expect(one.last.tasks).toMatchObject([{ closed: true, delegation: { answer: { opinion: answered.opinion } } }]);
  });
});

describe('XC-05.5 delegation and cover', () => {
  const coverOf = (id: string, cover = 'cover') => person(cover, { ...office, covering: away(id) });

  it('who covers for the holder delegates in that office: both are told when it is back', () => {
    const one = held();
    const { lines: told } = one.act('delegateTask', coverOf('reviewer'), asked);
    expect(told[0]?.actor).toMatchObject({ id: 'cover', covering: { id: 'reviewer' } });
    expect(taskOf(one)).toMatchObject({ assigneeId: 'reviewer', delegation: { by: 'cover' } });
    one.act('handBackTask', people.reviewer2, answered);
    expect(mails(one)).toEqual([
      ['taskHandedBack', to('cover')],
      ['taskHandedBack', to('reviewer')],
    ]);
  });

  it('not to themselves, nor to who is away', () => {
    const one = held();
    for (const who of ['cover', 'reviewer'])
      expect(() => one.act('delegateTask', coverOf('reviewer'), { ...asked, to: who }), who).toThrow(
        code('INVALID_INPUT'),
      );
  });

  it('who covers for the holder recalls it, and decides', () => {
    const one = delegated();
    one.act('recallTask', coverOf('reviewer'), { task });
    expect(mails(one)).toEqual([
      ['delegationEnded', to('reviewer-2')],
      ['delegationEnded', to('reviewer')],
    ]);
    expect(delegated().act('accept', coverOf('reviewer')).state.outcome).toBe('DONE');
  });

  it('who covers for the delegate hands it back in that office, and decides as little', () => {
    const one = delegated();
    const cover = coverOf('reviewer-2');
    expect(() => one.act('accept', cover)).toThrow(code('TASK_OF_ANOTHER'));
    const { lines: told } = one.act('handBackTask', cover, answered);
    expect(told[0]?.actor).toMatchObject({ id: 'cover', covering: { id: 'reviewer-2' } });
    expect(taskOf(one).delegation?.answer?.by).toBe('cover');
  });

  it('a holder who covers for the delegate answers nobody but themselves, and recalls it', () => {
    const one = delegated(person('reviewer', office, { ...office, covering: away('reviewer-2') }));
    const holder = person('reviewer', office, { ...office, covering: away('reviewer-2') });
    expect(() => one.act('handBackTask', holder, answered)).toThrow(code('NOT_ALLOWED'));
    one.act('recallTask', holder, { task });
    expect(taskOf(one).delegation).toBeUndefined();
  });

  it('a cover who takes the task over holds it: the delegation was the other’s', () => {
    const one = delegated();
    one.act('claimTask', coverOf('reviewer'), { task });
    expect(taskOf(one)).toEqual({ name: task, entry: 1, assigneeId: 'cover' });
    expect(mails(one)).toEqual([['delegationEnded', to('reviewer-2')]]);
  });

  it('a cover that ends takes what was taken under it, with what was delegated of it', () => {
    const one = delegated(coverOf('reviewer'));
    one.act('holderLeft', people.otherCase, { account: 'cover', offices: [] });
    expect(taskOf(one)).toEqual({ name: task, entry: 1, assigneeId: null });
    expect(mails(one)).toEqual([['delegationEnded', to('reviewer-2')]]);
  });
});
