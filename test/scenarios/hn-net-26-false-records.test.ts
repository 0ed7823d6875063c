/** Records that a department finds false, among many that are true: what the statistics count of them (HN-NET-26.4), through the public API. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { settled, uploadPdf } from '../support/applications.ts';
import { caseOf } from '../support/cases.ts';
import { registerSupplier, supplier } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

const OCTOBER = { from: '2025-10-01', to: '2025-10-31', provider: supplier.party };

let stack: TestStack;
let records: string[];

/** A service of October whose record its provider has begun, proven, and the platform found sufficient. */
async function recorded(nth: number): Promise<string> {
  const [provider, window] = [await stack.as('supplier'), await stack.as('window')];
  const form = { item: `材料检测 ${nth}`, launchedOn: '2025-10-10', performedOn: '2025-10-13' };
  const { caseId } = await provider.post<{ caseId: string }>('/api/cases/serviceRecord', form);
  for (const kind of ['CONTRACT', 'REPORT']) {
    const fileIds = [await uploadPdf(provider, `资料-${nth}.pdf`)];
    await provider.act(caseId, 'uploadEvidence', { kind, format: 1, fileIds });
  }
  await window.act(caseId, 'acceptEvidence');
  return caseId;
}

async function figures() {
  return (await stack.as('window')).get(`/api/hn-net/statistics?${String(new URLSearchParams(OCTOBER))}`);
}

/** The ids of the records that a figure counts, and from when each counts no more. */
async function listed(figure: { readonly list: Record<string, string> }): Promise<Map<string, string | null>> {
  const query = new URLSearchParams({ ...figure.list, limit: '100' });
  const { items } = await (
    await stack.as('window')
  ).get<{ items: { caseId: string; excludedFrom: string | null }[] }>(`/api/hn-net/service-records?${String(query)}`);
  return new Map(items.map(({ caseId, excludedFrom }) => [caseId, excludedFrom]));
}

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-26T14:00:00+08:00' });
  await registerSupplier(stack);
  await stack.advanceTo('2025-10-14T09:00:00+08:00');
  records = [];
  for (let nth = 0; nth < 40; nth += 5) {
    records.push(...(await Promise.all([0, 1, 2, 3, 4].map((more) => recorded(nth + more)))));
  }
});
afterAll(() => stack.stop());

it('HN-NET-26.4 given 5 false of 40, then 35 are counted and 5 are marked, from the day of the finding; the originals are kept', async () => {
  expect((await figures()).times.count).toBe(40);
  const falseRecordIds = records.slice(0, 5);
  const department = await stack.as('department');
  const { caseId: fraud } = await department.post<{ caseId: string }>('/api/cases/fraudSanction', {
    ...{ department: 'hn-dept-changsha', accused: supplier.party, aims: ['FUNDS'], records: records.slice(0, 8) },
    suspicion: '八份检测报告的签章和日期雷同。',
  });
  await settled(stack);
  await stack.advanceTo('2025-10-20T10:00:00+08:00');
  const reason = '经鉴定，其中五份报告系伪造。';
  await (await stack.as('departmentmanager')).act(fraud, 'confirmFraud', { falseRecordIds, reason });

  await vi.waitFor(async () => expect((await figures()).excluded.count).toBe(5), PATIENCE);
  const after = await figures();
  expect([after.times.count, after.eligible.count, after.items, after.enterpriseVisits]).toEqual([35, 35, 35, 35]);
  const counted = await listed(after.times);
  expect([...counted.keys()].sort()).toEqual(records.slice(5).sort());
  expect(await listed(after.excluded)).toEqual(new Map(falseRecordIds.map((id) => [id, '2025-10-20'])));

  // Up to the day of the finding they counted, and the figures of then come out as they were.
  const before = await (
    await stack.as('window')
  ).get(`/api/hn-net/statistics?${String(new URLSearchParams({ ...OCTOBER, asOf: '2025-10-19' }))}`);
  expect([before.times.count, before.excluded.count]).toEqual([40, 0]);

  for (const id of falseRecordIds) {
    const kept = await caseOf(stack, id, 'supplier');
    expect(kept).toMatchObject({ outcome: 'UPLOADED_IN_TIME', facts: { excluded: { by: fraud, from: '2025-10-20' } } });
    expect(kept.forms[0]?.data).toMatchObject({ launchedOn: '2025-10-10' });
  }
  expect((await caseOf(stack, records[5] as string, 'supplier')).facts.excluded).toBeNull();
});
