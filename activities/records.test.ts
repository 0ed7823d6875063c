import { expect, it } from 'vitest';
import { CASE_ID } from '../test/support/notice-database.ts';
import { oneNoticeDatabase } from '../test/support/one-notice-database.ts';
import type { Effects } from '../workflows/engine/transition.ts';
import type { CommonWrites } from '../workflows/engine/types.ts';
import type { CaseHead } from './case-head.ts';
import { writeRecord } from './records.ts';

const PROVIDER = '91430102MA4L8XK93A';
const REGISTER = 'hn-net.credit';

const records = oneNoticeDatabase();

/** Writes to a register as a transition of the sample case does. */
async function write(data: CommonWrites['register']): Promise<void> {
  const head = await records.database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  const effects = { at: '2026-02-26T10:00:00.000+08:00' } as unknown as Effects;
  await records.database.$transaction((tx) => writeRecord(tx, head as never, effects, { write: 'register', data }));
}

function item(caseId: string, result: string): CommonWrites['register'] {
  const standing = { status: 'RECORDED', validFrom: null, validTo: null } as const;
  return {
    register: REGISTER,
    party: PROVIDER,
    adds: true,
    ...standing,
    data: { complaints: { [caseId]: { result } } },
  };
}

it('HN-NET-12.1 cases add to the entry of a party that is not their own, at once or one after another', async () => {
  const standing = { status: 'REGISTERED', validFrom: null, validTo: null, data: {} } as const;
  await records.database.registerEntry.create({
    data: {
      id: `hn-net.providers:${PROVIDER}`,
      regime: 'HN_NET',
      register: 'hn-net.providers',
      party: PROVIDER,
      name: '长沙星辰检测技术有限公司',
      bodyId: 'hn-liuyang',
      region: 'HN/CHANGSHA/LIUYANG',
      caseId: CASE_ID,
      changedAt: new Date(),
      ...standing,
    },
  });
  await Promise.all(['cpl-1', 'cpl-2', 'cpl-3'].map((id) => write(item(id, 'UPHELD'))));
  await write(item('cpl-2', 'REVERSED'));
  const entry = await records.database.registerEntry.findFirstOrThrow({
    where: { register: REGISTER },
    include: { changes: { orderBy: { seq: 'asc' } } },
  });
  expect(entry).toMatchObject({
    party: PROVIDER,
    name: '长沙星辰检测技术有限公司',
    data: {
      complaints: { 'cpl-1': { result: 'UPHELD' }, 'cpl-2': { result: 'REVERSED' }, 'cpl-3': { result: 'UPHELD' } },
    },
  });
  // What the entry was at each time is kept.
  expect(entry.changes.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  expect(entry.changes.at(2)?.data).toMatchObject({ complaints: { 'cpl-2': { result: 'UPHELD' } } });
});

it('HN-NET-06.1 an entry of the subject of the case stands as it was written last', async () => {
  const { subject } = await records.database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  const register = 'hn-net.providers';
  const standing = { register, validFrom: null, validTo: null } as const;
  await write({ ...standing, status: 'REGISTERED', data: { address: '旧址', phone: '1' } });
  await write({ ...standing, status: 'REGISTERED', data: { address: '新址' } });
  const entry = await records.database.registerEntry.findFirstOrThrow({ where: { register, party: subject } });
  expect(entry.data).toEqual({ address: '新址' });
});

it('SH-STORE-04.5 HN-NET-06.1 a name put right in the form is that of the case, and of the entry it writes', async () => {
  const head = await records.database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  const effects = { at: '2026-02-27T10:00:00.000+08:00' } as unknown as Effects;
  const register = 'hn-net.providers';
  const entry = { register, status: 'REGISTERED', validFrom: null, validTo: null, data: {} } as const;
  const writes = [
    { write: 'form', data: { changes: { institution: { name: '改正后的名称' } }, filedById: 'someone' } },
    { write: 'name', data: { at: 'institution.name' } },
    { write: 'register', data: entry },
  ];
  await records.database.$transaction(async (tx) => {
    let now = head as never as CaseHead;
    for (const record of writes) now = await writeRecord(tx, now, effects, record);
    expect(now.title).toBe('改正后的名称');
  });
  expect(await records.database.case.findUniqueOrThrow({ where: { id: CASE_ID } })).toMatchObject({
    title: '改正后的名称',
  });
  const [written] = await records.database.registerEntry.findMany({ where: { register, party: head.subject } });
  expect(written?.name).toBe('改正后的名称');
});

it('AH-OPS-05.2 a party that has changed its name is called by it in its open cases and in every register of the regime', async () => {
  const head = await records.database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  const effects = { at: '2026-02-28T10:00:00.000+08:00' } as unknown as Effects;
  const standing = { status: 'REPORTING', validFrom: null, validTo: null, data: {} } as const;
  await write({ ...standing, register: 'ah.members' });
  await records.database.$transaction((tx) =>
    writeRecord(tx, head as never, effects, { write: 'renamed', data: { name: '变更后的名称' } }),
  );
  // Another case that writes later brings the old name back nowhere.
  await write({ ...standing, register: 'ah.reports', adds: true });
  const names = await records.database.registerEntry.findMany({
    where: { party: head.subject, register: { in: ['ah.members', 'ah.reports'] } },
    select: { register: true, name: true },
    orderBy: { register: 'asc' },
  });
  expect(names).toEqual([
    { register: 'ah.members', name: '变更后的名称' },
    { register: 'ah.reports', name: '变更后的名称' },
  ]);
  const other = await records.database.registerEntry.findFirstOrThrow({ where: { party: PROVIDER } });
  expect(other.name).toBe('长沙星辰检测技术有限公司');
});
