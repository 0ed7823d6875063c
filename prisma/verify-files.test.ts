import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDatabases, type TestDatabases } from '../api/testing/harness.ts';
import { uploaded } from '../api/testing/samples.ts';
import { spoil } from '../test/support/spoilt-file.ts';
import { verifyFiles } from './verify-files.ts';

let databases: TestDatabases;
beforeAll(async () => {
  databases = await startDatabases();
});
afterAll(() => databases.stop());

it('HN-NET-10.5 a stored file whose content no longer has its hash is found, and no other', async () => {
  const api = await databases.api();
  const provider = await api.as('provider');
  const [changed] = [await uploaded(provider), await uploaded(provider)];
  expect((await verifyFiles(api.database)).changed).toEqual([]);
  await spoil(api.database, changed);
  expect(await verifyFiles(api.database)).toMatchObject({ checked: 2, changed: [{ id: changed }] });
});
