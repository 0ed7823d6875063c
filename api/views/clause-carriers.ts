/**
 * What carries the clauses of a regime, in whichever regime it stands: the rule values, deadlines, actions, notices and grounds that cite it or serve a requirement drawn from it.
 * Reckoned from contracts and rules, never listed by hand (XC-06.2).
 */
import { clausesCited, requirementsNamed } from '../../rules/book/clauses.ts';
import type { Text } from '../../rules/text.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import type { Regime } from '../../workflows/engine/regime.ts';
import { regimes } from '../../workflows/regimes.ts';
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
  /** Keys of rule books, with the regime whose book it is: that of the documents, or another that rests on them too. */
  readonly rules: readonly { readonly regime: string; readonly key: string }[];
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

/** The citations of the clauses of a regime, in the order of its documents. */
export function citationsIn(regime: string): string[] {
  return clausesIn(regime).map(({ citation }) => citation);
}

function clausesIn(regime: string) {
  return lawOf(regime).texts.flatMap(({ code, clauses }) =>
    clauses.map(({ number, requirements }) => ({ citation: `${code} ${number}`, requirements })),
  );
}

/**
 * By citation of the clause. Everybody may read it, so it has neither internal targets, which are for managers alone, nor notices within the
 * body.
 * @param functions what the platform does beside its cases: its routes
 */
export function carriersOf(regime: Regime, functions: readonly PlatformFunction[] = []): ReadonlyMap<string, Carriers> {
  const clauses = clausesIn(regime.code);
  const codes = documentCodes(regime.code);
  const drawnFrom = byKey(clauses, ({ requirements }) => requirements);
  const servedBy = (requirement: string) => drawnFrom(requirement).map(({ citation }) => citation);
  const restsOn = ({ clause = '', requirement = '' }: Resting) => [
    ...clausesCited(clause, codes),
    ...servedBy(requirement),
  ];
  const contracts = regimes.flatMap(({ processes }) => processes.map(({ contract }) => contract));
  const inCases = <Part extends CasePart>(part: Part) => byKey(partsOf(contracts, part), ({ item }) => restsOn(item));
  const values = regimes.flatMap(({ code, rules: book }) =>
    Object.entries(book.values).map(([key, value]) => ({ regime: code, key, value })),
  );
  const rules = byKey(values, ({ value }) => (value.clause === 'A-08' ? [] : restsOn(value)));
  const [deadlines, actions, notices] = [inCases('deadlines'), inCases('actions'), inCases('notices')];
  const grounds = byKey(lawOf(regime.code).grounds, restsOn);
  const served = byKey(functions, ({ requirement = '' }) => requirementsNamed(requirement).flatMap(servedBy));
  return new Map(
    clauses.map(({ citation }): [string, Carriers] => [
      citation,
      {
        rules: rules(citation).map(({ regime: book, key }) => ({ regime: book, key })),
        deadlines: deadlines(citation)
          .filter(({ item }) => item.legalEffect !== false)
          .map(({ carrier, item: { consequence, platformRule = false } }) => ({
            ...carrier,
            consequence,
            platformRule,
          })),
        actions: actions(citation).map(({ carrier }) => carrier),
        notices: notices(citation)
          .filter(({ item }) => item.internal !== true)
          .map(({ carrier }) => carrier),
        grounds: grounds(citation).map(({ title }) => ({ title })),
        functions: served(citation).map(({ summary }) => ({ title: summary })),
      },
    ]),
  );
}

/** Items under each of their keys, in their order, each once. @returns the items of a key */
function byKey<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): (key: string) => readonly Item[] {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const those = found.get(key);
      if (those === undefined) found.set(key, [item]);
      else those.push(item);
    }
  }
  return (key) => found.get(key) ?? [];
}

/** Whether something carries it. */
export function isCarried({ rules, deadlines, actions, notices, grounds, functions }: Carriers): boolean {
  return [rules, deadlines, actions, notices, grounds, functions].some((list) => list.length > 0);
}

type CasePart = 'actions' | 'deadlines' | 'notices';

function partsOf<Part extends CasePart>(contracts: readonly ProcessContract[], part: Part) {
  return contracts.flatMap((contract) =>
    Object.entries(contract[part] as Readonly<Record<string, ProcessContract[Part][string]>>).map(([name, item]) => ({
      item,
      carrier: { kind: contract.kind, kindTitle: contract.title, name, title: item.title },
    })),
  );
}
