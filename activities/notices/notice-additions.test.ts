/** What a body adds stands in the mails of its own cases, the latest version of it, and in no other (XC-04.4). */
import { expect, it } from 'vitest';
import { planNotice, type FreshDatabase } from '../../test/support/notice-database.ts';
import { noticePost } from '../../test/support/notice-post.ts';
import { sampleCommon } from '../../rules/notices/samples.ts';
import { kindWith } from './sample-notices.ts';

const { databases, serve, send } = noticePost();
const TEMPLATE = 'interviewNotice';

function add({ database }: FreshDatabase, version: number, zh: string, changes: object = {}) {
  const of = { bodyId: 'sh-centre', kind: kindWith(TEMPLATE), template: TEMPLATE };
  const row = { ...of, version, zh, en: `${zh} in English`, createdAt: new Date(), createdById: 'demo-admin' };
  return database.noticeAddition.create({ data: { ...row, ...changes } });
}

async function mailed(fresh: FreshDatabase, row: Parameters<typeof planNotice>[2] = {}) {
  const server = await serve();
  const id = await planNotice(fresh.database, TEMPLATE, row);
  send(fresh, server);
  await expect.poll(() => server.received.length, { timeout: 30_000 }).toBe(1);
  const kept = await fresh.database.notice.findUniqueOrThrow({ where: { id } });
  return { mail: server.received[0]?.mail, kept };
}

it('XC-04.4 the latest version is mailed and kept, below what the notice says', async () => {
  const fresh = await databases.fresh();
  await add(fresh, 1, '旧的提示。');
  await add(fresh, 2, '请走东门。\n可乘地铁。');
  await add(fresh, 1, '另一机构的提示。', { bodyId: 'sh-commission' });
  await add(fresh, 1, '另一通知的提示。', { template: 'setupDone' });
  const { mail, kept } = await mailed(fresh);
  for (const words of ['请走东门。', '可乘地铁。']) {
    expect(mail?.text).toContain(words);
    expect(kept.html).toContain(words);
  }
  expect(mail?.text).not.toMatch(/旧的提示|另一/);
});

it('an empty version ends it, and English has the English one', async () => {
  const fresh = await databases.fresh();
  await add(fresh, 1, '请走东门。');
  expect((await mailed(fresh, { locale: 'en' })).mail?.text).toContain('请走东门。 in English');
  const other = await databases.fresh();
  await add(other, 1, '请走东门。');
  await add(other, 2, '', { en: '' });
  expect((await mailed(other)).mail?.text).not.toContain('请走东门');
});

it('a test that an administrator mails to themselves says so in its subject, and is of no case', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const id = await planNotice(fresh.database, TEMPLATE, { caseId: null, recipientId: 'demo-admin' });
  const { data } = await fresh.database.notice.findUniqueOrThrow({ where: { id } });
  await fresh.database.notice.update({ where: { id }, data: { data: { ...(data as object), test: true } } });
  send(fresh, server);
  await expect.poll(() => server.received.length, { timeout: 30_000 }).toBe(1);
  expect(server.received[0]?.mail.subject).toMatch(/^【测试】/);
  expect(await fresh.database.timelineEvent.count()).toBe(0);
  // What it repeats of a case is forgotten with its mail: nothing that destroys the records of the case would find it.
  const find = () => fresh.database.notice.findUniqueOrThrow({ where: { id } });
  await expect.poll(async () => (await find()).status, { timeout: 30_000 }).toBe('SENT');
  const emptied = { subject: null, html: null, text: null, attachments: null };
  expect(await find()).toMatchObject({ ...emptied, data: { test: true, caseKind: kindWith(TEMPLATE) } });
  expect(JSON.stringify(await find())).not.toContain(sampleCommon.institution);
});
