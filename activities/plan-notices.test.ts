import { afterAll, beforeAll, expect, it } from 'vitest';
import { CASE_ID, startNoticeDatabases, type NoticeDatabases } from '../test/support/notice-database.ts';
import { NOTICE_SAMPLES } from '../test/support/notice-samples.ts';
import type { Database } from '../prisma/client.ts';
import { NOTICES, type NoticeSpec, type NoticeTemplate } from '../rules/notices.ts';
import type { NoticeRequest, Transition } from '../workflows/engine/transition.ts';
import { planNotices } from './plan-notices.ts';

const templates = Object.keys(NOTICES) as NoticeTemplate[];

let databases: NoticeDatabases;
let database: Database;
beforeAll(async () => {
  databases = await startNoticeDatabases();
  ({ database } = await databases.fresh());
  const account = { role: 'provider', locale: 'zh-CN' };
  await database.user.createMany({
    data: [
      { ...account, id: 'refuses', name: '李晓', email: 'li.xiao@example.org', refusesCommercialMail: true },
      { ...account, id: 'accepts', name: '王敏', email: 'wang.min@example.org' },
    ],
  });
}, 60_000);
afterAll(() => databases.stop());

/** Plans the sample of each template for both accounts. */
async function plan(of: readonly NoticeTemplate[], specs?: Readonly<Record<NoticeTemplate, NoticeSpec>>) {
  const notices = of.flatMap((template) =>
    ['refuses', 'accepts'].map((user): NoticeRequest => {
      const { deadlines = [], ...data } = NOTICE_SAMPLES[template];
      return { key: `${template}:${user}`, template, to: { user }, data: { ...data }, deadlines };
    }),
  );
  const head = await database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  const transition = { at: '2025-09-26T15:00:00.000+08:00', revision: 1, notices } as unknown as Transition;
  return database.$transaction((tx) => planNotices(tx, head, transition, specs));
}

it('XC-03.4 plans every service message for somebody who refuses commercial mail, and there are no others', async () => {
  expect(templates.filter((template) => NOTICES[template].class !== 'service')).toEqual([]);
  const { notices } = await plan(templates);
  for (const user of ['refuses', 'accepts']) {
    const planned = notices.filter(({ recipientId }) => recipientId === user).map(({ template }) => template);
    // One that goes by letter too has a row for each way.
    expect(planned).toEqual(templates.flatMap((template) => NOTICES[template].channels.map(() => template)));
  }
});

it('XC-03.4 plans no commercial mail for somebody who refuses it, and for others does', async () => {
  const specs = { ...NOTICES, invitation: { ...NOTICES.invitation, class: 'commercial' } } as const;
  const { notices, lines } = await plan(['invitation', 'clearanceDetected'], specs);
  expect(notices.map(({ template, recipientId }) => [template, recipientId])).toEqual([
    ['invitation', 'accepts'],
    ['clearanceDetected', 'refuses'],
    ['clearanceDetected', 'accepts'],
  ]);
  expect(lines.map(({ type }) => type)).toEqual([
    'NOTICE_WITHOUT_RECIPIENT',
    'NOTICE_PLANNED',
    'NOTICE_PLANNED',
    'NOTICE_PLANNED',
  ]);
});

it('XC-04.4 cites on the timeline the clause of the case, where the notice names one, and that of its deadline', async () => {
  const { lines } = await plan(['clearanceDetected', 'rectificationReleased', 'deadlineReminder', 'trialFailed']);
  const cited = lines.filter((_, index) => index % 2 === 0).map(({ clause }) => clause);
  expect(cited).toEqual(['SH-STORE 四.5(1)', 'SH-STORE 四.3', 'SH-STORE 四.3', 'SH-STORE 一.2']);
});

it('XC-04.1 names nobody on the timeline', async () => {
  const { lines } = await plan(templates);
  const told = JSON.stringify(lines);
  for (const part of ['李晓', '王敏', '@example.org']) expect(told).not.toContain(part);
});
