/** Which cases are opened about a store whose clearance is confirmed, and which are not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseOpenings } from '../../prisma/sh-store/opening-check.ts';
import type { Refusal } from '../../rules/refusal.ts';
import { runningCases } from '../../workflows/sh-store/clearance/running-cases.ts';
import { shStore } from '../../workflows/sh-store/regime.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES } from '../testing/samples.ts';
import { addStore } from '../testing/stores.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api();
  await addStore(api, 'sto-1', CODES.provider);
  await addStore(api, 'sto-2', CODES.other);
  await api.database.store.update({
    where: { id: 'sto-2' },
    data: { clearingSince: new Date('2025-08-20T02:00:00Z') },
  });
});

afterAll(() => databases.stop());

/** As the role of the API, which may not write to stores. */
const opening = (kind: string, about: string | null) =>
  api.context.database.$transaction((tx) => refuseOpenings(tx, [{ kind, about }]));

const ended = runningCases.map(({ kind }) => kind);
const all = shStore.processes.map(({ contract: { kind } }) => kind);

it('SH-STORE-11.10 a clearance tells every kind of case that it can end', () => {
  const withEnd = shStore.processes.flatMap(({ contract: { kind, actions } }) =>
    'storeCleared' in actions ? kind : [],
  );
  expect([...ended].sort()).toEqual(withEnd.sort());
});

describe.each(all)('%s', (kind) => {
  it('SH-STORE-11.10 is opened about a store that is open, and about no store at all', async () => {
    await opening(kind, 'store:sto-1');
    await opening(kind, null);
  });

  const isEnded = ended.some((one) => one === kind);
  it(`SH-STORE-11.10 is ${isEnded ? 'not ' : ''}opened beside a confirmed clearance`, async () => {
    const asked = opening(kind, 'store:sto-2').catch((refusal: unknown) => (refusal as Refusal).code);
    expect(await asked).toBe(isEnded ? 'CONDITION_NOT_MET' : undefined);
  });
});
