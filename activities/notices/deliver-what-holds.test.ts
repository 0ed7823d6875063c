/** What is asked before each try: is the notice still true, who is it for now, is an earlier one still under way (XC-03.3, XC-04.3). */
import { expect, it } from 'vitest';
import { CASE_ID, planNotice, type FreshDatabase } from '../../test/support/notice-database.ts';
import { noticePost } from '../../test/support/notice-post.ts';
import { askResend } from '../../prisma/ask-resend.ts';
import { officeRows } from '../../prisma/create-account.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { commonSamples } from '../../rules/notices/samples.ts';
import { verifyChain } from '../timeline.ts';
import { kindWith } from './sample-notices.ts';
import { specOf } from './wordings.ts';
import type { UndeliverableNotice } from './deliver-notices.ts';

const PARTY = '91310000MA1K00000X';
const toParty = { party: PARTY, roles: ['provider'] };

const { databases, serve, send } = noticePost();

async function becomes({ database }: FreshDatabase, id: string, status: string) {
  await expect
    .poll(async () => (await database.notice.findUniqueOrThrow({ where: { id } })).status, {
      timeout: 15_000,
      interval: 10,
    })
    .toBe(status);
  return database.notice.findUniqueOrThrow({ where: { id } });
}

async function lines({ database }: FreshDatabase) {
  const all = await database.timelineEvent.findMany({ where: { caseId: CASE_ID }, orderBy: { seq: 'asc' } });
  const head = await database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  expect(verifyChain(all, head)).toMatchObject({ intact: true });
  return all;
}

async function account({ database }: FreshDatabase, id: string, party = PARTY): Promise<void> {
  await database.user.create({ data: { id, name: id, email: `${id}@example.org` } });
  await database.office.createMany({ data: officeRows(id, [{ role: 'provider', party }]) });
}

/** A notice to the party of which this account is to get a copy. */
function planFor(fresh: FreshDatabase, recipientId: string, more: Partial<Prisma.NoticeUncheckedCreateInput> = {}) {
  return planNotice(fresh.database, 'setupDone', {
    request: 'setupDone:1',
    audience: toParty,
    recipientId,
    recipientName: recipientId,
    recipientEmail: `${recipientId}@example.org`,
    ...more,
  });
}

async function deadline({ database }: FreshDatabase, status: string, dueAt: string, entry = 1): Promise<void> {
  const row = { status, dueAt: new Date(dueAt), period: {}, pauses: [], provisional: false, calendarVersion: 1 };
  await database.deadline.upsert({
    where: { caseId_name_entry: { caseId: CASE_ID, name: 'answer', entry } },
    create: { caseId: CASE_ID, name: 'answer', entry, startedAt: new Date(dueAt), ...row },
    update: row,
  });
}

const DUE = '2025-10-11T00:00:00.000+08:00';

it('XC-03.3 a reminder goes out while its deadline stands as it says', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  await deadline(fresh, 'OPEN', DUE);
  const id = await planNotice(fresh.database, 'deadlineReminder');
  send(fresh, server);
  await becomes(fresh, id, 'SENT');
});

it.each([
  ['met', 'MET', DUE],
  ['cancelled', 'CANCELLED', DUE],
  ['passed', 'PASSED', DUE],
  ['stopped', 'PAUSED', DUE],
  ['moved', 'OPEN', '2025-10-15T00:00:00.000+08:00'],
])(
  'XC-03.3 a reminder of a deadline that was %s meanwhile is not sent, and a line says why',
  async (_how, status, dueAt) => {
    const fresh = await databases.fresh();
    const server = await serve();
    await deadline(fresh, status, dueAt);
    const id = await planNotice(fresh.database, 'deadlineReminder');
    send(fresh, server);
    const row = await becomes(fresh, id, 'CANCELLED');
    expect(row).toMatchObject({ sentAt: null, attempts: 0, html: null });
    expect(server.recipients).toEqual([]);
    expect(await lines(fresh)).toMatchObject([
      { type: 'NOTICE_CANCELLED', detail: { noticeId: id, why: { zh: expect.stringContaining('期限') } } },
    ]);
  },
);

it('XC-03.3 it is asked again before every try', async () => {
  const fresh = await databases.fresh();
  let refused = () => {};
  const refusal = new Promise<void>((resolve) => (refused = resolve));
  const server = await serve({ onRecipient: () => (refused(), 451) });
  await deadline(fresh, 'OPEN', DUE);
  const id = await planNotice(fresh.database, 'deadlineReminder');
  send(fresh, server, { retry: { temporaryMs: [500], outageMs: 20, outageMaxMs: 100, unknownMs: 20 } });
  await refusal;
  await deadline(fresh, 'MET', DUE);
  await becomes(fresh, id, 'CANCELLED');
  expect(server.recipients).toHaveLength(1);
});

it.each([
  ['its answer was lost', 1],
  ['its sender died in the repetition, too', 2],
])('XC-04.3 what is overtaken after %s may have arrived, and its line says so', async (_how, copies) => {
  const fresh = await databases.fresh();
  const server = await serve();
  await deadline(fresh, 'MET', DUE);
  const id = await planNotice(fresh.database, 'deadlineReminder');
  await fresh.database.notice.update({ where: { id }, data: { status: 'UNKNOWN', attempts: copies, copies } });
  send(fresh, server);
  expect(await becomes(fresh, id, 'CANCELLED')).toMatchObject({ sentAt: null, attempts: copies, copies });
  expect(server.recipients).toEqual([]);
  expect(await lines(fresh)).toMatchObject([
    {
      type: 'NOTICE_CANCELLED',
      title: {
        zh: expect.stringMatching(/^通知不再重发，此前是否送达不明：.*期限/),
        en: expect.stringContaining('not known whether'),
      },
      detail: { noticeId: id, mayHaveArrived: true },
    },
  ]);
});

it('SH-STORE-05.7 an invitation is overtaken by a later appointment, and by none that came before', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const first = await planNotice(fresh.database, 'interviewNotice');
  const moved = await planNotice(fresh.database, 'interviewRescheduled');
  send(fresh, server);
  await becomes(fresh, moved, 'SENT');
  await becomes(fresh, first, 'CANCELLED');
  expect(server.received.map(({ mail }) => mail.subject)).toEqual([expect.stringContaining('改期')]);
});

it('SH-STORE-10 a ground that was decided on is not sent to be confirmed', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const task = { caseId: CASE_ID, role: 'reviewer', bodyId: 'sh-centre', region: 'SH', openedAt: new Date() };
  const name = 'clearanceConfirmation';
  await fresh.database.task.create({ data: { ...task, id: 't', name, entry: 1, closedAt: new Date() } });
  const id = await planNotice(fresh.database, 'clearanceDetected');
  send(fresh, server);
  await becomes(fresh, id, 'CANCELLED');
  expect(server.recipients).toEqual([]);
});

/** What the case knows as of its last step. */
async function knows({ database }: FreshDatabase, facts: object, parties: object = {}): Promise<void> {
  await database.case.update({ where: { id: CASE_ID }, data: { state: { facts, parties } } });
}

/** Sends a notice that asks for something, of a case at the stage at which it is asked, which knows these facts. */
async function asked(template: string, facts: object) {
  const fresh = await databases.fresh();
  const server = await serve();
  const [stage = ''] = specOf(kindWith(template), template)?.holds?.stages ?? [];
  await fresh.database.case.update({ where: { id: CASE_ID }, data: { stage } });
  await knows(fresh, facts);
  const id = await planNotice(fresh.database, template);
  send(fresh, server);
  return { fresh, server, id };
}

it.each([
  [
    'AH-EVAL-04.6 the report',
    'reportLate',
    { reports: { '2025-09': { status: 'SUBMITTED_LATE' }, '2025-08': { status: 'MISSING' } } },
  ],
  ['HN-NET-23.7 the proof', 'recordLate', { groups: { PERFORMANCE: { uploadedOn: '2026-03-01' } } }],
  ['HN-NET-17.1 the plan', 'planOverdue', { plans: { window: { sentAt: DUE }, hub: null } }],
  ['HN-BASE-04.1 the revision', 'revisionReturned', { revisedAt: DUE }],
  ['EC-CENTRE-03.2 the entry', 'listingChanged', { draft: null }],
])('XC-03.3 %s has come in meanwhile: it is not asked for any more (%s)', async (_what, template, facts) => {
  const { fresh, server, id } = await asked(template, facts);
  await becomes(fresh, id, 'CANCELLED');
  expect(server.recipients).toEqual([]);
  expect(await lines(fresh)).toMatchObject([{ detail: { why: { zh: '所述事项已办理完毕' } } }]);
});

it.each([
  ['reportLate', { reports: { '2025-09': { status: 'MISSING' } } }],
  ['listingChanged', { draft: { introduction: null, services: [] } }],
])('XC-03.3 what is still missing is asked for: %s', async (template, facts) => {
  const { fresh, id } = await asked(template, facts);
  await becomes(fresh, id, 'SENT');
});

it.each([
  ['SH-EVAL-01.5 entries of a campaign whose districts are done', 'callForEntries', 'ASSESSMENT'],
  ['HN-BASE-02.1 more materials of a declaration that was handed in', 'applicantGuided', 'CITY_REVIEW'],
  ['HN-NET-16.5 partners to come on another day to what was held', 'activityMoved', 'HELD'],
])('XC-03.3 nobody is asked for %s (%s)', async (_what, template, stage) => {
  const fresh = await databases.fresh();
  const server = await serve();
  await fresh.database.case.update({ where: { id: CASE_ID }, data: { stage } });
  const id = await planNotice(fresh.database, template);
  send(fresh, server);
  await becomes(fresh, id, 'CANCELLED');
  expect(server.recipients).toEqual([]);
  expect(await lines(fresh)).toMatchObject([{ detail: { why: { zh: '案件已进入其他阶段' } } }]);
});

it('HN-NET-16.5 AH-OPS-02.3 of an activity that was moved twice, the day that holds is told', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  await fresh.database.case.update({ where: { id: CASE_ID }, data: { stage: 'PUBLISHED' } });
  const first = await planNotice(fresh.database, 'activityMoved', { request: 'activityMoved:1' });
  const second = await planNotice(fresh.database, 'activityMoved', { request: 'activityMoved:2' });
  send(fresh, server);
  await becomes(fresh, second, 'SENT');
  await becomes(fresh, first, 'CANCELLED');
});

it('AH-OPS-02.2 a need that was recalled and offered to another is not offered to the first one', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  await account(fresh, 'a');
  await account(fresh, 'b', '91340100MA2N7HC9XX');
  await fresh.database.case.update({ where: { id: CASE_ID }, data: { stage: 'OFFERED' } });
  await knows(fresh, {}, { taker: ['91340100MA2N7HC9XX'] });
  const row = (id: string, party: string) => ({
    ...{ request: `needOffered:${id}`, audience: { party, roles: ['provider'] } },
    ...{ recipientId: id, recipientName: id, recipientEmail: `${id}@example.org` },
  });
  const first = await planNotice(fresh.database, 'needOffered', row('a', PARTY));
  const second = await planNotice(fresh.database, 'needOffered', row('b', '91340100MA2N7HC9XX'));
  send(fresh, server);
  await becomes(fresh, second, 'SENT');
  await becomes(fresh, first, 'CANCELLED');
  expect(server.received.map(({ to }) => to)).toEqual([['b@example.org']]);
});

it('XC-04 what one recipient is told of one case keeps its order, and holds up nobody else', async () => {
  const fresh = await databases.fresh();
  let refusals = 0;
  const server = await serve({
    onRecipient: (to) => (to.startsWith('busy') && (refusals += 1) <= 3 ? 451 : undefined),
  });
  const busy = { recipientEmail: 'busy@example.org' };
  const first = await planNotice(fresh.database, 'storeOpened', busy);
  const second = await planNotice(fresh.database, 'setupDone', busy);
  const other = await planNotice(fresh.database, 'setupDone', { recipientEmail: 'free@example.org' });
  send(fresh, server, { retry: { temporaryMs: [200], outageMs: 20, outageMaxMs: 100, unknownMs: 20 } });
  await becomes(fresh, other, 'SENT');
  expect(await fresh.database.notice.findUniqueOrThrow({ where: { id: second } })).toMatchObject({ attempts: 0 });
  await becomes(fresh, second, 'SENT');
  await becomes(fresh, first, 'SENT');
  expect(
    server.received.map(({ to: [to], mail }) => `${to} ${mail.subject?.includes('完成') ? 'done' : 'open'}`),
  ).toEqual(['free@example.org done', 'busy@example.org open', 'busy@example.org done']);
});

it('XC-04 a notice that fails for good lets those after it go', async () => {
  const fresh = await databases.fresh();
  const server = await serve({ onContent: ({ subject }) => (subject?.includes('完成') ? 'accept' : 550) });
  const first = await planNotice(fresh.database, 'storeOpened');
  const second = await planNotice(fresh.database, 'setupDone');
  send(fresh, server);
  await becomes(fresh, first, 'FAILED');
  await becomes(fresh, second, 'SENT');
});

it('XC-03.3 one that waits for its next try and is overtaken lets the next one go at once', async () => {
  const fresh = await databases.fresh();
  let refused = () => {};
  const refusal = new Promise<void>((resolve) => (refused = resolve));
  const server = await serve({
    onContent: ({ subject }) => (subject?.includes('期限提醒') ? (refused(), 451) : 'accept'),
  });
  await deadline(fresh, 'OPEN', DUE);
  const reminder = await planNotice(fresh.database, 'deadlineReminder');
  send(fresh, server, { retry: { temporaryMs: [3_600_000], outageMs: 20, outageMaxMs: 100, unknownMs: 20 } });
  await refusal;
  await becomes(fresh, reminder, 'PLANNED');
  await deadline(fresh, 'MET', DUE);
  const next = await planNotice(fresh.database, 'setupDone');
  await becomes(fresh, next, 'SENT');
  await becomes(fresh, reminder, 'CANCELLED');
});

it('XC-04.3 XC-05.5 what was planned for somebody who is gone goes to whoever acts for the party now', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  await account(fresh, 'a');
  const id = await planFor(fresh, 'a');
  await fresh.database.user.update({ where: { id: 'a' }, data: { disabledAt: new Date() } });
  await account(fresh, 'b');
  send(fresh, server);
  await becomes(fresh, id, 'CANCELLED');
  await expect.poll(() => server.received.length).toBe(1);
  expect(server.received.map(({ to }) => to)).toEqual([['b@example.org']]);
  await expect
    .poll(async () => (await lines(fresh)).map(({ type }) => type))
    .toEqual(['NOTICE_CANCELLED', 'NOTICE_SENT']);
});

it('XC-04.3 two who are gone have one successor, who is told once', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const ids = [await planFor(fresh, 'a'), await planFor(fresh, 'c')];
  await account(fresh, 'b');
  send(fresh, server);
  for (const id of ids) await becomes(fresh, id, 'CANCELLED');
  await expect.poll(() => fresh.database.notice.count({ where: { status: 'SENT' } })).toBe(1);
  expect(server.received.map(({ to }) => to)).toEqual([['b@example.org']]);
});

it('XC-04.3 where nobody is left, the notice has failed and somebody is asked to reach the party', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const id = await planFor(fresh, 'a');
  const told: UndeliverableNotice[] = [];
  send(fresh, server, { onUndeliverable: async (notice) => void told.push(notice) });
  const { lastError, attempts } = await becomes(fresh, id, 'FAILED');
  expect(lastError).toContain('没有可以收到本通知的人');
  expect([attempts, server.recipients]).toEqual([0, []]);
  expect(told).toMatchObject([{ id, template: 'setupDone' }]);
});

/** An account is given another address, as the API does it. */
async function readdress({ database }: FreshDatabase, id: string, email: string): Promise<void> {
  await database.$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { email } });
    await askResend(tx, { accounts: [id], parties: [PARTY] });
  });
}

it('XC-04.3 a notice that failed goes to the address that was put right, once, with the name of now', async () => {
  const fresh = await databases.fresh();
  const server = await serve({ onRecipient: (to) => (to === 'a@example.org' ? 550 : undefined) });
  await account(fresh, 'a');
  const id = await planFor(fresh, 'a');
  send(fresh, server);
  await becomes(fresh, id, 'FAILED');
  await fresh.database.case.update({
    where: { id: CASE_ID },
    data: { state: { undelivered: [{ noticeId: id, template: 'setupDone' }] } },
  });
  // Asked for without another address, nothing is tried again.
  await fresh.database.$transaction((tx) => askResend(tx, { accounts: ['a'] }));
  await expect
    .poll(async () => (await fresh.database.notice.findUniqueOrThrow({ where: { id } })).resendAskedAt)
    .toBeNull();
  await becomes(fresh, id, 'FAILED');
  await readdress(fresh, 'a', 'new@example.org');
  expect(await becomes(fresh, id, 'SENT')).toMatchObject({ recipientEmail: 'new@example.org', attempts: 1 });
  await readdress(fresh, 'a', 'newer@example.org');
  expect(server.received.map(({ to }) => to)).toEqual([['new@example.org']]);
  expect((await lines(fresh)).map(({ type }) => type)).toEqual(['NOTICE_FAILED', 'NOTICE_SENT']);
  expect(await fresh.database.caseMessage.findMany()).toMatchObject([
    { action: 'noticeSettled', input: { noticeId: id }, toCaseId: CASE_ID },
  ]);
});

it('XC-04.3 an address that is put right while the sender is at the old one is not missed', async () => {
  const fresh = await databases.fresh();
  const server = await serve({
    onRecipient: async (to) => {
      if (to !== 'a@example.org') return undefined;
      await readdress(fresh, 'a', 'new@example.org');
      return 550;
    },
  });
  await account(fresh, 'a');
  const id = await planFor(fresh, 'a');
  send(fresh, server);
  expect(await becomes(fresh, id, 'SENT')).toMatchObject({ recipientEmail: 'new@example.org' });
  expect(server.received.map(({ to }) => to)).toEqual([['new@example.org']]);
});

it('XC-04.3 nothing is sent again to an address that had it from another recipient, or that was told otherwise', async () => {
  const fresh = await databases.fresh();
  const server = await serve({ onRecipient: (to) => (to.startsWith('wrong') ? 550 : undefined) });
  await account(fresh, 'wrong-a');
  await account(fresh, 'wrong-c');
  await account(fresh, 'b');
  const [first, second] = [await planFor(fresh, 'wrong-a'), await planFor(fresh, 'wrong-c')];
  const third = await planNotice(fresh.database, 'setupDone', {
    request: 'setupDone:1',
    audience: { contact: true },
    recipientEmail: 'office@example.org',
  });
  await fresh.database.notice.update({ where: { id: third }, data: { audience: { user: 'none' }, status: 'SENT' } });
  send(fresh, server);
  await becomes(fresh, first, 'FAILED');
  await becomes(fresh, second, 'FAILED');
  await fresh.database.notice.update({ where: { id: second }, data: { reachedAt: new Date() } });
  await readdress(fresh, 'wrong-c', 'c@example.org');
  await readdress(fresh, 'wrong-a', 'office@example.org');
  await becomes(fresh, first, 'CANCELLED');
  await becomes(fresh, second, 'FAILED');
  expect(server.received).toEqual([]);
});

/** The task that the samples of delegations are about, as it stands by now. */
async function delegatedTask({ database }: FreshDatabase, delegation: object | null, closed = false): Promise<void> {
  const { at } = sampleDelegation;
  await database.task.create({
    data: {
      ...{ id: 'task-1', caseId: CASE_ID, name: sampleDelegation.task, entry: sampleDelegation.entry },
      ...{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH', assigneeId: 'li', openedAt: new Date(at) },
      ...(delegation && { delegation: { to: 'wang', by: 'li', note: '请核对', at, ...delegation } }),
      closedAt: closed ? new Date(at) : null,
    },
  });
}

const sampleDelegation = commonSamples.taskDelegated.delegation;
const answer = { by: 'wang', opinion: '相符', at: '2025-09-28T10:00:00.000+08:00' };

it.each([
  ['taskDelegated', 'it is with the delegate', {}, false, 'SENT'],
  ['taskDelegated', 'it was handed back meanwhile', { answer }, false, 'CANCELLED'],
  ['taskDelegated', 'it was recalled meanwhile', null, false, 'CANCELLED'],
  ['taskDelegated', 'it was recalled and delegated anew', { at: '2025-09-27T10:00:00.000+08:00' }, false, 'CANCELLED'],
  ['taskDelegated', 'the task is closed', {}, true, 'CANCELLED'],
  ['taskHandedBack', 'it was handed back', { answer }, false, 'SENT'],
  ['taskHandedBack', 'it was delegated anew', { at: '2025-09-29T10:00:00.000+08:00' }, false, 'CANCELLED'],
  ['taskHandedBack', 'the task is closed', { answer }, true, 'CANCELLED'],
  ['delegationEnded', 'it has ended', null, false, 'SENT'],
] as const)('XC-05.5 XC-03.3 %s when %s', async (template, _when, delegation, closed, status) => {
  const fresh = await databases.fresh();
  const server = await serve();
  await delegatedTask(fresh, delegation, closed);
  const id = await planNotice(fresh.database, template);
  send(fresh, server);
  await becomes(fresh, id, status);
  if (status === 'CANCELLED')
    expect((await lines(fresh)).at(-1)?.title).toMatchObject({ zh: expect.stringContaining('委派') });
});
