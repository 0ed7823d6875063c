/**
 * Every action of every process, with inputs made of its schema: what may be said of it stands in its line, in both languages, and no code
 * does. A process that is added is held to it by its schemas alone; one whose sentences look at what the case remembers has a sample of
 * that in its `samples.ts`.
 */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shStoreValues } from '../rules/sh-store/config.ts';
import { publishedCalendar } from '../rules/time/published-calendar.ts';
import { PROVIDER } from '../test/support/network-case.ts';
import { folderOf, inputs } from './beside.ts';
import { commonActions } from './engine/common-contract.ts';
import type { ProcessContract } from './engine/contract.ts';
import { jsonSchemaOf } from './engine/json-schema.ts';
import { actionLine, shown } from './engine/sentences.ts';
import { processes } from './regimes.ts';

type Path = readonly (string | number)[];

/** A value with one that differs from it; `words` are looked for in the sentence as they are. */
interface Leaf {
  readonly path: Path;
  readonly values: readonly [unknown, ...unknown[]];
  readonly words: boolean;
}

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** Fields whose form the schema does not say. */
const KNOWN: Readonly<Record<string, readonly [unknown, ...unknown[]]>> = {
  provider: [PROVIDER, '91310115MA1K3AB128'],
  introducer: [PROVIDER, '91310115MA1K3AB128'],
  partner: [PROVIDER, '91310115MA1K3AB128'],
  expert: ['person:zz', 'person:yy'],
  conflicts: [['91310115MA1K3AB128'], ['91310104MA1FR2CD85']],
  body: ['hn-changsha', 'hn-hub'],
  bodyId: ['hn-changsha', 'hn-hub'],
  broughtInBy: ['hn-changsha', 'hn-hub'],
  service: ['S1', 'S2'],
  code: ['S1', 'S2'],
  creditCode: ['91310115MA1K3AB128', '91310104MA1FR2CD85'],
  contactPhone: ['021-55667788', '021-55667789'],
  contactEmail: ['zz@example.org', 'yy@example.org'],
  telephone: ['0731-88000019', '0731-88000018'],
  email: ['zz@example.org', 'yy@example.org'],
  identityNumber: ['310104198001011239'],
  mobile: ['13800000001', '13800000002'],
  officePhone: ['021-55667788', '021-55667789'],
  fax: ['021-55667788', '021-55667789'],
  link: ['https://zz.example', 'https://yy.example'],
  links: [['https://zz.example'], ['https://yy.example']],
};

/** Ids say nothing to people; how many files there are is said. Names of persons never get on the timeline. */
const isUnsaid = (path: Path) => {
  const field = String(path.findLast((part) => typeof part === 'string'));
  return /Ids?$/.test(field) || (path[0] === 'attendees' && field === 'name') || path[0] === 'files';
};

/** The fields of a form are named, and a number stands beside what it was before; whatever else they say stands in the form. */
const isNamedOnly = (path: Path) => path[0] === 'figures';

/** What is read for an action, by the name of the reading. */
const READINGS: Readonly<Record<string, unknown>> = {
  trial: { asOf: '2025-11-26T00:00:00.000+08:00', points: 1501, orders: 99, products: 10 },
  runningOrders: [{ orderId: 'o-1', buyer: 'contact:c-1' }],
  listedProducts: [{ productId: 'p-1', name: 'zz-product' }],
  windows: [],
  deletion: { asOf: '2027-07-02', all: 100, due: 12, held: { NOT_YET: 80 }, copies: [] },
  storePoints: { asOf: '2025-12-31', stores: ['s-1'], year: 950, cumulative: 1400, byAngle: {} },
  submission: { points: { asOf: '2025-12-01', stores: [], year: 900, cumulative: 900, byAngle: {} }, issues: [] },
  conditions: { notMet: [], headcountStands: null },
  campaignStage: 'ASSESSMENT',
  scoreSheets: [],
  interestsInBases: [{ base: '91310104MA1FR2CD85', people: ['person:e1'] }],
  casesAbout: { assessmentEntry: { open: { DOCUMENT_REVIEW: 8 }, closed: {} } },
  serviceRecords: { facts: 12, entries: 1, digest: 'e3b0c4' },
  bars: [{ id: 'zz-barId', clause: 'SH-STORE 四.6', lastDay: '2026-10-24', firm: false, isLifted: false }],
};

function leavesOf(schema: Schema, path: Path = []): Leaf[] {
  const field = String(path.at(-1));
  const known = KNOWN[field];
  // A closed list that has none of the known ones is of another regime.
  const isOfList = schema.enum === undefined || known?.every((one) => schema.enum?.includes(one));
  if (known !== undefined && isOfList === true) return [{ path, values: known, words: false }];
  if (schema.anyOf !== undefined) return leavesOf(schema.anyOf[0] ?? {}, path);
  if (schema.const !== undefined) return [{ path, values: [schema.const], words: false }];
  if (schema.enum !== undefined) return [{ path, values: schema.enum as [unknown], words: false }];
  switch (schema.type) {
    case 'object':
      if (schema.propertyNames?.enum !== undefined && typeof schema.additionalProperties === 'object') {
        const { additionalProperties: value } = schema;
        return schema.propertyNames.enum.flatMap((key) => leavesOf(value, [...path, String(key)]));
      }
      return Object.entries(schema.properties ?? {}).flatMap(([name, of]) => leavesOf(of, [...path, name]));
    case 'array':
      return leavesOf(schema.items ?? {}, [...path, 0]);
    case 'boolean':
      return [{ path, values: [true, false], words: false }];
    case 'integer':
    case 'number': {
      const least = Math.max(schema.minimum ?? 0, 0);
      return [{ path, values: [least + 60, least + 61], words: false }];
    }
    default:
      if (schema.format === 'date') return [{ path, values: ['2025-10-09', '2025-10-11'], words: false }];
      if (schema.format === 'date-time')
        // A working afternoon, and a Sunday: some is said of what lies outside office hours alone.
        return [{ path, values: ['2025-10-09T14:00:00.000+08:00', '2025-10-12T09:30:00.000+08:00'], words: false }];
      return [{ path, values: [wordsFor(path, 'zz'), wordsFor(path, 'yy')], words: true }];
  }
}

function wordsFor(path: Path, first: string): string {
  return `${first}-${path.join('-')}`;
}

/** An input with these values at their places. */
function inputOf(values: readonly (readonly [Path, unknown])[]): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [path, value] of values.filter(([, given]) => given !== undefined)) {
    let at: Record<string | number, unknown> = input;
    path.forEach((part, index) => {
      if (index === path.length - 1) at[part] = value;
      else at = (at[part] ??= typeof path[index + 1] === 'number' ? [] : {}) as Record<string | number, unknown>;
    });
  }
  return input;
}

/** A code in a sentence: a word of the schema's closed lists, in the Chinese sentence or with capitals in the English one. */
function codesIn(leaves: readonly Leaf[], { zh, en }: { readonly zh: string; readonly en: string }): string[] {
  const codes = leaves
    .filter(({ words, path }) => !words && !(String(path.at(-1)) in KNOWN))
    .flatMap(({ values }) => values)
    .filter((value): value is string => typeof value === 'string' && /^[A-Za-z][\w.]*$/.test(value));
  const has = (sentence: string, code: string) => sentence.split(/[^\w.]+/).includes(code);
  return codes.filter((code) => has(zh, code) || (/[A-Z_]/.test(code) && has(en, code)));
}

async function rememberedOf(contract: ProcessContract): Promise<object> {
  const samples = (await import(new URL(`./${folderOf(contract)}/samples.ts`, import.meta.url).href)) as object;
  return ((samples as Record<string, unknown>)[`${contract.kind}Remembered`] as object | undefined) ?? {};
}

const ownActions = ({ actions }: ProcessContract) =>
  Object.entries(actions).filter(([name]) => !(name in commonActions));
/** A process may have none, where all is done by filing. */
const withActions = Object.entries(processes).filter(([, { contract }]) => ownActions(contract).length > 0);

describe.each(withActions)('%s', (kind, { contract, sentences }) => {
  const own = ownActions(contract);

  it.each(own)('XC-05.3 the line of %s says by itself what was done, with what and why', async (name, action) => {
    const schema = inputs[kind]?.[name];
    if (schema === undefined) throw new Error(`${kind} has no schema of ${name}.`);
    const facts = await rememberedOf(contract);
    const calendar = publishedCalendar();
    const state = { facts, bodyId: 'hn-liuyang', rules: shStoreValues(), calendar, bodies: {}, deadlines: [] };
    const reading = READINGS[action.reading ?? ''];
    const leaves = leavesOf(jsonSchemaOf(schema));
    const isShown = ({ path }: Leaf) => !(action.withholds ?? []).includes(String(path[0]));

    /** The line with the first value of each field, and others where told; a field is left out with `undefined`. */
    const lineWith = (others: readonly (readonly [Leaf, unknown])[] = []) => {
      const values = leaves.map((leaf) => {
        const other = others.find(([of]) => of === leaf);
        return [leaf.path, other === undefined ? leaf.values[0] : other[1]] as const;
      });
      const input = schema.parse(inputOf(values)) as Record<string, unknown>;
      const said = shown(input, action);
      const told = { contract, before: state, after: state, reading };
      return actionLine(action, said, sentences?.[name]?.(said as never, told as never));
    };

    const line = lineWith();
    for (const { path, values } of leaves.filter((leaf) => !isShown(leaf))) {
      if (typeof values[0] !== 'string') continue;
      expect([path, line.zh.includes(values[0]), line.en.includes(values[0])]).toEqual([path, false, false]);
    }
    for (const leaf of leaves.filter(({ path }) => isNamedOnly(path) && path.length === 2)) {
      expect([leaf.path, lineWith([[leaf, undefined]])]).not.toEqual([leaf.path, line]);
    }
    for (const said of [
      line,
      ...leaves.flatMap((leaf) => leaf.values.slice(1).flatMap((value) => tried([[leaf, value]]))),
    ]) {
      expect(codesIn(leaves, said)).toEqual([]);
      expect(said.zh).toMatch(/\p{Script=Han}/u);
      // A clause is cited by its own name; all else is said in English.
      expect(said.en.replace(/\b[A-Z]+-[A-Z]+ \S+/g, '')).not.toMatch(/\p{Script=Han}/u);
      expect(`${said.zh} ${said.en}`).not.toMatch(/undefined|null|NaN|\[object|[A-Z]+_[A-Z]|z[zy]-\w*Id\b/);
    }

    // Some fields count only beside a certain value of another one, e.g. what a hit touches.
    const settings = [
      [],
      ...leaves.flatMap((leaf) => (leaf.words ? [] : leaf.values.slice(1).map((value) => [[leaf, value] as const]))),
    ];
    for (const leaf of leaves.filter((one) => isShown(one) && !isUnsaid(one.path) && !isNamedOnly(one.path))) {
      const [first, ...rest] = leaf.values;
      if (leaf.words) {
        // One language of a phrase stands in the sentence of that language.
        const language = leaf.path.at(-1);
        if (language !== 'en') expect(line.zh, String(leaf.path)).toContain(first);
        if (language !== 'zh') expect(line.en, String(leaf.path)).toContain(first);
        continue;
      }
      for (const value of rest) {
        const differs = settings.some((setting) => {
          if (setting.some(([of]) => of === leaf)) return false;
          const [a] = tried(setting);
          const [b] = tried([...setting, [leaf, value]]);
          return a !== undefined && b !== undefined && a.zh !== b.zh && a.en !== b.en;
        });
        expect([leaf.path.join('.'), value, differs]).toEqual([leaf.path.join('.'), value, true]);
      }
    }

    /** The line, if the schema takes such an input. */
    function tried(others: readonly (readonly [Leaf, unknown])[]) {
      try {
        return [lineWith(others)];
      } catch (failure) {
        if (failure instanceof z.ZodError) return [];
        throw failure;
      }
    }
  });
});
