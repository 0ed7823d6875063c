/** The public pages give the numbers for enquiries that notices give (HN-NET-01.3, 04.3, AH-OPS-01.1). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bodyTelephone } from '../rules/body-telephone.ts';
import { bodyOf } from '../rules/hn-net/network.ts';
import { telephoneOf } from './hn-net/views/telephone.ts';
import { startDatabases, type TestApi, type TestDatabases } from './testing/harness.ts';

const BODY_TELEPHONES = 'hn-changsha=0731-11110000, ah-platform=0551-22220000, ah-bureau-hefei=0551-33330000';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ environment: { BODY_TELEPHONES } });
});
afterAll(() => databases.stop());

it('HN-NET-01.3 HN-NET-04.3 a platform of Hunan is reached at the number that was set, in the tree and on its page', async () => {
  const { items } = (await api.anyone.get('/api/hn-net/network')).body;
  const numberIn = (id: string) => items.find((body: { id: string }) => body.id === id).telephone;
  expect([numberIn('hn-changsha'), numberIn('hn-hub')]).toEqual(['0731-11110000', '96871']);
  const { complaint } = (await api.anyone.get('/api/hn-net/platforms/hn-changsha')).body;
  expect(complaint.contact).toBe('0731-11110000');
});

it('AH-OPS-01.1 so is one of Anhui, and the bureau that supervises it', async () => {
  const { platform, cities } = (await api.anyone.get('/api/ah/network')).body;
  const hefei = cities.find((city: { id: string }) => city.id === 'ah-platform-hefei');
  expect([platform.telephone, hefei.bureau.telephone]).toEqual(['0551-22220000', '0551-33330000']);
});

it('HN-NET-04.3 numbers for demonstration are given in training alone; a window on record has the one it declared', () => {
  const hub = bodyOf('hn-hub') ?? expect.fail('no hub');
  const production = { mode: 'production', bodyTelephones: {} } as const;
  expect(telephoneOf(production, [], hub)).toBeNull();
  expect(telephoneOf({ ...production, mode: 'training' }, [], hub)).toBe('96871');
  expect(telephoneOf({ ...production, bodyTelephones: { 'hn-hub': '0731-1' } }, [], hub)).toBe('0731-1');
  expect(telephoneOf(production, [{ party: 'unit:hn-hub' }], hub)).toBe('96871');
  expect(bodyTelephone(false, {}, { id: 'constructor', telephone: '1' })).toBeUndefined();
});
