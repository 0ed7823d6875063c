/**
 * Who may do what in a case: every action of every process, asked by everybody who can stand in some relation to the case. What is
 * expected is written by hand in `who-may.txt` beside each process; an action, a party or a grant that is not written there fails the test.
 */
import { describe, expect, it } from 'vitest';
import { Refusal } from '../rules/refusal.ts';
import { checkDigit } from '../rules/parties/credit-code.ts';
import { MEMBER_ROLES, ROLES, STAFF_ROLES, type Office, type Requester, type Role } from '../rules/roles.ts';
import { ANY_STAGE, firstStage, type ActionContract, type ProcessContract } from '../workflows/engine/contract.ts';
import { checkAction } from '../workflows/engine/engine.ts';
import type { RecordedState } from '../workflows/engine/state.ts';
import { contracts } from '../workflows/regimes.ts';
import { readWhoMay, whoMay, type WhoMay } from './testing/who-may.ts';

const HERE = { bodyId: 'body-here', region: 'R/HERE' };
const PLACES = {
  here: HERE,
  'here for the region above': { bodyId: 'body-here', region: 'R' },
  'here for another region': { bodyId: 'body-here', region: 'R/OTHER' },
  'here for a region whose name begins alike': { bodyId: 'body-here', region: 'R/HE' },
  'here for a part of the region': { bodyId: 'body-here', region: 'R/HERE/PART' },
  'at another body': { bodyId: 'body-other', region: 'R/HERE' },
  'here for no region': { bodyId: 'body-here' },
  nowhere: {},
} as const;

/** Places from which a body's part in the case is within one's region (XC-05.5). */
const COVERING: readonly string[] = ['here', 'here for the region above'];

/** Who asks, and how they stand to the case. */
interface Relation {
  readonly name: string;
  readonly offices: readonly Office[];
  readonly role?: Role;
  readonly place?: string;
  /** The party of the case that they act for. */
  readonly party?: string;
}

/** Everybody who can stand in some relation to a case of this kind. */
function relationsTo(parties: ProcessContract['parties']): Relation[] {
  return [
    ...Object.keys(parties).flatMap((party, index) =>
      ROLES.flatMap((role): Relation[] => [
        { name: `${role} for the ${party}`, role, party, offices: [actingFor(role, keysOf(index))] },
        { name: `${role} for another ${party}`, role, offices: [actingFor(role, keysOf(index + 10))] },
      ]),
    ),
    ...ROLES.flatMap((role) =>
      Object.entries(PLACES).map(([place, at]): Relation => {
        return { name: `${role} ${place}`, role, place, offices: [{ role, ...at }] };
      }),
    ),
    { name: 'somebody without any office', offices: [] },
  ];
}

/** An office that makes its holder act for a party: staff work at a unit, members have the party itself. */
function actingFor(role: Role, { unit, organisation, contact }: ReturnType<typeof keysOf>): Office {
  if (STAFF_ROLES.includes(role)) return { role, bodyId: unit, region: 'R/HERE' };
  return { role, party: role === 'contact' ? contact : organisation };
}

function keysOf(index: number) {
  const body = `9131011500000${String(index).padStart(4, '0')}`;
  return { unit: `unit-${index}`, organisation: body + checkDigit(body), contact: `contact:c-${index}` };
}

/** What each grant gives, in words of its own: whether this relation is in the position it speaks of, and whether it is the right one. */
function expected(
  parties: WhoMay['parties'],
  who: string,
  { role, place, party }: Relation,
): 'ALLOWED' | 'OUT_OF_SCOPE' | 'NOT_ALLOWED' {
  if (who === 'case' || role === undefined) return 'NOT_ALLOWED';
  const [granted, where] = who.split(' ');
  if (where === 'anywhere') return role === granted ? 'ALLOWED' : 'NOT_ALLOWED';
  if (where === 'here') {
    if (role !== granted) return 'NOT_ALLOWED';
    return place !== undefined && COVERING.includes(place) ? 'ALLOWED' : 'OUT_OF_SCOPE';
  }
  if (parties[who]?.includes(role) !== true) return 'NOT_ALLOWED';
  return party === who ? 'ALLOWED' : 'OUT_OF_SCOPE';
}

/** The best of several grants. */
function best(verdicts: readonly string[]): string {
  return ['ALLOWED', 'OUT_OF_SCOPE'].find((verdict) => verdicts.includes(verdict)) ?? 'NOT_ALLOWED';
}

/** A case in which nothing but authority decides about the action: it is open now, nobody has done anything, and no task is held. */
function stateFor(contract: ProcessContract, { at, reopens }: ActionContract): RecordedState {
  const parties = Object.keys(contract.parties).map((party, index) => {
    const { unit, organisation, contact } = keysOf(index);
    const keys: string[] = [`unit:${unit}`, organisation, contact];
    return [party, keys] as const;
  });
  const stage = at.includes(ANY_STAGE) ? firstStage(contract) : (at[0] ?? reopens?.[0] ?? '');
  const isClosed = at.length === 0;
  return {
    schema: 1,
    ...{ id: `${contract.prefix}-1`, kind: contract.kind, subject: keysOf(0).organisation, ...HERE },
    ...{ about: null, parties: Object.fromEntries(parties), bodies: {}, stage, outcome: isClosed ? stage : null },
    ...{
      revision: 1,
      openedAt: '2025-09-01T10:00:00.000+08:00',
      facts: {},
      participants: {},
      deadlines: [],
      tasks: [],
    },
    ...{ closedAt: isClosed ? '2025-09-02T10:00:00.000+08:00' : null, entries: {}, handled: [] },
    ...{ ruleVersion: 1, clockOffsetMs: null },
  };
}

function person(offices: readonly Office[]): Requester {
  return { kind: 'person', id: 'somebody', offices };
}

/** Whether one of these offices is of a member of a party that takes part in the case. */
function actsForParty(contract: ProcessContract, action: string, offices: readonly Office[]): boolean {
  const { parties } = stateFor(contract, contract.actions[action]!);
  const taking = Object.entries(parties).flatMap(([name, keys]) => (contract.parties[name]?.follows ? [] : keys));
  return offices.some(
    ({ role, party }) => MEMBER_ROLES.includes(role) && party !== undefined && taking.includes(party),
  );
}

/** `ALLOWED`, or the code of the refusal. */
function verdictOn(contract: ProcessContract, name: string, requester: Requester): string {
  const action = contract.actions[name];
  if (action === undefined) return 'NO_SUCH_ACTION';
  try {
    checkAction({ contract }, stateFor(contract, action), name, requester);
    return 'ALLOWED';
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.code;
    throw refusal;
  }
}

describe.each(Object.entries(contracts))('XC-05.5 a case of %s', (_kind, contract) => {
  const relations = relationsTo(contract.parties);
  const actions = Object.keys(contract.actions);

  it('has the actions and the parties that who-may.txt beside its contract has', () => {
    const written = whoMay(contract);
    expect([...written.actions.keys()].sort()).toEqual(actions.sort());
    const parties = Object.entries(contract.parties).map(([name, { roles }]) => [name, roles]);
    expect(Object.fromEntries(parties)).toEqual(written.parties);
  });

  it.each(actions)('lets do %s whom who-may.txt names, and nobody else', (action) => {
    const { actions: table, parties } = whoMay(contract);
    const grants = table.get(action) ?? [];
    const verdicts = relations.map(({ name, offices }) => [name, verdictOn(contract, action, person(offices))]);
    const wanted = relations.map((relation) => [
      relation.name,
      best(grants.map((who) => expected(parties, who, relation))),
    ]);
    expect(Object.fromEntries(verdicts)).toEqual(Object.fromEntries(wanted));
    const system = { kind: 'system', id: 'app-other', role: 'system' } as const;
    expect(verdictOn(contract, action, system)).toBe(grants.includes('case') ? 'ALLOWED' : 'NOT_ALLOWED');
  });

  it.each(actions)(
    'lets do %s in whatever office of several allows it, and handle no case of a party that one acts for',
    (action) => {
      const single = relations.map(({ offices }) => verdictOn(contract, action, person(offices)));
      for (const [index, { name, offices }] of relations.entries()) {
        const more = relations[(index + 7) % relations.length];
        const both = verdictOn(contract, action, person([...(more?.offices ?? []), ...offices]));
        const each = [single[index] ?? '', single[(index + 7) % relations.length] ?? ''];
        const inside = [offices, more?.offices ?? []].map((held) => actsForParty(contract, action, held));
        // In the party's own name it may; in another office it has an interest.
        const actsAsParty = inside.some((acts, which) => acts && each[which] === 'ALLOWED');
        const isInterested = !actsAsParty && inside.includes(true) && best(each) === 'ALLOWED';
        expect(both, `${name} who is also ${more?.name}`).toBe(isInterested ? 'CONFLICT_OF_INTEREST' : best(each));
      }
    },
  );

  it('gives nothing to a role that is invented tomorrow, nor to one named like a part of the language', () => {
    for (const role of ['inspector', 'system', 'case', 'constructor', '__proto__', ''])
      for (const action of actions) {
        const offices = [{ role: role as Role, ...HERE, party: keysOf(0).organisation }];
        expect(verdictOn(contract, action, person(offices)), `${role} ${action}`).toBe('NOT_ALLOWED');
      }
  });

  it('lets somebody act in the capacity that allowed it', () => {
    for (const [action, grants] of whoMay(contract).actions) {
      for (const { name, offices } of relations) {
        if (verdictOn(contract, action, person(offices)) !== 'ALLOWED') continue;
        const { actor } = checkAction(
          { contract },
          stateFor(contract, contract.actions[action]!),
          action,
          person(offices),
        );
        const capacities = grants.map((who) => who.split(' ')[0]);
        expect(capacities, `${name} ${action}`).toContain(actor.role);
        expect(actor).toMatchObject({ kind: 'person', id: 'somebody' });
      }
    }
  });
});

describe('who-may.txt', () => {
  const written = 'party helped: consumer contact\n\nreviewer here: help\n  endHelp claimTask\nhelped: endHelp\n';

  it('is read as it is written, with what every kind of case has', () => {
    const { parties, actions } = readWhoMay(written, 'a file');
    expect(parties).toEqual({ helped: ['consumer', 'contact'] });
    expect(actions.get('help')).toEqual(['reviewer here']);
    expect(actions.get('endHelp')).toEqual(['reviewer here', 'helped']);
    expect(actions.get('claimTask')).toEqual([...['reviewer here', 'manager here', 'admin anywhere'], 'reviewer here']);
  });

  it('is refused with a line that says nothing, or where it is missing', () => {
    expect(() => readWhoMay(`${written}reviewer there: help\n`, 'a file')).toThrow("'reviewer there: help'");
    expect(() => whoMay({ regime: 'SH_STORE', kind: 'noSuch' })).toThrow(
      'workflows/sh-store/no-such/who-may.txt is missing',
    );
  });
});
