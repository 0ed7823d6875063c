/**
 * What carries the clauses of a regime: the rule values, deadlines, actions, notices and grounds that cite it or serve a requirement drawn from it.
 * Reckoned from contracts and rules, never listed by hand (XC-06.2).
 */
import { clausesCited, requirementsNamed } from '../../rules/book/clauses.ts';
import type { Text } from '../../rules/text.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import type { Regime } from '../../workflows/engine/regime.ts';
import { lawOf } from '../regimes.ts';

/** Something of a kind of case that carries a clause. */
export interface CaseCarrier {
  readonly kind: string;
  readonly kindTitle: Text;
  readonly name: string;
  readonly title: Text;
}

/** What carries one clause. */
export interface Carriers {
  /** Keys of the rule book. */
  readonly rules: readonly string[];
  readonly deadlines: readonly (CaseCarrier & {
    readonly consequence: Text;
    /** The text sets no time, and the platform does. */
    readonly platformRule: boolean;
  })[];
  readonly actions: readonly CaseCarrier[];
  readonly notices: readonly CaseCarrier[];
  readonly grounds: readonly { readonly title: Text }[];
  /** What the platform does beside its cases. */
  readonly functions: readonly { readonly title: Text }[];
}

/** What the platform does, with the requirements that it serves. */
export interface PlatformFunction {
  readonly summary: Text;
  readonly requirement?: string;
}

/** What rests on something: the passage, and the requirement that names it. */
interface Resting {
  readonly clause?: string;
  readonly requirement?: string;
}

/** The codes of the documents of a regime. */
export function documentCodes(regime: string): string[] {
  return lawOf(regime).texts.map(({ code }) => code);
}

/**
 * By citation of the clause. Everybody may read it, so it has neither internal targets, which are for managers alone, nor notices within the
 * body.
 * @param functions what the platform does beside its cases: its routes
 */
export function carriersOf(regime: Regime, functions: readonly PlatformFunction[] = []): ReadonlyMap<string, Carriers> {
  const { texts, grounds } = lawOf(regime.code);
  const contracts = regime.processes.map(({ contract }) => contract);
  const targets = inCases(contracts, 'deadlines').filter(({ item }) => item.legalEffect !== false);
  const acts = inCases(contracts, 'actions');
  const told = inCases(contracts, 'notices').filter(({ item }) => item.internal !== true);
  const codes = documentCodes(regime.code);
  const clauses = texts.flatMap(({ code, clauses: own }) =>
    own.map(({ number, requirements }) => ({ citation: `${code} ${number}`, requirements })),
  );
  return new Map(
    clauses.map(({ citation, requirements }) => {
      const rests = ({ clause = '', requirement = '' }: Resting) =>
        requirements.includes(requirement) || clausesCited(clause, codes).includes(citation);
      const own: Carriers = {
        rules: Object.entries(regime.rules.values)
          .filter(([, value]) => value.clause !== 'A-08' && rests(value))
          .map(([key]) => key),
        deadlines: targets
          .filter(({ item }) => rests(item))
          .map(({ carrier, item: { consequence, platformRule = false } }) => ({
            ...carrier,
            consequence,
            platformRule,
          })),
        actions: acts.filter(({ item }) => rests(item)).map(({ carrier }) => carrier),
        notices: told.filter(({ item }) => rests(item)).map(({ carrier }) => carrier),
        grounds: grounds.filter(rests).map(({ title }) => ({ title })),
        functions: functions
          .filter(({ requirement = '' }) => requirementsNamed(requirement).some((id) => requirements.includes(id)))
          .map(({ summary }) => ({ title: summary })),
      };
      return [citation, own];
    }),
  );
}

/** Whether something carries it. */
export function isCarried({ rules, deadlines, actions, notices, grounds, functions }: Carriers): boolean {
  return [rules, deadlines, actions, notices, grounds, functions].some((list) => list.length > 0);
}

function inCases<Part extends 'actions' | 'deadlines' | 'notices'>(contracts: readonly ProcessContract[], part: Part) {
  return contracts.flatMap((contract) =>
    Object.entries(contract[part] as Readonly<Record<string, ProcessContract[Part][string]>>).map(([name, item]) => ({
      item,
      carrier: { kind: contract.kind, kindTitle: contract.title, name, title: item.title },
    })),
  );
}
