import { describe, expect, it } from 'vitest';
import {
  acting,
  at,
  PaperCase,
  people,
  sampleContract,
  sampleProcess,
  START,
  SUBJECT,
} from '../../test/support/engine-samples.ts';
import type { ProcessContract } from './contract.ts';
import { Step } from './step.ts';

describe('a step', () => {
  it('XC-05.6 works on a draft: the state it starts from stays as it was', () => {
    const { state } = new PaperCase(sampleProcess);
    const before = structuredClone(state);
    const step = new Step(sampleContract, state, START, acting(people.reviewer));
    step.moveTo('CHECK');
    step.openTask('check');
    step.meetDeadline('duty');
    step.participate('helper');
    step.close('DONE');
    expect(state).toEqual(before);
    expect(step.state).not.toEqual(before);
    expect(step.state.revision).toBe(before.revision + 1);
  });

  it('refuses names that the contract does not have', () => {
    const step = new Step(sampleContract, new PaperCase(sampleProcess).state, START, acting(people.reviewer));
    expect(() => step.moveTo('NOWHERE')).toThrow("no stage 'NOWHERE'");
    expect(() => step.notify('other', 'applicant', {})).toThrow("no notice 'other'");
    expect(() => step.party('other')).toThrow("no party 'other'");
    expect(() => step.close('CHECK')).toThrow("no outcome 'CHECK'");
    expect(() => step.startDeadline('other', { unit: 'workingDays', n: 5 })).toThrow("no deadline 'other'");
    expect(() => step.openTask('other')).toThrow("no task 'other'");
    expect(() => step.number('setup.suspendWhileInReview')).toThrow("no number under 'setup.suspendWhileInReview'");
    expect(() => step.isOn('setup.days')).toThrow("no switch under 'setup.days'");
  });

  it('does not start a deadline that runs already', () => {
    const step = new Step(sampleContract, new PaperCase(sampleProcess).state, START, acting(people.reviewer));
    expect(() => step.startDeadline('duty', { unit: 'workingDays', n: 5 })).toThrow("'duty' is open already");
  });

  it('gives the place of a party to another, which alone acts there then', () => {
    const step = new Step(sampleContract, new PaperCase(sampleProcess).state, START, acting(people.reviewer));
    step.setParty('applicant', '91310104MA1FR2CD85');
    expect(step.party('applicant')).toBe('91310104MA1FR2CD85');
    expect(step.transition()).toMatchObject({
      partiesChanged: true,
      state: { parties: { applicant: ['91310104MA1FR2CD85'] } },
    });
  });

  it('says nothing about a change of stage that is none', () => {
    const step = new Step(sampleContract, new PaperCase(sampleProcess).state, START, acting(people.reviewer));
    step.moveTo('OPEN');
    expect(step.transition().lines).toEqual([]);
  });
});

describe('the deadlines of a step', () => {
  it('XC-05.3 puts every start, end and change on the timeline, with its clause', () => {
    const { last } = new PaperCase(sampleProcess);
    const set = last.lines.filter(({ type }) => type === 'DEADLINE_SET');
    expect(set.map(({ detail, clause }) => [detail?.['deadline'], detail?.['dueAt'], clause])).toEqual([
      ['duty', at('2025-10-11 00:00'), 'X 1'],
      ['limit', at('2025-10-24 00:00'), 'X 2'],
      ['target', at('2025-10-11 00:00'), 'X 3'],
    ]);
    expect(last.deadlines.map(({ deadline, status }) => [deadline.name, status])).toEqual([
      ['duty', 'OPEN'],
      ['limit', 'OPEN'],
      ['target', 'OPEN'],
    ]);
  });

  it('SH-STORE-04.6 leaves an internal target out of the date by which the case is due', () => {
    const onPaper = new PaperCase(sampleProcess);
    onPaper.act('handIn', people.provider, { note: 'x' });
    expect(onPaper.deadline('target')?.dueAt).toBe(at('2025-10-11 00:00'));
    expect(onPaper.last.dueAt).toBe(at('2025-10-24 00:00'));
    expect(onPaper.last.wakeAt).toBe(at('2025-10-11 00:00'));
    expect(onPaper.transitions[0]?.deadlines.map(({ legalEffect }) => legalEffect)).toEqual([true, true, false]);
  });

  it('writes both the deadline that is cancelled and the one of the same name that is started in its place', () => {
    const onPaper = new PaperCase(sampleProcess);
    const { deadlines } = onPaper.act('startAgain', people.reviewer, {}, at('2025-09-29 10:00'));
    expect(deadlines.map(({ deadline, status }) => [deadline.name, deadline.entry, status])).toEqual([
      ['duty', 1, 'CANCELLED'],
      ['duty', 2, 'OPEN'],
    ]);
    expect(onPaper.deadline('duty')?.entry).toBe(2);
  });

  it('writes an ended deadline without reminders to come', () => {
    const onPaper = new PaperCase(sampleProcess);
    const { deadlines } = onPaper.act('handIn', people.provider, { note: 'x' });
    expect(deadlines).toHaveLength(1);
    expect(deadlines[0]).toMatchObject({ status: 'MET', deadline: { name: 'duty', rungs: [] } });
  });

  it('ignores the end of a deadline that is not open', () => {
    const step = new Step(
      sampleContract,
      { ...new PaperCase(sampleProcess).state, deadlines: [] },
      START,
      acting(people.reviewer),
    );
    step.meetDeadline('duty');
    step.cancelDeadline('limit');
    step.pauseDeadline('duty', { zh: '', en: '' });
    step.resumeDeadline('duty');
    expect(step.retimeDeadline('duty')).toBe(false);
    expect(step.transition()).toMatchObject({ lines: [], deadlines: [] });
  });

  it('XC-02.2 opens the administrator’s task when a deadline reaches an unpublished year', () => {
    const onPaper = new PaperCase(sampleProcess, {}, { openedAt: at('2026-12-25 10:00') });
    expect(onPaper.deadline('duty')?.provisional).toBe(true);
    expect(onPaper.last.tasks.map(({ name, role }) => [name, role])).toEqual([['loadCalendar', 'admin']]);
    expect(onPaper.told.filter((type) => type === 'TASK_OPENED')).toHaveLength(1);
  });
});

describe('the tasks of a step', () => {
  it('opens a task once, numbers the next one, and writes the end of the first beside it', () => {
    const onPaper = new PaperCase(sampleProcess);
    onPaper.act('startAgain', people.reviewer, {}, at('2025-09-28 10:00'));
    const { tasks } = onPaper.act('startAgain', people.reviewer, {}, at('2025-09-29 10:00'));
    expect(tasks.map(({ name, entry, closed }) => [name, entry, closed])).toEqual([
      ['check', 1, true],
      ['check', 2, false],
    ]);
    const step = new Step(sampleContract, onPaper.state, START, acting(people.reviewer));
    step.openTask('check');
    expect(step.transition().tasks).toEqual([]);
  });

  it('keeps what a task says when it is assigned in the step that opened it', () => {
    const step = new Step(sampleContract, new PaperCase(sampleProcess).state, START, acting(people.manager));
    step.openTask('check', { note: 'n' });
    step.assignTask('check', 'reviewer');
    expect(step.transition().tasks).toEqual([
      {
        name: 'check',
        entry: 1,
        role: 'reviewer',
        assigneeId: 'reviewer',
        dueAt: step.deadline('limit')?.dueAt,
        closed: false,
        closedBy: null,
        detail: { note: 'n' },
      },
    ]);
  });

  it('closes with the one who held it', () => {
    const onPaper = new PaperCase(sampleProcess);
    onPaper.act('handIn', people.provider, { note: 'x' });
    onPaper.act('claimTask', people.reviewer, { task: 'check' });
    const { tasks } = onPaper.act('accept', people.reviewer);
    expect(tasks).toEqual([
      {
        name: 'check',
        entry: 1,
        role: 'reviewer',
        assigneeId: 'reviewer',
        dueAt: null,
        closed: true,
        closedBy: 'reviewer',
      },
    ]);
  });
});

describe('the end of a case', () => {
  it('XC-03.3 cancels every deadline and closes every task, and nothing wakes it any more', () => {
    const onPaper = new PaperCase(sampleProcess);
    onPaper.act('handIn', people.provider, { note: 'x' });
    const { deadlines, tasks, wakeAt, dueAt, state } = onPaper.act('turnDown', people.reviewer, {
      reason: 'incomplete',
    });
    expect(deadlines.map(({ deadline, status }) => [deadline.name, status])).toEqual([
      ['limit', 'CANCELLED'],
      ['target', 'CANCELLED'],
    ]);
    expect(tasks.map(({ name, closed }) => [name, closed])).toEqual([['check', true]]);
    expect({ wakeAt, dueAt }).toEqual({ wakeAt: null, dueAt: null });
    expect(state).toMatchObject({ outcome: 'REFUSED', closedAt: START, deadlines: [], tasks: [] });
  });
});

describe('the notices of a step', () => {
  it('numbers notices of one template within the case, one request a recipient', () => {
    const onPaper = new PaperCase(sampleProcess);
    onPaper.state.parties['applicant']?.push('person:second-owner');
    onPaper.state.participants['checker'] = ['reviewer'];
    const step = new Step(sampleContract, onPaper.state, START, acting(people.reviewer));
    step.notify('setupDone', 'applicant', { doneAt: START, inTime: true });
    step.notify('setupDone', { role: 'reviewer' }, { doneAt: START, inTime: true });
    step.notify('setupDone', { did: 'checker', or: 'reviewer' }, { doneAt: START, inTime: true });
    expect(step.transition().notices.map(({ key, to }) => [key, to])).toEqual([
      ['setupDone:1', { party: SUBJECT, roles: ['provider'] }],
      ['setupDone:1', { party: 'person:second-owner', roles: ['provider'] }],
      ['setupDone:2', { role: 'reviewer' }],
      ['setupDone:3', { user: 'reviewer', or: 'reviewer' }],
    ]);
  });

  it('XC-03.2 carries the deadline in words, the working days left, the consequence and the clause', () => {
    const onPaper = new PaperCase(sampleProcess);
    onPaper.liveUntil(at('2025-09-30 09:00'));
    expect(onPaper.last.notices[0]?.deadlines).toEqual([
      expect.objectContaining({
        name: 'duty',
        dueAt: at('2025-10-11 00:00'),
        lastDay: '2025-10-10',
        provisional: false,
        workingDaysLeft: 2,
        consequence: { zh: '逾期', en: 'Late' },
        clause: 'X 1',
      }),
    ]);
    const words = onPaper.last.notices[0]?.deadlines[0]?.words;
    expect(words?.zh).toContain('2025年10月10日');
    expect(words?.zh).toContain('24:00');
  });

  it('says nothing of a deadline that is not open', () => {
    const step = new Step(sampleContract, new PaperCase(sampleProcess).state, START, acting(people.reviewer));
    step.meetDeadline('duty');
    step.notify('setupDone', 'applicant', { doneAt: START, inTime: true }, ['duty']);
    expect(step.transition().notices[0]?.deadlines).toEqual([]);
  });
});

describe('letters', () => {
  it('XC-04.2 a second letter stands on the task that the first one opened', () => {
    const { state } = new PaperCase(sampleProcess);
    const step = new Step(sampleContract, state, START, acting(people.reviewer));
    step.notify('decided', 'applicant', {});
    step.notify('decided', 'applicant', {});
    expect(step.transition().tasks).toMatchObject([
      { name: 'sendLetter', entry: 1, detail: { letters: ['decided:1', 'decided:2'] } },
    ]);
  });
});

describe('what a step opens and sends', () => {
  it('gives cases of its making the same id however often the step is tried, another for each further one', () => {
    const { state } = new PaperCase(sampleProcess);
    const tried = [1, 2].map(() => {
      const step = new Step(sampleContract, state, START, acting(people.reviewer));
      return [step.newId('rec'), step.newId('rec'), step.newId('clr')];
    });
    expect(tried).toEqual([
      ['rec-1', 'rec-1-2', 'clr-1'],
      ['rec-1', 'rec-1-2', 'clr-1'],
    ]);
  });

  it('counts the cases of a row, each opened by the one before it, however many come', () => {
    const { state } = new PaperCase(sampleProcess);
    const row: ProcessContract = { ...sampleContract, oneAtATime: { adds: 'report' } };
    const ids = ['sam-1'];
    for (let opened = 1; opened < 400; opened += 1) {
      const step = new Step(row, { ...state, id: ids.at(-1) ?? '' }, START, acting(people.reviewer));
      step.join(row, {});
      ids.push(...step.transition().openings.map(({ id }) => id));
    }
    expect(ids.slice(0, 3)).toEqual(['sam-1', 'sam-1.2', 'sam-1.3']);
    expect(ids.at(-1)).toBe('sam-1.400');
    const step = new Step(row, { ...state, id: 'sam-1.2' }, START, acting(people.reviewer));
    step.join(row, {});
    step.join(row, {});
    expect(step.transition().openings.map(({ id }) => id)).toEqual(['sam-1.3', 'sam-1.2-2']);
  });

  it('names messages by case, revision and place, so that a step tried twice sends them once', () => {
    const { state } = new PaperCase(sampleProcess);
    const step = new Step(sampleContract, state, START, acting(people.reviewer));
    step.tell('set-1', sampleContract, 'report');
    step.tell('set-2', sampleContract, 'report', { a: 1 });
    step.tellChildren(sampleContract, 'report');
    expect(step.transition().messages).toEqual([
      { id: 'app-1:2:0', to: 'set-1', action: 'report', input: {} },
      { id: 'app-1:2:1', to: 'set-2', action: 'report', input: { a: 1 } },
    ]);
    expect(step.transition().childrenMessages).toEqual([
      { id: 'app-1:2:2', kind: 'sample', action: 'report', input: {} },
    ]);
  });
});
