import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal, refuse, type RefusalCode } from '../../rules/refusal.ts';
import type { Requester } from '../../rules/roles.ts';
import { instantOf, epochMs } from '../../rules/time/index.ts';
import {
  at,
  PaperCase,
  people,
  recalendared,
  sampleProcess,
  setupReading,
  START,
} from '../../test/support/engine-samples.ts';
import * as engine from './engine.ts';
import type { AnyProcess } from './process.ts';
import { wakeAt, type TaskState } from './state.ts';
import { refusalOf } from '../../rules/refusal.fixture.ts';

function opened(): PaperCase {
  return new PaperCase(sampleProcess, { helper: 'helper' });
}

function inCheck(): PaperCase {
  const onPaper = opened();
  onPaper.act('handIn', people.provider, { note: 'x' });
  return onPaper;
}

function readSetup() {
  return setupReading();
}

describe('who may do what', () => {
  const helper: Requester = { ...people.reviewer, id: 'helper' };
  const filer: Requester = { ...people.reviewer, id: 'provider' };
  it.each<[string, RefusalCode, () => PaperCase, string, Requester]>([
    ['a role the action is not for', 'NOT_ALLOWED', opened, 'handIn', people.reviewer],
    ['a consumer', 'NOT_ALLOWED', opened, 'handIn', people.consumer],
    ['an administrator, where only reviewers decide', 'NOT_ALLOWED', inCheck, 'accept', people.admin],
    ['another case, where only persons may act', 'NOT_ALLOWED', inCheck, 'accept', people.otherCase],
    ['a person, where only another case may act', 'NOT_ALLOWED', opened, 'report', people.reviewer],
    ['a provider of another institution', 'OUT_OF_SCOPE', opened, 'handIn', people.otherProvider],
    ['a reviewer of another body', 'OUT_OF_SCOPE', inCheck, 'accept', people.reviewerElsewhere],
    ['a reviewer of a district, for a case of the city', 'OUT_OF_SCOPE', inCheck, 'accept', people.reviewerOfDistrict],
    ['somebody who filed the case', 'FOUR_EYES', inCheck, 'accept', filer],
    ['somebody who had a part in the case', 'FOUR_EYES', inCheck, 'turnDown', helper],
    ['anybody, at a stage where it is not open', 'NOT_NOW', opened, 'accept', people.reviewer],
    ['anybody, if there is no such action', 'NOT_FOUND', opened, 'abolish', people.manager],
    ['anybody, for a word every object knows', 'NOT_FOUND', opened, 'constructor', people.manager],
  ])('XC-05.5 refuses %s: %s', (_who, code, arrange, action, actor) => {
    const onPaper = arrange();
    const { state } = onPaper;
    const before = structuredClone(state);
    expect(refusalOf(() => onPaper.act(action, actor, { reason: 'r', note: 'n' })).code).toBe(code);
    expect(state).toEqual(before);
  });

  it('XC-05.5 lets a reviewer of the region above decide a case of a district', () => {
    const onPaper = inCheck();
    const state = { ...onPaper.state, region: 'SH/PUDONG' };
    expect(engine.checkAction(sampleProcess, state, 'accept', people.reviewer).action.event).toBe('ACCEPTED');
    expect(engine.checkAction(sampleProcess, state, 'accept', people.reviewerOfDistrict).action.event).toBe('ACCEPTED');
  });

  it('XC-05.5 does not take a region for another that begins alike', () => {
    const state = { ...inCheck().state, region: 'SHAANXI' };
    expect(refusalOf(() => engine.checkAction(sampleProcess, state, 'accept', people.reviewer)).code).toBe(
      'OUT_OF_SCOPE',
    );
  });

  it('XC-05.1 refuses an adverse decision without a reason, and one of blanks', () => {
    for (const input of [{}, { reason: '' }, { reason: ' \n' }, { reason: 5 }, null]) {
      const refusal = refusalOf(() => inCheck().act('turnDown', people.reviewer, input));
      expect([refusal.code, refusal.details.field]).toEqual(['REASON_REQUIRED', 'reason']);
    }
  });

  it('XC-05.1 puts the decision on the timeline with person, reason and clause', () => {
    const { lines } = inCheck().act('turnDown', people.reviewer, { reason: 'incomplete' });
    expect(lines[0]).toEqual({
      type: 'TURNED_DOWN',
      title: { zh: '驳回。理由：incomplete', en: 'Turn down. Why: incomplete' },
      actor: { kind: 'person', id: 'reviewer', role: 'reviewer' },
      detail: { action: 'turnDown', reason: 'incomplete' },
      clause: 'X 2',
      requirement: 'XC-05.1',
    });
  });

  it('says why nothing more can be done in a closed case', () => {
    const onPaper = inCheck();
    onPaper.act('accept', people.reviewer);
    const refusal = refusalOf(() => onPaper.act('turnDown', people.reviewer, { reason: 'r' }));
    expect([refusal.code, refusal.details.facts]).toEqual(['CASE_CLOSED', { outcome: 'DONE' }]);
  });

  it('reopens a closed case only from the outcomes that allow it', () => {
    const refused = inCheck();
    refused.act('turnDown', people.reviewer, { reason: 'r' });
    refused.act('lookAgain', people.reviewer2);
    expect(refused.state).toMatchObject({ stage: 'CHECK', closedAt: null, outcome: null });
    const accepted = inCheck();
    accepted.act('accept', people.reviewer);
    expect(refusalOf(() => accepted.act('lookAgain', people.reviewer2)).code).toBe('CASE_CLOSED');
  });
});

describe('what must stand before an action', () => {
  const missing = (field: string) => () => refuse('STEP_MISSING', `缺少${field}。`, `${field} is missing.`, { field });
  const process = {
    ...sampleProcess,
    requires: { accept: [missing('a'), () => undefined, missing('b')], turnDown: [() => undefined] },
  };

  it('XC-05.1 is listed whole, and refused by the first', () => {
    const { state } = inCheck();
    const before = structuredClone(state);
    const blocked = (name: string, who: Requester = people.reviewer) =>
      engine.blockedBy(process, state, name, who, undefined, START).map(({ details }) => details.field);
    expect(blocked('accept')).toEqual(['a', 'b']);
    expect([blocked('turnDown'), blocked('claimTask')]).toEqual([[], []]);
    const envelope = { actor: people.reviewer, key: 'k', input: {} };
    const refusal = refusalOf(() => engine.act(process, state, 'accept', envelope, undefined, START));
    expect(refusal).toMatchObject({ code: 'STEP_MISSING', details: { field: 'a' } });
    expect(state).toEqual(before);
  });

  it('XC-05.1 a handler that refuses whatever it is given fails its test on paper', () => {
    const refusing = (more: object) => () => refuse('NOT_NOW', '尚不能办理。', 'Not now.', more);
    const acting = (more: object, requires: AnyProcess['requires'] = {}) => {
      const actions = { ...sampleProcess.actions, handIn: refusing(more) };
      const one = new PaperCase({ ...sampleProcess, actions, requires }, { helper: 'helper' });
      return () => one.act('handIn', people.provider, { note: 'n' });
    };
    expect(acting({})).toThrow('sample.handIn is shown as ready and refused: "Not now."');
    expect(acting({ field: 'note' })).toThrow(/^Not now\.$/);
    expect(acting({}, { handIn: [refusing({})] })).toThrow(/^Not now\.$/);
  });

  it('XC-05.1 an action that is shown with something missing and accepted fails its test on paper', () => {
    let asked = 0;
    // A check that looks at something else than the case, and answers otherwise the second time.
    const fickle = () => {
      asked += 1;
      if (asked === 1) refuse('STEP_MISSING', '缺少材料。', 'Something is missing.');
    };
    const one = new PaperCase({ ...sampleProcess, requires: { handIn: [fickle] } }, {});
    expect(() => one.act('handIn', people.provider, { note: 'n' })).toThrow(
      'sample.handIn is shown with something missing ("Something is missing.") and accepted',
    );
  });

  it('XC-05.5 is told to nobody who may not do it', () => {
    const { state } = inCheck();
    const ask = () => engine.blockedBy(process, state, 'accept', people.provider, undefined, START);
    expect(refusalOf(ask).code).toBe('NOT_ALLOWED');
  });
});

describe('tasks', () => {
  it('lets one person take a task, give it back, and another take it', () => {
    const onPaper = inCheck();
    onPaper.act('claimTask', people.reviewer, { task: 'check' });
    expect(onPaper.state.tasks).toEqual([{ name: 'check', entry: 1, assigneeId: 'reviewer' }]);
    expect(refusalOf(() => onPaper.act('claimTask', people.reviewer2, { task: 'check' })).code).toBe('TASK_OF_ANOTHER');
    expect(refusalOf(() => onPaper.act('releaseTask', people.reviewer2, { task: 'check' })).code).toBe(
      'TASK_OF_ANOTHER',
    );
    onPaper.act('releaseTask', people.reviewer, { task: 'check' });
    onPaper.act('claimTask', people.reviewer2, { task: 'check' });
    expect(onPaper.last.tasks).toEqual([
      expect.objectContaining({ name: 'check', entry: 1, assigneeId: 'reviewer-2', closed: false }),
    ]);
  });

  it('XC-05.5 keeps the decision to the one who holds the task; nobody’s task is everybody’s', () => {
    const held = inCheck();
    held.act('claimTask', people.reviewer, { task: 'check' });
    expect(refusalOf(() => held.act('accept', people.reviewer2)).code).toBe('TASK_OF_ANOTHER');
    held.act('accept', people.reviewer);
    const free = inCheck();
    free.act('accept', people.reviewer2);
    expect([held.state.outcome, free.state.outcome]).toEqual(['DONE', 'DONE']);
  });

  it('lets a manager give a held task to somebody else, and free it', () => {
    const onPaper = inCheck();
    onPaper.act('claimTask', people.reviewer, { task: 'check' });
    onPaper.act('assignTask', people.manager, { task: 'check', to: 'reviewer-2' });
    expect(onPaper.state.tasks[0]?.assigneeId).toBe('reviewer-2');
    onPaper.act('releaseTask', people.manager, { task: 'check' });
    expect(onPaper.state.tasks[0]?.assigneeId).toBeNull();
    expect(refusalOf(() => onPaper.act('releaseTask', people.manager, { task: 'check' })).code).toBe('ALREADY_DONE');
  });

  it('XC-05.5 takes from whoever has left what they hold and can do no longer, and says so', () => {
    const onPaper = inCheck();
    onPaper.act('claimTask', people.reviewer, { task: 'check' });
    const left = (offices: object[], account = 'reviewer') =>
      onPaper.act('holderLeft', people.otherCase, { account, offices });
    expect(left([{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }]).lines).toEqual([]);
    expect(left([], 'reviewer-2').lines).toEqual([]);
    expect(onPaper.state.tasks[0]?.assigneeId).toBe('reviewer');
    const { lines } = left([{ role: 'reviewer', bodyId: 'sh-commission', region: 'SH' }]);
    expect(lines.map(({ type, requirement }) => [type, requirement])).toEqual([['TASK_RELEASED', 'XC-05.5']]);
    expect(onPaper.state.tasks[0]?.assigneeId).toBeNull();
    onPaper.act('accept', people.reviewer2);
    expect(onPaper.state.outcome).toBe('DONE');
    expect(refusalOf(() => onPaper.act('holderLeft', people.manager, { account: 'x', offices: [] })).code).toBe(
      'NOT_ALLOWED',
    );
  });

  it('refuses a task the case does not have now', () => {
    expect(refusalOf(() => opened().act('claimTask', people.reviewer, { task: 'check' })).code).toBe('NOT_NOW');
  });

  it('XC-04.3 asks somebody to reach a recipient whom no notice reaches, until that is recorded', () => {
    const onPaper = opened();
    onPaper.act('noticeFailed', people.otherCase, { noticeId: 'n-1', template: 'setupDone' });
    expect(onPaper.last.tasks).toEqual([
      expect.objectContaining({
        name: 'reachRecipient',
        role: 'reviewer',
        detail: { notices: [{ noticeId: 'n-1', template: 'setupDone' }] },
      }),
    ]);
    onPaper.act('recordContact', people.reviewer, { note: 'phoned' });
    expect(onPaper.state.tasks).toEqual([]);
  });

  it('XC-04.3 the task names every notice that did not arrive, and stays until each recipient was reached', () => {
    const onPaper = opened();
    for (const noticeId of ['n-1', 'n-2', 'n-1'])
      onPaper.act('noticeFailed', people.otherCase, { noticeId, template: 'setupDone' });
    onPaper.act('recordContact', people.reviewer, { note: 'phoned', noticeId: 'n-1' });
    expect(onPaper.last.tasks).toEqual([
      expect.objectContaining({
        closed: false,
        detail: { notices: [{ noticeId: 'n-2', template: 'setupDone' }] },
      }),
    ]);
    const again = () => onPaper.act('recordContact', people.reviewer, { note: 'phoned', noticeId: 'n-1' });
    expect(refusalOf(again).code).toBe('NOT_NOW');
    onPaper.act('recordContact', people.reviewer, { note: 'phoned' });
    expect(onPaper.state.tasks).toEqual([]);
    expect(refusalOf(() => onPaper.act('recordContact', people.reviewer, { note: 'x' })).code).toBe('NOT_NOW');
  });

  it('XC-04.3 the task closes of itself once the notice has arrived after all', () => {
    const onPaper = opened();
    for (const noticeId of ['n-1', 'n-2'])
      onPaper.act('noticeFailed', people.otherCase, { noticeId, template: 'setupDone' });
    onPaper.act('noticeSettled', people.otherCase, { noticeId: 'n-1' });
    expect(onPaper.last.tasks).toMatchObject([{ closed: false, detail: { notices: [{ noticeId: 'n-2' }] } }]);
    onPaper.act('noticeSettled', people.otherCase, { noticeId: 'n-2' });
    expect(onPaper.state).toMatchObject({ tasks: [], undelivered: [] });
  });

  it('XC-04.3 a closed case’s task can be taken, given and done like any other', () => {
    const onPaper = inCheck();
    onPaper.act('accept', people.reviewer);
    onPaper.act('noticeFailed', people.otherCase, { noticeId: 'n-1', template: 'setupDone' });
    onPaper.act('claimTask', people.reviewer, { task: 'reachRecipient' });
    onPaper.act('releaseTask', people.reviewer, { task: 'reachRecipient' });
    onPaper.act('assignTask', people.manager, { task: 'reachRecipient', to: 'reviewer-2' });
    onPaper.act('recordContact', people.reviewer2, { note: 'phoned' });
    expect(onPaper.state).toMatchObject({ tasks: [], outcome: 'DONE' });
  });

  it('XC-05.5 a task does not go to somebody who may not do it', () => {
    const onPaper = new PaperCase(sampleProcess, { helper: 'reviewer' });
    onPaper.act('handIn', people.provider, { note: 'n' });
    const task = { task: 'check' };
    expect(refusalOf(() => onPaper.act('claimTask', people.reviewer, task)).code).toBe('FOUR_EYES');
    expect(refusalOf(() => onPaper.act('assignTask', people.manager, { ...task, to: 'reviewer' })).code).toBe(
      'FOUR_EYES',
    );
    onPaper.act('assignTask', people.manager, { ...task, to: 'reviewer-2' });
  });
});

describe('requests', () => {
  it('XC-05.6 remembers the keys of the requests it carried out, the latest two hundred', () => {
    const onPaper = opened();
    for (let n = 0; n < 205; n += 1) onPaper.act('rest', people.reviewer);
    expect(onPaper.state.handled).toHaveLength(200);
    expect(onPaper.state.handled.at(-1)).toBe('reviewer:205');
    expect(onPaper.state.handled[0]).toBe('reviewer:6');
  });

  it('answers a message from another case with its id, done or refused', () => {
    const { state } = opened();
    const envelope = { actor: people.otherCase, key: 'm-1', messageId: 'm-1', input: {} };
    expect(engine.act(sampleProcess, state, 'report', envelope, undefined, START).handledMessage).toEqual({
      id: 'm-1',
      refusal: null,
    });
    const refusal = { code: 'NOT_NOW', message: { zh: '', en: '' } };
    const transition = engine.refused(sampleProcess, state, 'report', envelope, refusal, START);
    expect(transition.handledMessage).toEqual({ id: 'm-1', refusal: 'NOT_NOW' });
    expect(transition.lines).toEqual([
      expect.objectContaining({
        type: 'SIGNAL_REFUSED',
        detail: { action: 'report', ...refusal },
        actor: people.otherCase,
      }),
    ]);
    expect(transition.state).toEqual({ ...state, revision: state.revision + 1, handled: ['m-1'] });
  });
});

describe('what is due', () => {
  it('is nothing until the first instant, to the millisecond', () => {
    const { state } = opened();
    const first = epochMs(at('2025-09-30 09:00'));
    expect(engine.whatIsDue(state, instantOf(first - 1))).toBeNull();
    expect(engine.whatIsDue(state, instantOf(first))).toEqual({
      deadline: 'duty',
      rungs: ['two-working-days-left'],
      at: at('2025-09-30 09:00'),
    });
  });

  it('XC-01.4 is the deadline at 24:00 of its last day, not before', () => {
    const onPaper = opened();
    onPaper.liveUntil(at('2025-10-10 23:59'));
    expect(engine.whatIsDue(onPaper.state, at('2025-10-10 23:59'))).toBeNull();
    expect(engine.whatIsDue(onPaper.state, at('2025-10-11 00:00'))).toEqual({
      deadline: 'duty',
      rungs: [],
      at: at('2025-10-11 00:00'),
    });
  });

  it('takes the earliest first when much is due, deadlines before reminders of the same instant', () => {
    const { state } = opened();
    const [duty, limit] = ['duty', 'limit'].map((name) => state.deadlines.find((deadline) => deadline.name === name));
    if (duty === undefined || limit === undefined) throw new Error('Both run.');
    const noon = at('2025-10-09 12:00');
    const reminded = { ...limit, rungs: [{ key: 'last-day', at: noon }] };
    const both = { ...state, deadlines: [reminded, { ...duty, dueAt: noon }] };
    expect(engine.whatIsDue(both, noon)).toEqual({ deadline: 'duty', rungs: [], at: noon });
    const earlier = { ...limit, rungs: [{ key: 'last-day', at: at('2025-10-09 11:00') }] };
    expect(engine.whatIsDue({ ...both, deadlines: [earlier, { ...duty, dueAt: noon }] }, noon)?.deadline).toBe('limit');
    expect(
      engine.whatIsDue(
        {
          ...state,
          deadlines: [
            { ...limit, dueAt: noon },
            { ...duty, dueAt: at('2025-10-09 11:00') },
          ],
        },
        noon,
      )?.deadline,
    ).toBe('duty');
  });

  it('XC-03.3 sends no reminder of a deadline that has passed meanwhile', () => {
    const { state } = opened();
    expect(engine.whatIsDue(state, at('2025-10-11 08:00'))).toMatchObject({ deadline: 'duty', rungs: [] });
  });

  it('is nothing in a closed case', () => {
    const { state } = opened();
    expect(engine.whatIsDue({ ...state, closedAt: START }, at('2026-01-01 00:00'))).toBeNull();
  });
});

describe('reminders and deadlines that pass', () => {
  it('XC-03.1 XC-03.3 sends each reminder once, in order, and then acts on the deadline', () => {
    const onPaper = opened();
    expect(onPaper.liveUntil(at('2025-10-24 00:00'), readSetup)).toEqual([
      at('2025-09-30 09:00'),
      at('2025-10-10 09:00'),
      at('2025-10-11 00:00'),
      at('2025-10-11 00:00'),
      at('2025-10-16 09:00'),
      at('2025-10-21 09:00'),
      at('2025-10-23 09:00'),
      at('2025-10-24 00:00'),
    ]);
    expect(onPaper.noticed).toEqual(Array(5).fill('deadlineReminder'));
    expect(
      onPaper.transitions.flatMap(({ lines }) =>
        lines
          .filter(({ type }) => type === 'REMINDER_DUE')
          .map(({ detail }) => [detail?.['deadline'], detail?.['rungs']]),
      ),
    ).toEqual([
      ['duty', ['two-working-days-left']],
      ['duty', ['last-day']],
      ['limit', ['five-working-days-left']],
      ['limit', ['two-working-days-left']],
      ['limit', ['last-day']],
    ]);
    expect(onPaper.state).toMatchObject({ outcome: 'REFUSED', closedAt: at('2025-10-24 00:00') });
  });

  it('XC-03.3 sends reminders that came together as one', () => {
    const onPaper = opened();
    const now = at('2025-10-10 12:00');
    const due = engine.whatIsDue(onPaper.state, now);
    if (due === null) throw new Error('Two reminders are due.');
    expect(due.rungs).toEqual(['two-working-days-left', 'last-day']);
    const transition = engine.wake(sampleProcess, onPaper.state, due, undefined, now);
    expect(transition.notices).toHaveLength(1);
    expect(transition.state.deadlines[0]).toMatchObject({ rungs: [], spent: ['two-working-days-left', 'last-day'] });
    expect(engine.whatIsDue(transition.state, now)).toBeNull();
  });

  it('acts under its own name, with the reading as of the last moment', () => {
    const onPaper = opened();
    onPaper.liveUntil(at('2025-10-11 00:00'), (_name, before) => setupReading({ asOf: before ?? START, products: [] }));
    const passed = onPaper.transitions.flatMap(({ lines }) => lines).find(({ type }) => type === 'DEADLINE_PASSED');
    expect(passed?.actor).toEqual({ kind: 'system', id: 'XC-03.1', role: 'system' });
    expect(onPaper.state).toMatchObject({ stage: 'CHECK', facts: { note: '0 products' } });
  });
});

describe('facts that arrive', () => {
  it('make no transition if they change nothing', () => {
    const onPaper = opened();
    expect(onPaper.applyFacts(setupReading(), START)).toBeNull();
    expect(onPaper.state.revision).toBe(1);
    expect(
      onPaper.applyFacts(setupReading({ decorationPublishedAt: START }), START)?.lines.map(({ type }) => type),
    ).toEqual(['DECORATED']);
  });

  it('make none in a closed case', () => {
    const onPaper = inCheck();
    onPaper.act('accept', people.reviewer);
    expect(onPaper.applyFacts(setupReading({ decorationPublishedAt: START }), START)).toBeNull();
  });
});

describe('other rules', () => {
  const newest = (values: Record<string, number | string>) => ({
    version: 2,
    values: { ...opened().state.rules, ...values },
  });
  const reason = '规则修订后统一适用';

  it('XC-06.2 a manager moves a case over: open deadlines follow, and the timeline says what changed', () => {
    const onPaper = opened();
    expect(refusalOf(() => onPaper.act('adoptRules', people.reviewer, { reason }, START, newest({}))).code).toBe(
      'NOT_ALLOWED',
    );
    const transition = onPaper.act('adoptRules', people.manager, { reason }, START, newest({ 'setup.days': 7 }));
    expect(transition.state).toMatchObject({ ruleVersion: 2, rules: { 'setup.days': 7 } });
    expect(onPaper.deadline('duty')).toMatchObject({ period: { n: 7 }, dueAt: at('2025-10-14 00:00') });
    expect(onPaper.deadline('limit')).toMatchObject({ period: { n: 15 }, dueAt: at('2025-10-24 00:00') });
    const changed = transition.lines.find(({ type }) => type === 'RULES_CHANGED');
    expect(changed?.title).toEqual({
      zh: expect.stringMatching(/^规则更新为第 2 版：.+由 5 个工作日 改为 7 个工作日$/),
      en: expect.stringMatching(/^Rules of version 2 apply from now on: .+ from 5 working days to 7 working days$/),
    });
    expect(transition.lines[0]?.title.zh).toBe(`改用最新规则：由 第 1 版 改为 第 2 版。理由：${reason}`);
    expect(changed?.detail).toEqual({ version: 2, values: [{ key: 'setup.days', from: 5, to: 7 }] });
    expect(transition.notices.map(({ template }) => template)).toEqual(['deadlineMoved']);
    const again = () => onPaper.act('adoptRules', people.manager, { reason }, START, newest({}));
    expect(refusalOf(again).code).toBe('ALREADY_DONE');
  });

  it('XC-06.2 XC-03.1 reminders go out when the rules say', () => {
    const rules = { 'reminders.hour': 14, 'reminders.fiveDays': 1 };
    const onPaper = new PaperCase(sampleProcess, {}, { rules });
    expect(onPaper.deadline('duty')?.rungs).toEqual([
      { key: 'two-working-days-left', at: at('2025-10-09 14:00') },
      { key: 'last-day', at: at('2025-10-10 14:00') },
    ]);
  });

  it('XC-01.4 a day ends at the close of business where that is switched on', () => {
    const onPaper = new PaperCase(sampleProcess, {}, { rules: { 'time.endOfDay': '17:30' } });
    expect(onPaper.deadline('duty')).toMatchObject({ dueAt: at('2025-10-10 17:30'), lastDay: '2025-10-10' });
    onPaper.liveUntil(at('2025-10-10 17:29'));
    expect(onPaper.state.stage).toBe('OPEN');
    onPaper.liveUntil(at('2025-10-10 17:30'), readSetup);
    expect(onPaper.state.stage).toBe('CHECK');
  });
});

describe('a bar', () => {
  const bar = { id: 'bar-1', clause: 'SH-STORE 四.6', lastDay: '2026-10-24', firm: false, isLifted: false };
  const input = { barId: 'bar-1', reason: '非机构过错' };

  it('XC-05.4 that holds in principle is lifted by a manager, in a closed case too, and its owner is told', () => {
    const onPaper = inCheck();
    onPaper.act('accept', people.reviewer);
    const { writes, notices, lines } = onPaper.act('liftBar', people.manager, input, START, [bar]);
    expect(writes).toEqual([
      { write: 'liftBar', data: { id: 'bar-1', byId: 'manager', byRole: 'manager', reason: '非机构过错' } },
    ]);
    expect(notices).toMatchObject([{ template: 'barLifted', data: { lastDay: '2026-10-24' } }]);
    expect(lines.map(({ type }) => type)).toEqual(['BAR_LIFTED']);
    expect(onPaper.state.outcome).toBe('DONE');
  });

  it('XC-05.4 is not lifted when it is firm, lifted already, of another case, or without a reason', () => {
    const refused = (changes: object, given: object = input) =>
      refusalOf(() => opened().act('liftBar', people.manager, given, START, [{ ...bar, ...changes }])).code;
    expect(refused({ firm: true })).toBe('NOT_ALLOWED');
    expect(refused({ isLifted: true })).toBe('ALREADY_DONE');
    expect(refused({ id: 'bar-2' })).toBe('NOT_FOUND');
    expect(refused({}, { barId: 'bar-1', reason: '' })).toBe('REASON_REQUIRED');
  });
});

describe('another calendar', () => {
  it('XC-02.3 moves open deadlines, says from when to when, and tells the owner of those with legal effect', () => {
    const onPaper = opened();
    const transition = onPaper.changeCalendar(recalendared(2025, { work: '1011' }), at('2025-09-27 10:00'));
    const moved = transition.lines.filter(({ type }) => type === 'DEADLINE_MOVED');
    expect(moved.map(({ detail }) => [detail?.['deadline'], detail?.['from'], detail?.['to']])).toEqual([
      ['duty', at('2025-10-11 00:00'), at('2025-10-12 00:00')],
      ['limit', at('2025-10-24 00:00'), at('2025-10-25 00:00')],
      ['target', at('2025-10-11 00:00'), at('2025-10-12 00:00')],
    ]);
    expect(transition.notices.map(({ template, deadlines }) => [template, deadlines.map(({ name }) => name)])).toEqual([
      ['deadlineMoved', ['duty']],
      ['deadlineMoved', ['limit']],
    ]);
    expect(transition.state.calendar.version).toBe(2);
    expect(transition.wakeAt).toBe(wakeAt(onPaper.state));
    expect(onPaper.deadline('duty')?.rungs[1]).toEqual({ key: 'last-day', at: at('2025-10-11 09:00') });
  });

  it('XC-02.3 says on the timeline what moved and to when, and nothing where nothing moved', () => {
    const onPaper = opened();
    const calendar = recalendared(2025, { work: '1011' });
    const [told, ...more] = onPaper.changeCalendar(calendar, START).lines;
    expect(told?.type).toBe('CALENDAR_CHANGED');
    expect(told?.title.zh).toContain(
      '履行：由 2025年10月10日 24:00（北京时间 UTC+8） 改为 2025年10月11日 24:00（北京时间 UTC+8）',
    );
    expect(told?.title.en).toMatch(/Last limit: from 24:00 on .* \(calendar version \d+\)$/);
    expect(more.map(({ type }) => type)).toEqual(Array(3).fill('DEADLINE_MOVED'));
    const quiet = onPaper.changeCalendar({ ...calendar, version: calendar.version + 1 }, START);
    expect(quiet.lines).toEqual([]);
    expect(quiet.state.calendar.version).toBe(calendar.version + 1);
  });

  it('XC-02.3 given the same or an older version changes nothing', () => {
    const onPaper = opened();
    const calendar = recalendared(2025, { work: '1011' });
    onPaper.changeCalendar(calendar, START);
    const before = onPaper.state.deadlines;
    for (const version of [calendar.version, 1]) {
      const { lines, notices, deadlines } = onPaper.changeCalendar({ ...calendar, years: {}, version }, START);
      expect([lines, notices, deadlines]).toEqual([[], [], []]);
    }
    expect(onPaper.state.deadlines).toEqual(before);
    expect(onPaper.state.calendar).toEqual(calendar);
  });

  it('XC-02.2 XC-02.3 settles a provisional deadline that does not move, and closes the administrator’s task', () => {
    const onPaper = new PaperCase(sampleProcess, {}, { openedAt: at('2026-12-28 10:00') });
    expect(onPaper.deadline('duty')?.provisional).toBe(true);
    const transition = onPaper.changeCalendar(recalendared(2027, { provisional: false }), at('2026-12-28 12:00'));
    expect(transition.lines.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['CALENDAR_CHANGED', 'DEADLINE_SETTLED', 'TASK_CLOSED']),
    );
    expect(transition.notices).toEqual([]);
    expect(onPaper.state.tasks).toEqual([]);
    expect(onPaper.deadline('duty')?.provisional).toBe(false);
  });

  it('XC-02.3 leaves the deadlines of a closed case alone', () => {
    const onPaper = inCheck();
    onPaper.act('accept', people.reviewer);
    expect(() => onPaper.changeCalendar(recalendared(2025, { work: '1011' }), START)).toThrow(/closed/);
  });

  it('XC-02.3 a deadline that moves into the past is due at once', () => {
    const onPaper = opened();
    onPaper.liveUntil(at('2025-10-10 10:00'));
    // The holiday is cut short: 9 October becomes the last day.
    onPaper.changeCalendar(
      recalendared(2025, { off: '0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1007' }),
      at('2025-10-10 11:00'),
    );
    expect(engine.whatIsDue(onPaper.state, at('2025-10-10 11:00'))).toMatchObject({ deadline: 'duty', rungs: [] });
  });
});

describe('any course a case takes', () => {
  const actions = [
    'handIn',
    'rest',
    'goOn',
    'startAgain',
    'accept',
    'turnDown',
    'lookAgain',
    'claimTask',
    'releaseTask',
    'delegateTask',
    'handBackTask',
    'recallTask',
    'report',
  ] as const;
  const move = fc.record({
    action: fc.constantFrom(...actions),
    actor: fc.constantFrom(...Object.values(people)),
    hours: fc.integer({ min: 1, max: 200 }),
    recalendar: fc.boolean(),
  });

  it('XC-05.6 what its transitions wrote is what its state says, and a refused action changes nothing', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const onPaper = new PaperCase(sampleProcess, { helper: 'helper' });
        let now = epochMs(START);
        for (const { action, actor, hours, recalendar } of moves) {
          now += hours * 3_600_000;
          onPaper.liveUntil(instantOf(now), readSetup);
          const before = structuredClone(onPaper.state);
          try {
            onPaper.act(
              action,
              actor,
              { note: 'n', reason: 'r', opinion: 'o', task: 'check', to: 'reviewer-2' },
              instantOf(now),
            );
          } catch (failure) {
            if (!(failure instanceof Refusal)) throw failure;
            expect(onPaper.state).toEqual(before);
          }
          if (recalendar && onPaper.state.closedAt === null)
            onPaper.changeCalendar(recalendared(2025, { work: '' }), instantOf(now));
        }
        expectWrittenAsItStands(onPaper);
      }),
      { numRuns: 150 },
    );
  });
});

/** Adds up the rows that the transitions wrote and compares them with the state. */
function expectWrittenAsItStands({ state, transitions }: PaperCase): void {
  const deadlines = new Map(
    transitions.flatMap((t) =>
      t.deadlines.map((change) => [`${change.deadline.name}:${change.deadline.entry}`, change]),
    ),
  );
  const tasks = new Map(
    transitions.flatMap((t) => t.tasks.map((change) => [`${change.name}:${change.entry}`, change])),
  );
  const openDeadlines = [...deadlines.values()].filter(({ status }) => status === 'OPEN' || status === 'PAUSED');
  expect(openDeadlines.map(({ deadline }) => [deadline.name, deadline.entry, deadline.dueAt]).sort()).toEqual(
    state.deadlines.map(({ name, entry, dueAt }) => [name, entry, dueAt]).sort(),
  );
  const openTasks = [...tasks.values()].filter(({ closed }) => !closed);
  const asHeld = (one: TaskState) => [one.name, one.entry, one.assigneeId, one.delegation];
  expect(openTasks.map(asHeld).sort()).toEqual(state.tasks.map(asHeld).sort());
  expect(transitions.map(({ revision }) => revision)).toEqual(transitions.map((_, index) => index + 1));
  const keys = transitions.flatMap(({ notices }) => notices.map(({ key, to }) => `${key} ${JSON.stringify(to)}`));
  expect(new Set(keys).size).toBe(keys.length);
}
