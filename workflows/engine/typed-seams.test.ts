/** What must not compile: a name that a contract or a rule book does not have. The compiler checks this file; it runs as well. */
import { describe, expect, it } from 'vitest';
import { asksFor, notice } from '../../rules/notices.ts';
import { text } from '../../rules/text.ts';
import { clearance } from '../sh-store/clearance/contract.ts';
import { rectification } from '../sh-store/rectification/contract.ts';
import type { storeSetup } from '../sh-store/store-setup/contract.ts';
import { contract } from '../sh-store/words.ts';
import { defineProcess, type Process } from './define.ts';
import { handling, party } from './grants.ts';
import type { StepOf } from './step-of.ts';

const action = { event: 'DONE', clause: 'SH-STORE 四.3', requirement: 'XC-05.1', title: text('办结', 'Do') } as const;
const frame = {
  kind: 'example',
  prefix: 'exa',
  mark: '例',
  title: text('示例', 'Example'),
  parties: { applicant: { title: text('申请人', 'Applicant'), roles: ['provider'] } },
  stages: { OPEN: text('进行中', 'Open') },
  outcomes: { DONE: text('办结', 'Done') },
  tasks: { check: { title: text('核查', 'Check'), role: 'reviewer' } },
  notices: { told: notice<{ readonly days: number }>('XC-04.1', '告知', 'Told') },
  deadlines: {},
} as const;

/** Never called: handlers are looked at by the compiler alone. */
type Handler = (step: StepOf<typeof storeSetup>) => void;

const wrong: Record<string, Handler> = {
  // @ts-expect-error there is no such rule
  ruleKey: (step) => step.number('setup.dais'),
  // @ts-expect-error a switch is no number
  ruleOfAnotherType: (step) => step.workingDays('setup.suspendWhileInReview'),
  // @ts-expect-error there is no such stage
  stage: (step) => step.moveTo('SETUP_OPENED'),
  // @ts-expect-error a case is closed with an outcome, not with a stage
  outcome: (step) => step.close('SETUP_OPEN'),
  // @ts-expect-error there is no such deadline
  deadline: (step) => step.meetDeadline('setUp'),
  // @ts-expect-error there is no such task
  task: (step) => step.openTask('check'),
  // @ts-expect-error there is no such notice
  notice: (step) => step.notify('storeOpend', 'provider', { openedAt: step.now, route: 'TRIAL' }),
  // @ts-expect-error the notice is told with a route, too
  noticeData: (step) => step.notify('storeOpened', 'provider', { openedAt: step.now }),
  // @ts-expect-error there is no such party
  recipient: (step) => step.notify('storeOpened', 'owner', { openedAt: step.now, route: 'TRIAL' }),
  // @ts-expect-error the other kind of case has no such action
  targetAction: (step) => step.tell('rec-1', rectification, 'submitCorection', { correctedAt: step.now }),
  // @ts-expect-error only a person may do that
  actionOfPersons: (step) => step.tell('clr-1', clearance, 'confirmGround', { reason: 'r' }),
  // @ts-expect-error the action takes something else
  targetInput: (step) => step.tell('rec-1', rectification, 'submitCorrection', { at: step.now }),
  // @ts-expect-error the other kind of case is opened with more
  opening: (step) => step.open(clearance, { ground: 'CLEAR_1_SETUP' }),
  // @ts-expect-error there is no such record
  write: (step) => step.write('openShop', {}),
};

describe('typed seams', () => {
  it('find each wrong name, and each is a mistake at run time, too', () => {
    expect(Object.keys(wrong)).toHaveLength(14);
  });

  it('find a contract that names what it does not have', () => {
    const one = { ...action, by: [handling('reviewer')], at: ['OPEN'] } as const;
    const define = contract<{ opening: object; facts: object; inputs: object }>();
    define({ ...frame, actions: { finish: one } });
    // @ts-expect-error there is no stage CLOSED
    define({ ...frame, actions: { finish: { ...one, at: ['CLOSED'] } } });
    // @ts-expect-error there is no task 'look'
    define({ ...frame, actions: { finish: { ...one, task: 'look' } } });
    // @ts-expect-error the regime reads nothing of this name
    define({ ...frame, actions: { finish: { ...one, reading: 'setUp' } } });
    // @ts-expect-error there is no party 'owner'
    define({ ...frame, actions: { finish: { ...one, by: [party('owner')] } } });
    define({ ...frame, actions: { finish: one }, notices: { told: asksFor('finish', frame.notices.told) } });
    // @ts-expect-error there is no action 'stop' that a notice could ask for
    define({ ...frame, actions: { finish: one }, notices: { told: asksFor('stop', frame.notices.told) } });
    // @ts-expect-error there is no such role
    expect(handling('judge')).toEqual({ handling: 'judge' });
  });

  it('XC-05.3 find an action that takes more than a reason and of which the timeline says nothing', () => {
    const one = { ...action, by: ['case'], at: ['OPEN'], withholds: ['email'] } as const;
    interface Inputs {
      finish: { score: number; email: string; reason: string };
    }
    const example = contract<{ opening: object; facts: object; inputs: Inputs }>()({
      ...frame,
      actions: { finish: one },
    });
    const rest = { facts: () => ({}), open: () => undefined, due: {}, actions: { finish: () => undefined } };
    defineProcess(example, { ...rest, sentences: { finish: ({ score }) => `${score}` } });
    // @ts-expect-error nothing is said of the score
    defineProcess(example, rest);
    // @ts-expect-error nor does an empty list
    defineProcess(example, { ...rest, sentences: {} });
    // @ts-expect-error what is withheld is not there to be said
    expect(defineProcess(example, { ...rest, sentences: { finish: ({ email }) => email } }).contract).toBe(example);
  });

  it('find a process without a handler of an action of its contract', () => {
    const one = { ...action, by: ['case'], at: ['OPEN'] } as const;
    const example = contract<{ opening: object; facts: object; inputs: object }>()({
      ...frame,
      actions: { finish: one },
    });
    const rest = { facts: () => ({}), open: () => undefined, due: {} };
    const whole: Process<typeof example> = { ...rest, actions: { finish: (step) => step.close('DONE') } };
    expect(defineProcess(example, whole).contract).toBe(example);
    // @ts-expect-error the action 'finish' has no handler
    defineProcess(example, { ...rest, actions: {} });
    // @ts-expect-error there is no action 'stop'
    defineProcess(example, { ...rest, actions: { finish: () => undefined, stop: () => undefined } });
  });
});
