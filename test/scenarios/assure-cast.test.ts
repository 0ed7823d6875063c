/** What `npm run assure` plays before it examines: every kind of case is there to be met, and nothing is out of order. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operationsOf, type Operation } from '../../dev/assure/calls/document.ts';
import { knownIds } from '../../dev/assure/calls/known-ids.ts';
import { assemble, type Cast } from '../../dev/assure/cast.ts';
import { STORE_KINDS } from '../../dev/assure/store-cast.ts';
import { storeFaults } from '../../dev/assure/store-invariants.ts';
import { contracts } from '../../workflows/regimes.ts';
import { openStage } from '../support/network.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

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
