/** How far a store is: its set-up, and the targets of its trial, as its institution sees them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeReference } from '../../workflows/sh-store/words.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';
import { CODES } from '../testing/samples.ts';
import { addStore, factOf, reportFacts } from '../testing/stores.ts';

let databases: TestDatabases;
let api: TestApi;

/** Opens a case of the store, as its workflow does. */
async function openCase(id: string, kind: string): Promise<void> {
  const place = { bodyId: 'sh-centre', region: 'SH/PUDONG' };
  await api.database.case.create({
    data: {
      ...{ id, number: `号${id}`, kind, regime: 'SH_STORE', stage: 'OPEN', subject: CODES.provider, title: '启明' },
      ...{ ...place, about: storeReference('sto-1'), ruleVersion: 1, calendarVersion: 1, opening: {} },
      openedAt: new Date('2025-08-01T02:00:00Z'),
      parties: { create: [{ name: 'provider', party: CODES.provider }] },
      bodies: { create: [place] },
    },
  });
}

const progress = async () => (await (await api.as('provider')).get('/api/stores/sto-1')).body.progress;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-09-26T10:00:00.000+08:00' });
  await addStore(api, 'sto-1', CODES.provider);
});
afterAll(() => databases.stop());

describe('the progress of a store', () => {
  it('SH-STORE-06.5 SH-STORE-07.6 is nothing where neither set-up nor trial runs', async () => {
    expect(await progress()).toEqual({ setUp: null, trial: null });
  });

  it('SH-STORE-06.1 counts what was listed and when the decoration was published, until the set-up is over', async () => {
    await openCase('set-1', 'storeSetup');
    expect((await progress()).setUp).toEqual({ caseId: 'set-1', decorationPublishedAt: null, listed: 0, needed: 1 });
    const facts = [factOf('DECORATION_PUBLISHED'), factOf('PRODUCT_LISTED', { productId: 'p-1' })];
    const reported = await reportFacts(await api.as('admin'), facts);
    expect(reported.status, JSON.stringify(reported.body)).toBeLessThan(300);
    expect((await progress()).setUp).toMatchObject({
      decorationPublishedAt: '2025-09-10T09:00:00.000+08:00',
      listed: 1,
    });
    await api.database.case.update({ where: { id: 'set-1' }, data: { closedAt: new Date() } });
    expect((await progress()).setUp).toBeNull();
  });

  it('SH-STORE-07.6 holds the figures against the three targets while the trial runs', async () => {
    await openCase('tri-1', 'trialOperation');
    const { trial } = await progress();
    expect(trial.caseId).toBe('tri-1');
    expect(trial.targets.map(({ figure }: { figure: string }) => figure)).toEqual(['points', 'orders', 'products']);
    for (const { value, met, missing, test } of trial.targets) {
      expect([met, missing === 0]).toEqual([met, met]);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(test.zh).toMatch(/\d/);
    }
    expect(trial.targets.at(-1)).toMatchObject({ value: 1, met: false });
  });
});
