import { beforeAll, expect, it } from 'vitest';
import { CASE_ID } from '../test/support/notice-database.ts';
import { oneNoticeDatabase } from '../test/support/one-notice-database.ts';
import { kindWith, sampleOf } from './notices/sample-notices.ts';
import type { NoticeSpec } from '../rules/notices.ts';
import type { Audience, NoticeRequest, RecordedTransition } from '../workflows/engine/transition.ts';
import { contracts } from '../workflows/regimes.ts';
import { planNotices } from './plan-notices.ts';

const kinds = Object.values(contracts);

const records = oneNoticeDatabase();
beforeAll(async () => {
  const account = { locale: 'zh-CN' };
  await records.database.user.createMany({
    data: [
      { ...account, id: 'refuses', name: '李晓', email: 'li.xiao@example.org', refusesCommercialMail: true },
      { ...account, id: 'accepts', name: '王敏', email: 'wang.min@example.org' },
    ],
  });
});

/** Plans the sample of a notice for each of these audiences. */
function planFor(template: string, audiences: readonly Audience[]) {
  const kind = kindWith(template);
  const { deadlines = [], ...data } = sampleOf(template, kind);
  return planAll(
    kind,
    audiences.map((to, nth) => ({ key: `${template}:${nth}`, number: 7, template, to, data, deadlines })),
  );
}

/** Plans the samples of notices of a kind of case for both accounts. */
async function plan(kind: string, templates: readonly string[], specs?: Readonly<Record<string, NoticeSpec>>) {
  const notices = templates.flatMap((template) =>
    ['refuses', 'accepts'].map((user): NoticeRequest => {
      const { deadlines = [], ...data } = sampleOf(template, kind);
      return { key: `${template}:${user}`, number: 7, template, to: { user }, data, deadlines };
    }),
  );
  return planAll(kind, notices, specs);
}

/** Plans notices as a transition of the case does. */
async function planAll(kind: string, notices: readonly NoticeRequest[], specs?: Readonly<Record<string, NoticeSpec>>) {
  const row = await records.database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  const head = { ...row, timelineAt: row.openedAt, kind };
  const transition = {
    at: '2025-09-26T15:00:00.000+08:00',
    revision: 1,
    notices,
    state: { bodyId: head.bodyId, stage: head.stage, parties: {}, tasks: [] },
  };
  const [planned] = await records.database.$transaction((tx) =>
    planNotices(tx, [{ head, transition: transition as unknown as RecordedTransition }], specs && (() => specs)),
  );
  return planned ?? { notices: [], lines: [] };
}

it.each(kinds)(
  'XC-03.4 $kind plans every service message for somebody who refuses commercial mail, and of others the mailing of promotions alone',
  async ({ kind, notices: specs }) => {
    const templates = Object.keys(specs);
    const advertising = templates.filter((template) => specs[template]?.class !== 'service');
    expect(advertising).toEqual(kind === 'promotion' ? ['promotionAdvertised'] : []);
    const { notices } = await plan(kind, templates);
    for (const [user, left] of [
      ['refuses', advertising],
      ['accepts', []],
    ] as const) {
      const planned = notices.filter(({ recipientId }) => recipientId === user).map(({ template }) => template);
      const wanted = templates.filter((template) => !(left as readonly string[]).includes(template));
      // One that goes by letter too has a row for each way.
      expect(planned).toEqual(wanted.flatMap((template) => specs[template]?.channels.map(() => template) ?? []));
    }
  },
);

it('XC-04.1 keeps with a notice the body in whose name it goes out, its number, and what kind of party the case is about', async () => {
  const { notices } = await plan('storeApplication', ['applicationReceived']);
  for (const { data } of notices)
    expect(data).toMatchObject({ bodyId: 'sh-centre', number: 7, partyKind: 'ORGANISATION' });
});

it('XC-05.1 the line of a notice within the body says in which office it is told', async () => {
  const { lines } = await planFor('clearanceDetected', [
    { role: 'reviewer' },
    { user: 'accepts', or: 'manager' },
    { user: 'accepts' },
  ]);
  expect(lines.map(({ title }) => title.en)).toEqual([
    'Notice: Ground for clearance to be confirmed (to: Reviewer)',
    'Notice: Ground for clearance to be confirmed (to: Manager)',
    'Notice: Ground for clearance to be confirmed',
  ]);
});

it('XC-03.4 HN-NET-15.9 plans no commercial mail for somebody who refuses it, and for others does', async () => {
  const kind = kindWith('invitation');
  const specs = contracts[kind]?.notices;
  const { notices, lines } = await plan(kind, ['invitation', 'invitationLapsed'], {
    ...specs,
    invitation: { ...specs!['invitation']!, class: 'commercial' },
  });
  expect(notices.map(({ template, recipientId }) => [template, recipientId])).toEqual([
    ['invitation', 'accepts'],
    ['invitationLapsed', 'refuses'],
    ['invitationLapsed', 'accepts'],
  ]);
  expect(lines.map(({ type }) => type)).toEqual([
    'NOTICE_WITHOUT_RECIPIENT',
    'NOTICE_PLANNED',
    'NOTICE_PLANNED',
    'NOTICE_PLANNED',
  ]);
});

it.each([
  ['clearanceDetected', 'SH-STORE 四.5(1)'],
  ['rectificationReleased', 'SH-STORE 四.3'],
  ['trialFailed', 'SH-STORE 一.2'],
  ['deadlineReminder', '第一条'],
])(
  'XC-04.4 cites of %s on the timeline the clause of the case, where the notice names one, or that of its deadline',
  async (template, clause) => {
    const { lines } = await plan(kindWith(template), [template]);
    expect(lines.map((line) => line.clause)).toEqual([clause, clause]);
  },
);

it.each(kinds)('XC-04.1 $kind names nobody on the timeline', async ({ kind, notices }) => {
  const { lines } = await plan(kind, Object.keys(notices));
  const told = JSON.stringify(lines);
  for (const part of ['李晓', '王敏', '@example.org']) expect(told).not.toContain(part);
});

it('XC-04 plans what is for the staff of a body once more for each of its channels that takes it, and nothing else', async () => {
  const at = new Date('2025-08-01T02:00:00Z');
  const channel = {
    ...{ name: '初审群', format: 'WECOM', address: 'https://a.example.org/k', host: 'a.example.org', tail: 'rg/k' },
    ...{ locale: 'zh-CN', createdAt: at, updatedAt: at },
  };
  await records.database.webhookChannel.createMany({
    data: [
      { ...channel, id: 'chn-here', bodyId: 'sh-centre', roles: ['reviewer', 'manager'] },
      { ...channel, id: 'chn-closed', bodyId: 'sh-centre', roles: ['reviewer'], active: false },
      { ...channel, id: 'chn-managers', bodyId: 'sh-centre', roles: ['manager'] },
      { ...channel, id: 'chn-elsewhere', bodyId: 'sh-commission', roles: ['reviewer'] },
    ],
  });
  const { notices, lines } = await planFor('deadlineReminder', [
    { role: 'reviewer' },
    { user: 'accepts', or: 'manager' },
    { user: 'accepts' },
    { party: '91310000MA1K00000X', roles: ['provider'] },
  ]);
  const told = notices.filter(({ channel: way }) => way === 'WEBHOOK');
  expect(told.map(({ request, recipientId, recipientEmail }) => [request, recipientId, recipientEmail])).toEqual([
    ['deadlineReminder:0', 'channel:chn-here', ''],
    ['deadlineReminder:1', 'channel:chn-here', ''],
    ['deadlineReminder:1', 'channel:chn-managers', ''],
  ]);
  // The line of the timeline points to them, too; that nobody holds the office yet is said all the same.
  const [first] = lines;
  expect(first?.type).toBe('NOTICE_WITHOUT_RECIPIENT');
  expect((first?.detail as { notices: string[] }).notices).toContain(told[0]?.id);
});

it('XC-04.3 keeps a row for each party that nobody acts for, so that each is found out and reached', async () => {
  const districts = ['unit:sh-huangpu', 'unit:sh-yangpu'].map((party) => ({ party, roles: ['reviewer'] }));
  const { notices, lines } = await planFor('callForEntries', districts);
  expect(notices.map(({ audience, recipientId }) => [audience, recipientId])).toEqual(
    districts.map((to) => [to, null]),
  );
  expect(new Set(notices.map(({ id }) => id)).size).toBe(2);
  expect(lines.map(({ detail }) => (detail as { notices: string[] }).notices)).toEqual(notices.map(({ id }) => [id]));
});
