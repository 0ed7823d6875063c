/** The Anhui network on the real stack: its first members, and what is counted of them, through the public API. */
import { settled } from './applications.ts';
import { RESIDENT, RESIDENT2 } from './anhui-records.ts';
import type { TestStack } from './test-stack.ts';

const residents = {
  resident: { creditCode: RESIDENT, name: '合肥科创企业服务有限公司' },
  resident2: { creditCode: RESIDENT2, name: '合肥启航管理咨询有限公司' },
} as const;

const contact = {
  ...{ cityPlatform: 'ah-platform-hefei', services: '检验检测、创业辅导。', contactName: '周敏' },
  telephone: '0551-62000000',
};

/** The platform of Hefei is on record, and brings in these institutions of training mode. */
export async function joinNetwork(stack: TestStack, accounts: readonly (keyof typeof residents)[]): Promise<void> {
  const isThere = await stack.database.registerEntry.count({ where: { register: 'ah.members' } });
  if (isThere === 0) {
    const city = { ...contact, kind: 'CITY_PLATFORM', name: '合肥市中小企业综合服务平台' };
    await (await stack.as('anhuiplatform')).post('/api/cases/membership', city);
    await settled(stack);
  }
  for (const account of accounts) {
    const form = { ...contact, ...residents[account], email: `${account}@demo.anjuan.test` };
    await (await stack.as('hefei')).post('/api/cases/membership', form);
  }
  await settled(stack);
}

/** A member with its figures, tasks and lists of a year, as the provincial platform reads them now. */
export async function memberOf(stack: TestStack, party: string, year: number): Promise<any> {
  const { items } = await (await stack.as('anhuiplatform')).get(`/api/ah/members?year=${year}`);
  return items.find((item: { party: string }) => item.party === party);
}

/** The eight figures of a member for a year, as they stand now. */
export async function figuresOf(stack: TestStack, party: string, year: number): Promise<Record<string, number>> {
  const { figures } = await memberOf(stack, party, year);
  return Object.fromEntries(figures.map(({ figure, n }: { figure: string; n: number }) => [figure, n]));
}
