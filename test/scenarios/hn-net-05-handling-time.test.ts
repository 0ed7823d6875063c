/** The time to accept a service request is that of the guide which the platform has published (HN-NET-04.1, 05.10), through the public API. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ApiClient } from '../../dev/rehearsal/api-client.ts';
import { settled, timelineOf } from '../support/applications.ts';
import { caseOf } from '../support/cases.ts';
import { individual, mailTo, registerSupplier, supplier } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const guide = {
  platform: 'hn-liuyang',
  officers: [{ name: '罗敏', telephone: '0731-88000002' }],
  acceptanceRules: '工作日 9:00 至 17:00 受理。',
};

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-30T09:00:00+08:00' });
  await registerSupplier(stack);
  await (await stack.as('consumer')).post('/api/cases/consumerRegistration', individual);
});
afterAll(() => stack.stop());

/** The window publishes its guide, which its page shows then. */
async function publish(handlingDays: number): Promise<void> {
  await (await stack.as('county')).post('/api/cases/platformDisclosure', { ...guide, handlingDays });
  const page = ApiClient.without(stack.baseUrl);
  await vi.waitFor(async () => {
    expect(await page.get('/api/hn-net/platforms/hn-liuyang')).toMatchObject({ handlingDays });
  }, PATIENCE);
}

async function transferred(): Promise<string> {
  const need = { platform: 'hn-liuyang', category: 'TECHNOLOGY', need: '需要对一批样品作成分检测。' };
  const consumer = await stack.as('consumer');
  const { caseId } = await consumer.post<{ caseId: string }>('/api/cases/serviceRequest', need);
  const transfer = { provider: supplier.party, reason: '该服务商有检测资质。' };
  await (await stack.as('county')).act(caseId, 'transferToProvider', transfer);
  return caseId;
}

async function lastDay(id: string): Promise<string | undefined> {
  const county = await stack.as('county');
  const { deadlines } = await county.get<{ deadlines: { lastDay: string }[] }>(`/api/cases/${id}`);
  return deadlines[0]?.lastDay;
}

async function isBack(id: string): Promise<void> {
  await settled(stack);
  await vi.waitFor(async () => {
    expect(await caseOf(stack, id, 'county')).toMatchObject({ stage: 'RECEIVED', tasks: [{ name: 'giveOut' }] });
  }, PATIENCE);
}

it('HN-NET-05.10 HN-NET-04.1 given 3 published working days and a transfer of 2025-09-30 it is back on 2025-10-12; given 5, on 2025-10-15', async () => {
  await publish(3);
  const three = await transferred();
  await publish(5);
  const five = await transferred();
  expect([await lastDay(three), await lastDay(five)]).toEqual(['2025-10-11', '2025-10-14']);
  const line = (await timelineOf(stack, five, 'county')).find(({ type }) => type === 'REQUEST_TRANSFERRED_TO_PROVIDER');
  expect(JSON.stringify(line)).toContain('办理时限 5 个工作日');
  await stack.advanceTo('2025-10-11T23:00:00+08:00');
  expect((await mailTo(stack, 'supplier@demo.anjuan.test', '受理服务需求')).text).toMatch(/2025年10月1[14]日/);
  expect(await caseOf(stack, three, 'county')).toMatchObject({ stage: 'TRANSFERRED' });
  await stack.advanceTo('2025-10-12T00:01:00+08:00');
  await isBack(three);
  expect(await caseOf(stack, five, 'county')).toMatchObject({ stage: 'TRANSFERRED' });
  await stack.advanceTo('2025-10-15T00:01:00+08:00');
  await isBack(five);
});
