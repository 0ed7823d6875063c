/** Every contract against itself: what the API, the console and the documents build on. Pure: it needs no server. */
import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../rules/roles.ts';
import type { Text } from '../rules/text.ts';
import { folderOf, inputs, intakes } from './beside.ts';
import { caseNumber } from './engine/case-number.ts';
import { commonActions } from './engine/common-contract.ts';
import { ANY_STAGE, bodyAt, doneTitle } from './engine/contract.ts';
import { contracts, processes, regimes } from './regimes.ts';

/** `SH-STORE-04.1`, or the group alone where a process as a whole is meant. */
const REQUIREMENT = /^(XC|[A-Z]+-[A-Z]+)-\d\d(\.\d{1,2})?$/;

function isBilingual({ zh, en }: Text): boolean {
  return /\p{Script=Han}/u.test(zh) && /[A-Za-z]/.test(en);
}

function kebab(kind: string): string {
  return kind.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

/** What people are noted to have done in a case: every name that a step or the engine notes. */
const deeds = new Set(
  globSync('**/*.ts', { cwd: fileURLToPath(new URL('.', import.meta.url)), exclude: ['**/*.test.ts'] }).flatMap(
    (path) => {
      const source = readFileSync(new URL(path, import.meta.url), 'utf8');
      const noted = [...source.matchAll(/(?:participate|PARTICIPANT)\(([^;]*?)\);/g)].map(([, given = '']) => given);
      return noted.flatMap((given) => [...given.matchAll(/'(\w+)'/g)].map(([, deed = '']) => deed));
    },
  ),
);

describe('who may not act after what they did', () => {
  const kept = Object.values(contracts).flatMap(({ kind, actions, ballots = {} }) =>
    Object.entries({ ...actions, ...ballots }).flatMap(([name, { notBy = [] }]) =>
      notBy.map((deed) => [`${kind}.${name}`, deed] as const),
    ),
  );

  it('XC-05.5 names deeds that are noted somewhere: one that is not keeps nobody out', () => {
    expect(kept.length).toBeGreaterThan(50);
    expect(kept.filter(([, deed]) => deed !== 'filer' && !deeds.has(deed))).toEqual([]);
  });
});

describe('the list of regimes', () => {
  it('names every kind once, and every prefix', () => {
    const all = regimes.flatMap((regime) => regime.processes.map(({ contract }) => contract));
    expect(Object.keys(contracts)).toHaveLength(all.length);
    expect(new Set(all.map(({ prefix }) => prefix)).size).toBe(all.length);
  });

  it('XC-04.4 gives no two cases of any regime the same number', () => {
    const numbers = regimes.flatMap(({ caseNumbers, bodies: own, processes: kinds }) =>
      own.flatMap((body) =>
        kinds.flatMap(({ contract }) =>
          ['2025', '2026'].flatMap((year) =>
            [1, 2].map((number) => caseNumber(caseNumbers, { body: body.mark, kind: contract.mark, year, number })),
          ),
        ),
      ),
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => /[{}]|undefined/.test(number))).toEqual([]);
  });

  it('XC-06.1 has each process under the regime of its contract', () => {
    for (const { code, processes: own } of regimes) {
      for (const { contract } of own) expect([contract.kind, contract.regime]).toEqual([contract.kind, code]);
    }
  });

  it('has every folder with a contract on the list of its regime', () => {
    const cwd = fileURLToPath(new URL('.', import.meta.url));
    const folders = globSync('*/*/contract.ts', { cwd }).map((path) => dirname(path));
    expect(folders.sort()).toEqual(Object.values(contracts).map(folderOf).sort());
  });

  it('finds each process in the folder of its name', () => {
    for (const contract of Object.values(contracts))
      expect(folderOf(contract).split('/')[1]).toBe(kebab(contract.kind));
  });

  it.each(regimes.map((regime) => [regime.code, regime] as const))(
    '%s names what it is made of in both languages',
    (_code, regime) => {
      const titles = [
        regime.title,
        ...regime.bodies.map(({ name }) => name),
        ...Object.values(regime.citations).map(({ name }) => name),
      ];
      expect(titles.filter((title) => !isBilingual(title))).toEqual([]);
      expect(new Set(regime.bodies.map(({ id }) => id)).size).toBe(regime.bodies.length);
      expect(regime.rules.regime).toBe(regime.code);
      expect(Object.keys(regime.values).sort()).toEqual(Object.keys(regime.rules.values).sort());
    },
  );
});

describe.each(Object.entries(processes))('%s', (kind, { contract, actions: handlers, due, remind, settle }) => {
  const stages = Object.keys(contract.stages);
  const actions = Object.entries(contract.actions);
  const deadlines = Object.entries(contract.deadlines);
  const { citations = {} } = regimes.find(({ code }) => code === contract.regime) ?? {};

  it('XC-06.2 the values that parties are told of are in the book of its regime, and the parties in the case', () => {
    const { values = {} } = regimes.find(({ code }) => code === contract.regime) ?? {};
    for (const [party, keys] of Object.entries(contract.toldValues ?? {})) {
      expect(Object.keys(contract.parties)).toContain(party);
      expect(keys.filter((key) => !(key in values))).toEqual([]);
    }
  });

  it('XC-05.1 every action and deadline names its requirement and its clause', () => {
    for (const [name, { requirement, clause }] of [...actions, ...deadlines]) {
      expect([name, requirement]).toEqual([name, expect.stringMatching(REQUIREMENT)]);
      const [regulation = ''] = clause.split(' ');
      expect([name, clause === '—' || regulation in citations]).toEqual([name, true]);
    }
  });

  it('XC-04.4 every title stands in both languages', () => {
    const titles = [
      contract.title,
      ...Object.values(contract.stages),
      ...Object.values(contract.outcomes),
      ...Object.values(contract.parties).map(({ title }) => title),
      ...Object.values(contract.bodies ?? {}),
      ...actions.flatMap(([, action]) => [action.title, doneTitle(action)]),
      ...deadlines.flatMap(([, { title, consequence }]) => [title, consequence]),
      ...Object.values(contract.tasks).map(({ title }) => title),
      ...Object.values(contract.ballots ?? {}).map(({ title }) => title),
      ...Object.values(contract.notices).map(({ title }) => title),
    ];
    expect(titles.filter((title) => !isBilingual(title))).toEqual([]);
  });

  it('every action has an input schema and a handler, and neither is left over', () => {
    const names = actions.map(([name]) => name).sort();
    expect(Object.keys(inputs[kind] ?? {}).sort()).toEqual(names);
    expect([...Object.keys(handlers), ...Object.keys(commonActions)].sort()).toEqual(names);
  });

  it('XC-05.1 every adverse action asks for a reason in its schema', () => {
    for (const [name, { adverse }] of actions) {
      if (adverse !== true) continue;
      const parsed = inputs[kind]?.[name]?.safeParse({});
      expect([name, parsed?.error?.issues.map(({ path }) => path[0])]).toEqual([
        name,
        expect.arrayContaining(['reason']),
      ]);
    }
  });

  it('XC-05.5 every ballot needs two persons or more, and a secret one withholds what is voted', () => {
    for (const [name, { voters, secret }] of Object.entries(contract.ballots ?? {})) {
      expect([name, voters >= 2]).toEqual([name, true]);
      const withheld = actions.filter(([, { ballot }]) => ballot === name).map(([, { withholds }]) => withholds);
      if (secret) for (const fields of withheld) expect(fields).toEqual(expect.arrayContaining(['vote', 'reason']));
    }
  });

  it('every deadline has a handler for when it passes, and no handler is left over', () => {
    const names = deadlines.map(([name]) => name).sort();
    expect(Object.keys(due).sort()).toEqual(names);
    const more = [...Object.keys(remind ?? {}), ...Object.keys(settle ?? {})];
    expect(more.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('every stage, outcome, task, party and body that is named exists', () => {
    expect(stages.length).toBeGreaterThan(0);
    for (const [name, action] of actions) {
      expect([name, action.at.filter((stage) => stage !== ANY_STAGE && !stages.includes(stage))]).toEqual([name, []]);
      expect([name, (action.reopens ?? []).filter((outcome) => !(outcome in contract.outcomes))]).toEqual([name, []]);
      if (action.task !== undefined) expect(Object.keys(contract.tasks)).toContain(action.task);
      if (action.ballot !== undefined) expect(Object.keys(contract.ballots ?? {})).toContain(action.ballot);
    }
    for (const stage of stages)
      if (contract.bodies) expect(Object.keys(contract.bodies)).toContain(bodyAt(contract, stage));
  });

  it('XC-05.5 every action is open somewhere, and to somebody by a role that exists', () => {
    for (const [name, { at, reopens = [], by }] of actions) {
      expect([name, at.length + reopens.length > 0, by.length > 0]).toEqual([name, true, true]);
      for (const grant of by) {
        if (grant === 'case') continue;
        if ('party' in grant) expect(Object.keys(contract.parties)).toContain(grant.party);
        else expect(ROLES).toContain('handling' in grant ? grant.handling : grant.office);
      }
    }
    const roles = [
      ...Object.values(contract.tasks).map(({ role }) => role),
      ...Object.values(contract.parties).flatMap((party) => party.roles),
    ];
    expect(roles.filter((role) => !ROLES.includes(role))).toEqual([]);
  });

  it('the timeline calls each action by a name of its own, in the past tense of the house', () => {
    const events = actions.map(([, { event }]) => event);
    expect(new Set(events).size).toBe(events.length);
    expect(events.filter((event) => !/^[A-Z]+(_[A-Z]+)*$/.test(event))).toEqual([]);
    const engines = [
      ...['CASE_OPENED', 'CASE_CLOSED', 'CASE_LINKED', 'CASE_HANDED_OVER', 'STAGE_CHANGED', 'REMINDER_DUE'],
      ...['RULES_CHANGED', 'RECORDS_REBUILT', 'WORKFLOW_RESTARTED', 'SIGNAL_REFUSED'],
    ];
    const clocks = ['SET', 'MET', 'CANCELLED', 'PASSED', 'PAUSED', 'RESUMED', 'MOVED', 'SETTLED'];
    const reserved = [...engines, ...clocks.map((what) => `DEADLINE_${what}`)];
    expect(events.filter((event) => reserved.includes(event))).toEqual([]);
  });

  it('XC-03.2 every ladder names its rungs apart, and the reminder of a duty names what follows', () => {
    for (const [name, { ladder, consequence }] of deadlines) {
      const keys = ladder.map(({ key }) => key);
      expect([name, new Set(keys).size]).toEqual([name, keys.length]);
      expect(consequence.zh.length).toBeGreaterThan(0);
    }
  });

  it('XC-03.2 XC-05.1 nothing goes in a digest but reminders by e-mail: no decision, no letter, nothing with a file, nothing that may be refused', () => {
    const digested = Object.entries(contract.notices).filter(([, spec]) => spec.digest === true);
    expect(digested.map(([name]) => name)).toContain('deadlineReminder');
    for (const [name, spec] of digested) {
      const { objection, calendar, channels, holds } = spec;
      expect([name, objection, calendar, channels, spec.class]).toEqual([
        name,
        undefined,
        undefined,
        ['EMAIL'],
        'service',
      ]);
      expect([name, holds?.deadlines]).toEqual([name, 'same']);
    }
  });

  it('has an intake if people file it, and none otherwise', () => {
    expect(kind in intakes).toBe(contract.intake !== undefined);
  });

  it('keeps the names that running cases and kept messages depend on: a change of names.txt strands them', async () => {
    const own = actions.map(([name]) => name).filter((name) => !(name in commonActions));
    const names = [
      `workflow ${kind}Case`,
      `regime ${contract.regime}`,
      ...['stages', 'outcomes', 'deadlines', 'tasks', 'parties', 'notices'].map(
        (part) => `${part} ${Object.keys(contract[part as 'stages']).join(' ')}`,
      ),
      `actions ${own.join(' ')}`,
      ...(contract.ballots === undefined ? [] : [`ballots ${Object.keys(contract.ballots).join(' ')}`]),
    ];
    const file = fileURLToPath(new URL(`./${folderOf(contract)}/names.txt`, import.meta.url));
    await expect(`${names.join('\n')}\n`).toMatchFileSnapshot(file);
  });
});

it('XC-06.2 every common action is the same object in every kind, so that one change reaches all', () => {
  for (const { actions } of Object.values(contracts)) {
    for (const [name, action] of Object.entries(commonActions)) expect(actions[name]).toBe(action);
  }
});
