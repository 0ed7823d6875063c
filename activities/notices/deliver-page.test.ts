/** A page of the outbox: few round trips for many notices, and one that goes wrong spoils none of the others (XC-04.1, XC-04.3). */
import { expect, it, vi } from 'vitest';
import { CASE_ID, planNotice, type FreshDatabase } from '../../test/support/notice-database.ts';
import { noticePost } from '../../test/support/notice-post.ts';
import { SENT_AT } from '../../test/support/notice-sender.ts';
import { countStatements } from '../../test/support/statements.ts';
import { officeRows } from '../../prisma/create-account.ts';
import { verifyChain } from '../timeline.ts';
import { gathered } from './gathered.ts';
import { claimPage, handOver, isRepeated, isSpent } from './notice-queue.ts';

const { databases, serve, send } = noticePost();

/** A notice to an account that acts for the party of a case of its own. */
async function planOfOwnCase({ database }: FreshDatabase, nth: number): Promise<string> {
  const model = await database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  const [caseId, party, account] = [`case-${nth}`, `91310000MA1K${String(nth).padStart(5, '0')}X`, `account-${nth}`];
  await database.case.create({
    data: { ...model, id: caseId, number: caseId, subject: party, opening: {}, state: {} },
  });
  await database.user.create({ data: { id: account, name: account, email: `${account}@example.org` } });
  await database.office.createMany({ data: officeRows(account, [{ role: 'provider', party }]) });
  return planNotice(database, 'setupDone', {
    ...{ caseId, request: 'setupDone:1', audience: { party, roles: ['provider'] } },
    ...{ recipientId: account, recipientName: account, recipientEmail: `${account}@example.org` },
  });
}

function statuses({ database }: FreshDatabase, ids: readonly string[]) {
  return database.notice
    .findMany({ where: { id: { in: [...ids] } }, orderBy: { ordinal: 'asc' }, select: { status: true } })
    .then((rows) => rows.map(({ status }) => status));
}

async function become(fresh: FreshDatabase, ids: readonly string[], expected: readonly string[]): Promise<void> {
  await expect.poll(() => statuses(fresh, ids), { timeout: 15_000, interval: 50 }).toEqual(expected);
}

it('XC-04.1 twenty notices of twenty cases cost fewer than two round trips each, all that is asked and written included', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const ids: string[] = [];
  for (let nth = 10; nth < 30; nth += 1) ids.push(await planOfOwnCase(fresh, nth));
  const all = Promise.withResolvers<void>();
  let sent = 0;
  const log = {
    info() {
      sent += 1;
      if (sent === ids.length) all.resolve();
    },
    warn: (fields: object, message: string) => all.reject(new Error(message, { cause: fields })),
    error: (fields: object, message: string) => all.reject(new Error(message, { cause: fields })),
  };
  const statements = countStatements();
  const smtp = { url: server.url, connections: 20 };
  send(fresh, server, { smtp, log });
  await all.promise;
  statements.stop();
  expect(await statuses(fresh, ids)).toEqual(ids.map(() => 'SENT'));
  expect(statements.sent).toBeGreaterThan(5);
  expect(statements.sent).toBeLessThan(2 * ids.length);
  for (const { id } of await fresh.database.case.findMany({ where: { id: { not: CASE_ID } } })) {
    const lines = await fresh.database.timelineEvent.findMany({ where: { caseId: id }, orderBy: { seq: 'asc' } });
    expect(lines.map(({ type }) => type)).toEqual(['NOTICE_SENT']);
    const head = await fresh.database.case.findUniqueOrThrow({ where: { id } });
    expect(verifyChain(lines, head)).toMatchObject({ intact: true });
  }
});

it('XC-04.3 one that cannot be rendered, one that is refused, one that the server never answers and one that names no party keep none of their page waiting', async () => {
  const fresh = await databases.fresh();
  const server = await serve({
    onRecipient: (to) => (to.startsWith('account-3@') ? 550 : undefined),
    onContent: ({ to }) => (JSON.stringify(to).includes('account-4@') ? 'hold' : 'accept'),
  });
  const ids: string[] = [];
  for (let nth = 1; nth <= 6; nth += 1) ids.push(await planOfOwnCase(fresh, nth));
  await fresh.database.notice.update({ where: { id: ids[1] ?? '' }, data: { template: 'noSuchTemplate' } });
  const nonsense = await planOfOwnCase(fresh, 8);
  const audience = { party: 'nonsense', roles: ['provider'] };
  await fresh.database.notice.update({ where: { id: nonsense }, data: { audience } });
  send(fresh, server, { smtp: { url: server.url, connections: 8 }, leaseMs: 20_000 });
  await become(fresh, ids, ['SENT', 'FAILED', 'FAILED', 'SENDING', 'SENT', 'SENT']);
  // What is planned now does not wait for it either.
  const later = await planOfOwnCase(fresh, 7);
  await become(fresh, [...ids.slice(3, 4), later], ['SENDING', 'SENT']);
});

it('XC-05.6 a notice that was taken twice and never handed over is as good as untouched', async () => {
  const fresh = await databases.fresh();
  const server = await serve();
  const id = await planNotice(fresh.database, 'setupDone');
  const wanted = { leaseMs: 1, limit: 10, digests: [], now: SENT_AT } as const;
  for (let death = 0; death < 3; death += 1) {
    await vi.waitFor(async () => {
      const [claim] = await claimPage(fresh.database, wanted);
      if (claim === undefined) throw new Error('It is not due yet.');
      expect([isRepeated(claim), isSpent(claim)]).toEqual([false, false]);
    });
  }
  send(fresh, server);
  await become(fresh, [id], ['SENT']);
  expect(await fresh.database.notice.findUniqueOrThrow({ where: { id } })).toMatchObject({ attempts: 1 });
  expect(server.received).toHaveLength(1);
});

it('XC-04.3 one that was handed over and not answered is in doubt, and after the second time there is no third', async () => {
  const fresh = await databases.fresh();
  await planNotice(fresh.database, 'setupDone');
  const wanted = { leaseMs: 1, limit: 10, digests: [], now: SENT_AT } as const;
  const ready = { subject: 's', html: '<p>h</p>', text: 't', attachments: [], messageId: '<m@example.org>' };
  const seen: [boolean, boolean][] = [];
  for (let death = 0; death < 3; death += 1) {
    await vi.waitFor(async () => {
      const [claim] = await claimPage(fresh.database, wanted);
      if (claim === undefined) throw new Error('It is not due yet.');
      seen.push([isRepeated(claim), isSpent(claim)]);
      expect((await handOver(fresh.database, 1, [{ claim, ready }])).size).toBe(1);
      // Under a lease that is another's by now, nothing is handed over.
      expect((await handOver(fresh.database, 1, [{ claim, ready }])).size).toBe(0);
    });
  }
  expect(seen).toEqual([
    [false, false],
    [true, false],
    [true, true],
  ]);
});

it.each([
  { deaths: 1, status: 'SENT', arrived: 1 },
  { deaths: 2, status: 'FAILED', arrived: 0 },
])(
  'XC-04.3 the tries of a notice count those of senders that died with it in their hands: $deaths',
  async ({ deaths, status, arrived }) => {
    const fresh = await databases.fresh();
    const server = await serve();
    const id = await planNotice(fresh.database, 'setupDone');
    const wanted = { leaseMs: 1, limit: 10, digests: [], now: SENT_AT } as const;
    const ready = { subject: 's', html: '<p>h</p>', text: 't', attachments: [], messageId: '<m@example.org>' };
    for (let death = 0; death < deaths; death += 1) {
      await vi.waitFor(async () => {
        const [claim] = await claimPage(fresh.database, wanted);
        if (claim === undefined) throw new Error('It is not due yet.');
        await handOver(fresh.database, 1, [{ claim, ready }]);
      });
    }
    send(fresh, server);
    await become(fresh, [id], [status]);
    expect(await fresh.database.notice.findUniqueOrThrow({ where: { id } })).toMatchObject({ attempts: 2 });
    expect(server.received).toHaveLength(arrived);
  },
);

it('XC-04.1 what comes while one write is under way is written together by the next, and each learns what came of its own', async () => {
  const pages: (readonly number[])[] = [];
  const first = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const write = gathered(async (page: readonly number[]): Promise<PromiseSettledResult<number>[]> => {
    pages.push(page);
    if (pages.length === 1) {
      begun.resolve();
      await first.promise;
    }
    if (page.includes(9)) throw new Error('out of reach');
    return page.map((item) =>
      item === 3 ? { status: 'rejected', reason: new Error('three') } : { status: 'fulfilled', value: item * 10 },
    );
  });
  const one = write(1);
  await begun.promise;
  const more = Promise.allSettled([write(2), write(3)]);
  first.resolve();
  expect(await one).toBe(10);
  expect((await more).map((result) => (result.status === 'fulfilled' ? result.value : 'refused'))).toEqual([
    20,
    'refused',
  ]);
  expect(pages).toEqual([[1], [2, 3]]);
  await expect(write(9)).rejects.toThrow('out of reach');
  expect(await write(4)).toBe(40);
});
