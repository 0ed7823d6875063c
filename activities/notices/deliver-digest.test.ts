/** Reminders of one person that are due together are one mail (XC-03.2, XC-03.3, XC-04.1, XC-04.3). */
import { expect, it } from 'vitest';
import { wordsOf } from '../../test/support/mails.ts';
import { CASE_ID, planNotice, type FreshDatabase } from '../../test/support/notice-database.ts';
import { noticePost } from '../../test/support/notice-post.ts';
import { sampleOf } from './sample-notices.ts';
import { NOTICES_CHANNEL } from '../../prisma/channels.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { text } from '../../rules/text.ts';
import type { DeadlineView } from '../../rules/notices.ts';
import { sampleDeadline } from '../../rules/notices/samples.ts';
import { instantOf, type Day } from '../../rules/time/index.ts';
import { verifyChain } from '../timeline.ts';
import type { UndeliverableNotice } from './deliver-notices.ts';

const { databases, serve, send } = noticePost();

/** A case in which something is due, as the records have it. */
interface DueCase {
  readonly id: string;
  readonly institution: string;
  readonly deadline: DeadlineView;
}

async function openCase({ database }: FreshDatabase, nth: number, lastDay: Day): Promise<DueCase> {
  const id = `SQ-${nth}`;
  const institution = `第${nth}家服务有限公司`;
  const model = await database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  await database.case.create({
    data: {
      ...model,
      id,
      number: `申〔2025〕${nth}号`,
      subject: `s-${nth}`,
      title: institution,
      opening: {},
      state: {},
    },
  });
  const deadline = sampleDeadline({
    name: 'answer',
    title: text(`答复第${nth}件`, `answer number ${nth}`),
    lastDay,
    dueAt: instantOf(Date.parse(`${lastDay}T00:00:00+08:00`) + 86_400_000),
    workingDaysLeft: 2,
    consequence: text(`第${nth}件视为放弃`, `number ${nth} counts as given up`),
    clause: 'SH-STORE 四.3',
  });
  return { id, institution, deadline };
}

/** Writes how the deadline of a case stands. */
async function deadlineIs({ database }: FreshDatabase, { id, deadline }: DueCase, status: string): Promise<void> {
  const row = {
    status,
    dueAt: new Date(deadline.dueAt),
    period: {},
    pauses: [],
    provisional: false,
    calendarVersion: 1,
  };
  await database.deadline.upsert({
    where: { caseId_name_entry: { caseId: id, name: 'answer', entry: 1 } },
    create: { caseId: id, name: 'answer', entry: 1, startedAt: new Date(deadline.dueAt), ...row },
    update: row,
  });
}

async function remind(
  fresh: FreshDatabase,
  { id, institution, deadline }: DueCase,
  more: Partial<Prisma.NoticeUncheckedCreateInput> = {},
): Promise<string> {
  const notice = `ntc-${id}-${deadline.name}-${more.recipientEmail ?? ''}`;
  const data = {
    ...sampleOf('deadlineReminder', 'storeApplication'),
    ...{ caseId: id, caseNumber: `申${id}号`, institution, caseUrlPath: `/cases/${id}` },
    ...{ deadlines: [deadline], duty: deadline.title },
  };
  await fresh.database.notice.create({
    data: {
      ...{ id: notice, caseId: id, key: notice, template: 'deadlineReminder', requirement: 'XC-03.2' },
      ...{ locale: 'zh-CN', recipientName: '李晓', recipientEmail: 'li.xiao@example.org' },
      plannedAt: new Date(data.plannedAt),
      ...more,
      data: data as unknown as Prisma.InputJsonObject,
    },
  });
  return notice;
}

async function becomes({ database }: FreshDatabase, ids: readonly string[], status: string) {
  const find = () => database.notice.findMany({ where: { id: { in: [...ids] } }, orderBy: { ordinal: 'asc' } });
  await expect
    .poll(async () => (await find()).map((row) => row.status), { timeout: 15_000, interval: 10 })
    .toEqual(ids.map(() => status));
  return find();
}

async function linesOf({ database }: FreshDatabase, caseId: string) {
  const lines = await database.timelineEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
  expect(verifyChain(lines, await database.case.findUniqueOrThrow({ where: { id: caseId } }))).toMatchObject({
    intact: true,
  });
  return lines;
}

/** Three cases of which the second ends first. */
async function threeDue(fresh: FreshDatabase): Promise<readonly [DueCase, DueCase, DueCase]> {
  const cases = [
    await openCase(fresh, 1, '2025-10-10'),
    await openCase(fresh, 2, '2025-10-09'),
    await openCase(fresh, 3, '2025-10-13'),
  ] as const;
  for (const one of cases) await deadlineIs(fresh, one, 'OPEN');
  return cases;
}

const words = {
  'zh-CN': {
    subject: '期限提醒：3 项期限，最先到期的为 2025年10月9日 24:00',
    each: (nth: number) => [
      `答复第${nth}件`,
      `第${nth}件视为放弃`,
      '依据：《办法》四.3',
      '还剩 2 个工作日',
      '24:00（北京时间 UTC+8）',
    ],
    kept: '本提醒与其他 2 项提醒合并为一封邮件发出',
    service: '不因拒收商业信息而停发',
  },
  en: {
    subject: 'Reminder: 3 deadlines, the first by 24:00 on Thursday 9 October 2025',
    each: (nth: number) => [
      `Answer number ${nth}`,
      `number ${nth} counts as given up`,
      '2 working days left',
      '(UTC+8)',
    ],
    kept: 'went in one mail together with 2 more',
    service: 'refusing advertising does not stop it',
  },
} as const;

it.each(['zh-CN', 'en'] as const)(
  'XC-03.2 XC-04.1 in %s three reminders of one person are one mail that names of each all that a reminder names; each keeps its own row and line',
  async (locale) => {
    const fresh = await databases.fresh();
    const server = await serve();
    const cases = await threeDue(fresh);
    const ids: string[] = [];
    for (const one of cases) ids.push(await remind(fresh, one, { locale }));
    send(fresh, server);
    const rows = await becomes(fresh, ids, 'SENT');
    expect(server.received.map(({ to }) => to)).toEqual([['li.xiao@example.org']]);
    const [item] = server.received;
    const said = words[locale];
    expect(item?.mail.subject).toBe(said.subject);
    const plain = item?.mail.text ?? '';
    for (const [nth, one] of cases.entries()) {
      const link = `https://anjuan.example.org/cases/${one.id}`;
      for (const part of [one.institution, `申${one.id}号`, link, ...said.each(nth + 1)]) {
        expect(plain).toContain(part);
        expect(wordsOf(String(item?.mail.html))).toContain(part);
      }
    }
    expect(plain).toContain(said.service);
    expect(plain).not.toMatch(/undefined|null|NaN|\[object/);
    const places = [cases[1], cases[0], cases[2]].map(({ institution }) => plain.indexOf(institution));
    expect(places).toEqual(places.toSorted((one, other) => one - other));

    for (const [nth, row] of rows.entries()) {
      expect(row).toMatchObject({ messageId: item?.mail.messageId, subject: said.subject, attempts: 1 });
      for (const [other, { institution }] of cases.entries()) {
        if (other === nth) expect(row.text).toContain(institution);
        else expect(row.text).not.toContain(institution);
      }
      expect(row.text).toContain(said.kept);
      const [line, ...more] = await linesOf(fresh, cases[nth]?.id ?? '');
      expect(more).toEqual([]);
      expect(line).toMatchObject({
        type: 'NOTICE_SENT',
        title: { zh: expect.stringContaining('与其他提醒合并'), en: expect.stringContaining('in one mail with other') },
        detail: { noticeId: row.id, template: 'deadlineReminder', channel: 'EMAIL', digest: true },
      });
    }
  },
);

it('XC-03.2 one reminder alone is the mail that it always was', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const one = await openCase(fresh, 1, '2025-10-10');
  const id = await remind(fresh, one);
  send(fresh, server);
  const [row] = await becomes(fresh, [id], 'SENT');
  expect(row?.messageId).toBe(`<${id}@example.org>`);
  expect(server.received[0]?.mail.subject).toContain('前答复第1件（还剩 2 个工作日）');
  expect((await linesOf(fresh, one.id))[0]?.detail).not.toHaveProperty('digest');
});

it('XC-03.2 reminders of two deadlines of one case are one mail, too', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const one = await openCase(fresh, 1, '2025-10-10');
  const ids = [
    await remind(fresh, one),
    await remind(fresh, { ...one, deadline: { ...one.deadline, name: 'other', title: text('另行说明', 'explain') } }),
  ];
  send(fresh, server);
  await becomes(fresh, ids, 'SENT');
  expect(server.received).toHaveLength(1);
  expect(server.received[0]?.mail.text).toContain('另行说明');
  expect(await linesOf(fresh, one.id)).toHaveLength(2);
});

it('XC-03.2 each person and each language has a mail of its own, and a body puts nothing in the mail of another', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const [first, second, third] = await threeDue(fresh);
  const wang = { recipientEmail: 'wang@example.org', recipientName: '王' };
  const ids = [
    await remind(fresh, first),
    await remind(fresh, second, wang),
    await remind(fresh, third, { locale: 'en', recipientName: 'Li' }),
    await remind(fresh, third, wang),
  ];
  await fresh.database.notice.update({
    where: { id: ids[3] ?? '' },
    data: { data: { ...(await dataOf(fresh, ids[3])), bodyId: 'sh-pudong' } },
  });
  send(fresh, server);
  await becomes(fresh, ids, 'SENT');
  expect(server.received.map(({ to: [to] }) => to).sort()).toEqual([
    ...['li.xiao@example.org', 'li.xiao@example.org'],
    ...['wang@example.org', 'wang@example.org'],
  ]);
});

async function dataOf({ database }: FreshDatabase, id = ''): Promise<object> {
  return (await database.notice.findUniqueOrThrow({ where: { id } })).data as object;
}

it('XC-03.2 what has legal effect is never in a digest', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const [first, second] = await threeDue(fresh);
  const reminders = [await remind(fresh, first), await remind(fresh, second)];
  const decision = await planNotice(fresh.database, 'preliminaryRejected');
  send(fresh, server);
  await becomes(fresh, [...reminders, decision], 'SENT');
  expect(server.received.map(({ mail }) => mail.subject?.includes('期限提醒')).sort()).toEqual([false, true]);
  const alone = server.received.find(({ mail }) => !mail.subject?.includes('期限提醒'));
  expect(alone?.mail.messageId).toBe(`<${decision}@example.org>`);
  expect(alone?.mail.text).not.toContain('答复第');
});

it('XC-03.3 a reminder that holds no longer is left out of the digest', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const cases = await threeDue(fresh);
  const [first, second, third] = await Promise.all(cases.map((one) => remind(fresh, one)));
  await deadlineIs(fresh, cases[1], 'MET');
  send(fresh, server);
  await becomes(fresh, [first ?? '', third ?? ''], 'SENT');
  await becomes(fresh, [second ?? ''], 'CANCELLED');
  expect(server.received).toHaveLength(1);
  expect(server.received[0]?.mail.subject).toContain('2 项期限');
  expect(server.received[0]?.mail.text).not.toContain('答复第2件');
});

it('XC-04.3 a digest that is refused for now is tried again, without what has been met meanwhile', async () => {
  const fresh = await databases.fresh();
  const cases = await threeDue(fresh);
  let tries = 0;
  const server = await serve({
    async onRecipient() {
      tries += 1;
      if (tries === 1) await deadlineIs(fresh, cases[2], 'MET');
      return tries === 1 ? 451 : undefined;
    },
  });
  const ids = await Promise.all(cases.map((one) => remind(fresh, one)));
  send(fresh, server);
  const sent = await becomes(fresh, ids.slice(0, 2), 'SENT');
  await becomes(fresh, ids.slice(2), 'CANCELLED');
  expect(sent.map(({ attempts }) => attempts)).toEqual([2, 2]);
  expect(server.received.map(({ mail }) => mail.subject)).toEqual([expect.stringContaining('2 项期限')]);
  expect(new Set(sent.map(({ messageId }) => messageId))).toEqual(new Set([server.received[0]?.mail.messageId]));
});

it('XC-04.3 a digest that nobody takes has failed for each of its notices, and each is raised once', async () => {
  const fresh = await databases.fresh();
  const server = await serve({ onRecipient: () => 550 });
  const cases = await threeDue(fresh);
  const ids = await Promise.all(cases.map((one) => remind(fresh, one)));
  const told: UndeliverableNotice[] = [];
  send(fresh, server, { onUndeliverable: async (notice) => void told.push(notice) });
  await becomes(fresh, ids, 'FAILED');
  expect(server.recipients).toHaveLength(1);
  expect(told.map(({ id }) => id).sort()).toEqual(ids.toSorted());
  for (const { id } of cases) expect((await linesOf(fresh, id)).map(({ type }) => type)).toEqual(['NOTICE_FAILED']);
});

it('XC-04.3 a digest whose answer is not known is repeated once as the same mail, and never a third time', async () => {
  const fresh = await databases.fresh();
  const server = await serve({ onContent: () => 'drop' });
  const cases = await threeDue(fresh);
  const ids = await Promise.all(cases.map((one) => remind(fresh, one)));
  send(fresh, server);
  const rows = await becomes(fresh, ids, 'FAILED');
  const copies = server.received.map(({ mail }) => mail);
  expect(copies.map(({ messageId }) => messageId)).toEqual([rows[0]?.messageId, rows[0]?.messageId]);
  expect(copies[1]?.text).toBe(copies[0]?.text);
});

it('XC-03.2 reminders of a morning wait for one another until all that is due is on record', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const [first, second] = await threeDue(fresh);
  const due = { wakeAt: new Date('2025-08-20T01:00:00.000Z'), revision: 1 };
  await fresh.database.case.update({ where: { id: second.id }, data: due });
  const one = await remind(fresh, first);
  send(fresh, server);
  // Others do not wait.
  await becomes(fresh, [await planNotice(fresh.database, 'setupDone')], 'SENT');
  const other = await remind(fresh, second);
  await fresh.database.case.update({ where: { id: second.id }, data: { wakeAt: null } });
  await fresh.database.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
  await becomes(fresh, [one, other], 'SENT');
  expect(server.received.map(({ mail }) => mail.subject?.includes('2 项期限'))).toEqual([false, true]);
});

it('XC-04.4 a test of a reminder is a mail of its own, marked as a test, beside the reminders of the same person', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const cases = await threeDue(fresh);
  const ids: string[] = [];
  for (const one of cases) ids.push(await remind(fresh, one));
  const [, , last = ''] = ids;
  const { data } = await fresh.database.notice.findUniqueOrThrow({ where: { id: last } });
  const asTest = { caseId: null, data: { ...(data as object), test: true } };
  await fresh.database.notice.update({ where: { id: last }, data: asTest });
  send(fresh, server);
  await becomes(fresh, ids, 'SENT');
  const subjects = server.received.map(({ mail }) => mail.subject ?? '');
  expect(subjects).toHaveLength(2);
  expect(subjects.filter((subject) => subject.startsWith('【测试】'))).toHaveLength(1);
});
