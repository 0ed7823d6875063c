/** The ids of the records that a stack holds, for calls that are to meet something. */
import { randomUUID } from 'node:crypto';
import { appendAudit, commandOrigin } from '../../../prisma/audit.ts';
import type { Database } from '../../../prisma/client.ts';
import { createAccount } from '../../../prisma/create-account.ts';
import { TRAINING_PASSWORD } from '../../../prisma/seed.ts';
import { instantOf } from '../../../rules/time/index.ts';
import { bodies, regimes } from '../../../workflows/regimes.ts';
import type { KnownIds } from './document.ts';

/** So many records of one kind are offered at most. */
const MOST = 40;

/** Reads them; makes two accounts, with a session each, that nobody needs. */
export async function knownIds(database: Database): Promise<KnownIds> {
  const accounts = await Promise.all([1, 2].map((number) => spareAccount(database, number)));
  const ofAll = { select: { id: true }, take: MOST } as const;
  const ids = async (found: Promise<readonly { id: string }[]>) => (await found).map(({ id }) => id);
  const cases = await database.case.findMany({ select: { id: true, kind: true } });
  const parties = await database.caseParty.findMany({ distinct: ['party'], select: { party: true }, take: MOST });
  const products = await database.platformEvent.findMany({
    distinct: ['productId'],
    where: { productId: { not: null } },
    select: { productId: true },
    take: MOST,
  });
  const entries = await database.registerEntry.findMany({ distinct: ['register'], select: { register: true } });
  return {
    cases: Object.fromEntries(
      Object.entries(Object.groupBy(cases, ({ kind }) => kind)).map(([kind, rows = []]) => [
        kind,
        rows.map(({ id }) => id).slice(0, MOST),
      ]),
    ),
    accounts: accounts.map(({ account }) => account),
    sessions: accounts.map(({ session }) => session),
    drafts: await ids(database.draft.findMany(ofAll)),
    files: await ids(database.file.findMany(ofAll)),
    tasks: await ids(database.task.findMany({ ...ofAll, where: { closedAt: null } })),
    notices: await ids(database.notice.findMany(ofAll)),
    bars: await ids(database.bar.findMany(ofAll)),
    stores: await ids(database.store.findMany(ofAll)),
    recommendations: await ids(database.recommendation.findMany(ofAll)),
    comments: await ids(database.consultationComment.findMany(ofAll)),
    recomputations: await ids(database.pointsRecomputation.findMany(ofAll)),
    covers: await ids(database.cover.findMany(ofAll)),
    conflicts: await ids(database.interest.findMany(ofAll)),
    bulkDecisions: await ids(database.bulkDecision.findMany(ofAll)),
    products: products.flatMap(({ productId }) => productId ?? []),
    parties: parties.map(({ party }) => party),
    platforms: Object.keys(bodies),
    registers: entries.map(({ register }) => register),
    regimes: regimes.map(({ code }) => code),
  };
}

async function spareAccount(database: Database, number: number): Promise<{ account: string; session: string }> {
  const account = `spare-${number}`;
  const email = `${account}@demo.anjuan.test`;
  const offices = [{ role: 'provider' } as const];
  const made = { id: account, name: account, email, password: TRAINING_PASSWORD, offices, level: 'PERSONAL' } as const;
  const origin = commandOrigin('assure', instantOf(Date.now()));
  await createAccount(database, made, (tx, change) => appendAudit(tx, origin, [change]));
  const expiresAt = new Date(Date.now() + 3_600_000);
  const { id } = await database.session.create({
    data: { id: randomUUID(), token: randomUUID(), userId: account, expiresAt },
  });
  return { account, session: id };
}
