/** Stores that are being set up, in any number: each with its institution, somebody who gets its mails, and its closed application. */
import { randomUUID } from 'node:crypto';
import type { CaseGateway } from '../api/case-gateway-types.ts';
import type { Database } from '../prisma/client.ts';
import { officeRows } from '../prisma/create-account.ts';
import { organisationKey } from '../rules/parties/party.ts';
import { dayOf, epochMs, type Instant } from '../rules/time/index.ts';

const BATCH = 50;

/**
 * Opens the set-ups of so many new stores, all approved at one instant, and answers with their ids. The relay starts them.
 * @param openedAt when the cases are opened, if later than the approval: reminders that lie before it are not sent
 */
export async function openSetUps(
  database: Database,
  gateway: Pick<CaseGateway, 'openCase'>,
  count: number,
  approvedAt: Instant,
  openedAt: Instant = approvedAt,
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const roots = Array.from({ length: Math.min(BATCH, count - from) }, () => randomUUID());
    await openBatch(database, gateway, roots, approvedAt, openedAt);
    ids.push(...roots.map((root) => `set-${root}`));
  }
  return ids;
}

/** Cases whose first step is not on record yet. */
export function countUnopened(database: Database): Promise<number> {
  return database.case.count({ where: { revision: 0 } });
}

async function openBatch(
  database: Database,
  gateway: Pick<CaseGateway, 'openCase'>,
  roots: readonly string[],
  approvedAt: Instant,
  openedAt: Instant,
): Promise<void> {
  const approved = new Date(epochMs(approvedAt));
  const name = '某机构';
  const place = { bodyId: 'sh-centre', region: 'SH' };
  const stores = roots.map((root) => ({
    root,
    institution: organisationKey(root.replaceAll('-', '').slice(-18).toUpperCase()),
  }));
  await database.$transaction(
    async (tx) => {
      await tx.user.createMany({
        data: roots.map((root) => ({
          ...{ id: `usr-${root}`, name, email: `${root}@anjuan.test`, emailVerified: true, level: 'ENTERPRISE' },
        })),
      });
      await tx.office.createMany({
        data: stores.flatMap(({ root, institution }) =>
          officeRows(`usr-${root}`, [{ role: 'provider', party: institution }]),
        ),
      });
      await tx.case.createMany({
        data: stores.map(({ root, institution }) => ({
          ...{ id: `app-${root}`, number: `店申${root}`, kind: 'storeApplication', regime: 'SH_STORE', ...place },
          ...{ stage: 'INTERVIEW_PASSED', outcome: 'INTERVIEW_PASSED', subject: institution, title: name },
          ...{
            ruleVersion: 1,
            calendarVersion: 1,
            revision: 1,
            openedAt: approved,
            closedAt: approved,
            workflowStarted: true,
            opening: {},
          },
        })),
      });
      await tx.store.createMany({
        data: stores.map(({ root, institution }) => ({
          ...{ id: `sto-${root}`, creditCode: institution, name, ownerId: `usr-${root}`, ...place },
          ...{ route: 'STANDARD', status: 'NORMAL', establishedOn: dayOf(approvedAt), openedAt: approved },
          applicationCaseId: `app-${root}`,
        })),
      });
      for (const { root, institution } of stores) {
        await gateway.openCase(tx, {
          id: `set-${root}`,
          kind: 'storeSetup',
          subject: institution,
          title: name,
          ...place,
          openedById: `usr-${root}`,
          openedAt,
          priority: 0,
          about: `store:sto-${root}`,
          parties: {},
          opening: { approvedAt, route: 'STANDARD' },
        });
      }
      // Opened by the application of the store and not filed by anybody: the relay starts them at once.
      await tx.$executeRaw`
        UPDATE "Case" SET "openedById" = NULL, "parentId" = 'app-' || substr("id", 5)
        WHERE "id" = ANY(${stores.map(({ root }) => `set-${root}`)}::text[])`;
    },
    { timeout: 60_000 },
  );
}
