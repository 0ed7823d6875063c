/**
 * What `npm run assure` plays before it examines: every kind of case is there to be met, and nothing is out of order. In these cases each action
 * that is open to somebody gets wrong inputs.
 */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { operationsOf, type Operation } from '../../dev/assure/calls/document.ts';
import { knownIds } from '../../dev/assure/calls/known-ids.ts';
import { assemble, type Cast } from '../../dev/assure/cast.ts';
import { STORE_KINDS } from '../../dev/assure/store-cast.ts';
import { storeFaults } from '../../dev/assure/store-invariants.ts';
import { contracts } from '../../workflows/regimes.ts';
import { openStage } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';
import { wrongInputs } from '../support/wrong-inputs.ts';

let stack: TestStack;
let cast: Cast;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-18T10:00:00+08:00' });
  cast = await assemble(openStage(stack));
});
afterAll(() => stack.stop());

it('XC-05.5 the cast has a case of every kind that it had, and what of a store is under way is open', async () => {
  const { cases, comments } = await knownIds(stack.database);
  // A kind that is added is met once somebody plays it; none is forgotten that was.
  const met = Object.keys(contracts).filter((kind) => cases[kind] !== undefined);
  await expect(`${met.sort().join('\n')}\n`).toMatchFileSnapshot('assure-cast.txt');
  expect(comments).toHaveLength(1);
  const open = await stack.database.case.findMany({ where: { closedAt: null }, select: { kind: true, stage: true } });
  const stages = Map.groupBy(open, ({ kind }) => kind);
  // The set-up and the application of a store are over once it is under way.
  for (const kind of STORE_KINDS.filter((one) => one !== 'storeSetup')) expect(stages.has(kind), kind).toBe(true);
  const reviews = stages.get('productReview')?.map(({ stage }) => stage);
  expect(new Set(reviews)).toEqual(new Set(['LISTED', 'IN_REVIEW', 'RETURNED']));
});

it('XC-05.5 each action of a person in these cases is offered with the id of a case that is there', async () => {
  const document = (await (await fetch(`${stack.baseUrl}/api/openapi.json`)).json()) as Parameters<
    typeof operationsOf
  >[0];
  const operations: Operation[] = operationsOf(document, await knownIds(stack.database), []);
  for (const kind of STORE_KINDS) {
    const actions = operations.filter(({ path }) => path.startsWith(`/api/cases/{${kind}}/actions/`));
    expect(actions.length, kind).toBeGreaterThan(0);
    for (const { path, body } of actions)
      expect(JSON.stringify(body['parameters']), path).toMatch(
        new RegExp(`"anyOf":\\[\\{"enum":\\["${contracts[kind]?.prefix}-`),
      );
  }
});

it('SH-STORE-11.10 nothing of it is what must never be', async () => {
  expect(await storeFaults(stack.database)).toEqual([]);
  // Words that are withheld were said, or nobody could fail to keep them.
  for (const { words, what } of cast.withheld) expect(words.length, what).toBeGreaterThan(8);
});

interface InBoth {
  readonly zh: string;
  readonly en: string;
}

interface Offered {
  readonly caseId: string;
  readonly action: string;
  readonly input: unknown;
  /** Account that it is open to. */
  readonly as: string;
  readonly path: string;
}

/** Somebody of each regime who reads and decides. */
const STAFF: Readonly<Record<string, string>> = { SH_STORE: 'reviewer', HN_NET: 'county' };

/** Cases, one of each kind and stage. */
async function oneOfEach(): Promise<readonly { readonly id: string; readonly kind: string; readonly stage: string }[]> {
  const all = await stack.database.case.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, stage: true },
  });
  return [...new Map(all.map((one) => [`${one.kind} ${one.stage}`, one])).values()];
}

/** Every action that is open in one of these cases to one of the accounts, once a case. */
async function offered(cases: readonly { readonly id: string }[], accounts: readonly string[]): Promise<Offered[]> {
  const found = new Map<string, Offered>();
  for (const as of accounts) {
    const client = await stack.as(as);
    const seen = await Promise.all(cases.map(({ id }) => client.exchange('GET', `/api/cases/${id}`)));
    for (const { body } of seen.filter(({ status }) => status === 200)) {
      const { id: caseId, actions } = body as {
        id: string;
        actions: { name: string; input: unknown; for: { party: string }[] }[];
      };
      for (const { name, input, for: sides } of actions) {
        const [side] = sides;
        const query = side === undefined ? '' : `?for=${encodeURIComponent(side.party)}`;
        const path = `/api/cases/${caseId}/actions/${name}${query}`;
        found.set(`${caseId} ${name}`, { caseId, action: name, input, as, path });
      }
    }
  }
  return [...found.values()];
}

/** How each case stands, and how many lines each has that people or cases have brought about. */
async function standing(): Promise<unknown> {
  const [cases, lines, forms] = await Promise.all([
    stack.database.case.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, stage: true, outcome: true, revision: true },
    }),
    stack.database.timelineEvent.groupBy({
      by: ['caseId'],
      where: { type: { not: 'NOTICE_SENT' } },
      _count: true,
      orderBy: { caseId: 'asc' },
    }),
    stack.database.form.count(),
  ]);
  return { cases, lines, forms };
}

it('XC-05.1 each action in these cases refuses an unknown field, what is missing and what is of a wrong type, in words, and changes nothing', async () => {
  await vi.waitFor(
    async () =>
      expect(await stack.database.notice.count({ where: { status: { in: ['PLANNED', 'SENDING'] } } })).toBe(0),
    { ...PATIENCE, timeout: 60_000 },
  );
  const accounts = await stack.database.user.findMany({ where: { email: { endsWith: '@demo.anjuan.test' } } });
  const open = await offered(
    await oneOfEach(),
    accounts.map(({ email }) => email.slice(0, email.indexOf('@'))),
  );
  const before = await standing();
  const kinds = new Set<string>();
  for (const { caseId, action, input, as, path } of open) {
    const client = await stack.as(as);
    const answers = wrongInputs(input).map(async (wrong) => ({
      ...wrong,
      ...(await client.exchange('POST', path, wrong.input)),
    }));
    for (const { names, fault, status, body } of await Promise.all(answers)) {
      const what = `${as}: ${action} of ${caseId}, ${fault}: ${JSON.stringify(body)}`;
      expect(status, what).toBe(422);
      const { errors, message } = body as { errors: { field: string; message: InBoth }[]; message: InBoth };
      for (const name of names)
        expect(
          errors.some(({ field }) => field === name || field.startsWith(`${name}.`)),
          what,
        ).toBe(true);
      for (const { zh, en } of [message, ...errors.map((one) => one.message)]) {
        expect(zh, what).toMatch(/[\u4e00-\u9fff]/);
        expect(en, what).toMatch(/[a-z]/);
      }
    }
    kinds.add(caseId.split('-')[0] ?? '');
  }
  // Of most kinds there is something that somebody can do.
  expect(kinds.size).toBeGreaterThan(Object.keys(contracts).length / 2);
  expect(await standing()).toEqual(before);
}, 300_000);

it('XC-05.2 what is not open in the stage of a case is refused in words, and changes nothing', async () => {
  const cases = await oneOfEach();
  const before = await standing();
  for (const { id, kind } of cases) {
    const actions = Object.entries(contracts[kind]?.actions ?? {}).filter(([, { by }]) => !by.includes('case'));
    const client = await stack.as(STAFF[contracts[kind]?.regime ?? ''] ?? 'manager');
    const seen = await client.exchange('GET', `/api/cases/${id}`);
    const openNow = seen.status === 200 ? (seen.body as { actions: { name: string }[] }).actions : [];
    const shut = actions.filter(([name]) => openNow.every((one) => one.name !== name));
    const answers = shut.map(async ([name]) => ({
      name,
      ...(await client.exchange('POST', `/api/cases/${id}/actions/${name}`, {})),
    }));
    for (const { name, status, body } of await Promise.all(answers)) {
      const what = `${name} of ${id}: ${JSON.stringify(body)}`;
      expect([403, 404, 409, 422], what).toContain(status);
      expect((body as { detail: string }).detail, what).toMatch(/[\u4e00-\u9fff]/);
    }
  }
  expect(await standing()).toEqual(before);
}, 300_000);
