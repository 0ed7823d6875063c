/** Every contract against itself: what the API, the console and the documents build on. */
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../rules/roles.ts';
import { shStoreValues } from '../../rules/sh-store/config.ts';
import type { Text } from '../../rules/text.ts';
import { clearance } from '../../workflows/clearance/process.ts';
import { contracts } from '../../workflows/regimes.ts';
import { commonActions, commonHandlers } from '../../workflows/engine/common.ts';
import { ANY_STAGE } from '../../workflows/engine/contract.ts';
import type { AnyProcess } from '../../workflows/engine/process.ts';
import { inputs } from '../../workflows/beside.ts';
import { rectification } from '../../workflows/rectification/process.ts';
import { storeApplication } from '../../workflows/store-application/process.ts';
import { storeInvitation } from '../../workflows/store-invitation/process.ts';
import { storeSetup } from '../../workflows/store-setup/process.ts';
import { trialOperation } from '../../workflows/trial-operation/process.ts';

const processes: Readonly<Record<string, AnyProcess>> = {
  storeApplication,
  storeInvitation,
  storeSetup,
  trialOperation,
  rectification,
  clearance,
};

/** `SH-STORE-04.1`, or the group alone where a process as a whole is meant. */
const REQUIREMENT = /^(XC|SH-STORE)-\d\d(\.\d{1,2})?$/;
/** `SH-STORE 四.5(1)`, or a dash for what no regulation asks. */
const CLAUSE = /^(SH-STORE [一二三四五](\.\d+(\(\d+\))?)?|—)$/u;

function isBilingual({ zh, en }: Text): boolean {
  return /\p{Script=Han}/u.test(zh) && /[A-Za-z]/.test(en);
}

it('every kind has a process, and every process is a kind', () => {
  expect(Object.keys(processes)).toEqual(Object.keys(contracts));
  for (const [kind, process] of Object.entries(processes)) {
    expect(process.contract).toBe(contracts[kind]);
    expect(process.contract.kind).toBe(kind);
  }
});

describe.each(Object.entries(processes))(
  '%s',
  (kind, { contract, firstStage, actions: handlers, due, remind, settle }) => {
    const stages = Object.keys(contract.stages);
    const actions = Object.entries(contract.actions);
    const deadlines = Object.entries(contract.deadlines);

    it('XC-05.1 every action and deadline names its requirement and its clause', () => {
      for (const [name, { requirement, clause }] of [...actions, ...deadlines]) {
        expect([name, requirement]).toEqual([name, expect.stringMatching(REQUIREMENT)]);
        expect([name, clause]).toEqual([name, expect.stringMatching(CLAUSE)]);
      }
    });

    it('XC-04.4 every title stands in both languages', () => {
      const titles = [
        contract.title,
        ...Object.values(contract.stages),
        ...Object.values(contract.outcomes),
        ...actions.flatMap(([, { title, done }]) => [title, done]),
        ...deadlines.flatMap(([, { title, consequence }]) => [title, consequence]),
        ...Object.values(contract.tasks).map(({ title }) => title),
      ];
      expect(titles.filter((title) => !isBilingual(title))).toEqual([]);
    });

    it('every action has an input schema and a handler, and neither is left over', () => {
      const names = actions.map(([name]) => name).sort();
      expect(Object.keys(inputs[kind] ?? {}).sort()).toEqual(names);
      expect([...Object.keys(handlers), ...Object.keys(commonHandlers)].sort()).toEqual(names);
    });

    it('XC-05.1 every adverse action asks for a reason in its schema', () => {
      for (const [name, { adverse }] of actions) {
        if (adverse !== true) continue;
        const parsed = inputs[kind]?.[name]?.safeParse({});
        expect(parsed?.error?.issues.map(({ path }) => path[0])).toContain('reason');
      }
    });

    it('every deadline has a handler for when it passes, and no handler is left over', () => {
      const names = deadlines.map(([name]) => name).sort();
      expect(Object.keys(due).sort()).toEqual(names);
      expect(
        [...Object.keys(remind ?? {}), ...Object.keys(settle ?? {})].filter((name) => !names.includes(name)),
      ).toEqual([]);
    });

    it('every stage, outcome and task that is named exists', () => {
      expect(stages).toContain(firstStage);
      expect(Object.keys(contract.outcomes).filter((outcome) => !stages.includes(outcome))).toEqual([]);
      for (const [name, action] of actions) {
        expect([name, action.at.filter((stage) => stage !== ANY_STAGE && !stages.includes(stage))]).toEqual([name, []]);
        expect([name, (action.reopens ?? []).filter((outcome) => !(outcome in contract.outcomes))]).toEqual([name, []]);
        if (action.task !== undefined) expect(Object.keys(contract.tasks)).toContain(action.task);
      }
    });

    it('every action is open somewhere, and to somebody', () => {
      for (const [name, { at, by }] of actions) {
        expect([name, at.length > 0, by.length > 0]).toEqual([name, true, true]);
        expect(by.filter((role) => role !== 'case' && !ROLES.includes(role))).toEqual([]);
      }
      expect(Object.values(contract.tasks).filter(({ role }) => !ROLES.includes(role))).toEqual([]);
    });

    it('the timeline calls each action by a name of its own, in the past tense of the house', () => {
      const events = actions.map(([, { event }]) => event);
      expect(new Set(events).size).toBe(events.length);
      expect(events.filter((event) => !/^[A-Z]+(_[A-Z]+)*$/.test(event))).toEqual([]);
      const engines = [
        'CASE_OPENED',
        'CASE_CLOSED',
        'CASE_LINKED',
        'STAGE_CHANGED',
        'REMINDER_DUE',
        'RULES_CHANGED',
        'RECORDS_REBUILT',
        'WORKFLOW_RESTARTED',
        'SIGNAL_REFUSED',
      ];
      const reserved = [
        ...engines,
        ...['SET', 'MET', 'CANCELLED', 'PASSED', 'PAUSED', 'RESUMED', 'MOVED', 'SETTLED'].map(
          (what) => `DEADLINE_${what}`,
        ),
      ];
      expect(events.filter((event) => reserved.includes(event))).toEqual([]);
    });

    it('XC-03.2 every ladder names its rungs apart, and the reminder of a duty names what follows', () => {
      for (const [name, { ladder, consequence }] of deadlines) {
        const keys = ladder.map(({ key }) => key);
        expect([name, new Set(keys).size]).toEqual([name, keys.length]);
        expect(consequence.zh.length).toBeGreaterThan(0);
      }
    });
  },
);

it('XC-06.2 every common action is the same object in every kind, so that one change reaches all', () => {
  for (const { actions } of Object.values(contracts)) {
    for (const [name, action] of Object.entries(commonActions)) expect(actions[name]).toBe(action);
  }
});

it('XC-06.2 every rule value a process asks for is in the book', () => {
  // Processes ask by literal keys; the book is one for the regime.
  const keys = Object.keys(shStoreValues());
  expect(keys).toEqual(
    expect.arrayContaining([
      'setup.days',
      'setup.limitDays',
      'trial.months',
      'supplement.days',
      'sla.preliminaryReview',
      'invitation.days',
    ]),
  );
});
