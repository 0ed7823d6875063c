/** A campaign of 2020 and institutions that enter it: each with somebody who gets its mails, every second one with a store and its ledger. */
import { randomUUID } from 'node:crypto';
import type { CaseGateway } from '../../api/case-gateway-types.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { stackClock } from '../../prisma/clock.ts';
import { officeRows } from '../../prisma/create-account.ts';
import { checkDigit } from '../../rules/parties/credit-code.ts';
import { organisationKey, unitKey } from '../../rules/parties/party.ts';
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import { shEvalValues } from '../../rules/sh-eval/config.ts';
import { assessmentCampaignIntake } from '../../workflows/sh-eval/assessment-campaign/intake.ts';
import { campaignReference } from '../../workflows/sh-eval/words.ts';
import { bodies, district, ofInstitution, staff } from './people.ts';

const BATCH = 50;
export const about = campaignReference(campaign2020.year);
/** Points of each store in each month of the year. */
const POINTS_A_MONTH = 100;
export const POINTS_OF_THE_YEAR = 12 * POINTS_A_MONTH;

/** Files the draft of the campaign, as the API makes it of a form, and answers with its id once it is open. */
export async function openCampaign(database: Database, gateway: CaseGateway): Promise<string> {
  const now = await stackClock(database, 'training').now();
  const form = assessmentCampaignIntake.form.parse({
    ...campaign2020,
    contacts: [{ name: '陈立', telephone: '021-23119365' }],
  });
  const { parties, body, opening, ...filing } = assessmentCampaignIntake.file({
    ...{ form, filer: staff.commission, party: unitKey('sh-commission'), filerName: '某工作人员', now },
    ...{ rules: shEvalValues(), entries: [], cases: [] },
  });
  const id = `asc-${randomUUID()}`;
  await database.$transaction(async (tx) => {
    await gateway.openCase(tx, {
      ...{ id, kind: 'assessmentCampaign', subject: filing.subject, title: filing.title, ...body, about },
      ...{ openedById: staff.commission.id, openedAt: now, priority: 0, parties, opening },
    });
  });
  await gateway.opened(id);
  return id;
}

/** Opens so many entries of the campaign, at the instant at which the clock stands. @returns their ids; the relay starts them */
export async function openEntries(
  database: Database,
  gateway: Pick<CaseGateway, 'openCase'>,
  campaignId: string,
  count: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < count; from += BATCH) {
    const many = Math.min(BATCH, count - from);
    const openedAt = await stackClock(database, 'training').now();
    const entries = Array.from({ length: many }, (_, nth) => {
      const root = randomUUID();
      const code = `91310115${root.slice(-9).toUpperCase()}`;
      const party = organisationKey(code + checkDigit(code));
      return { id: `ase-${root}`, party, hasStore: (from + nth) % 2 === 0 };
    });
    await database.$transaction(
      async (tx) => {
        await addInstitutions(tx, entries);
        for (const { id, party } of entries) {
          await gateway.openCase(tx, {
            ...{ id, kind: 'assessmentEntry', subject: party, title: `某机构${party.slice(-6)}`, ...district, about },
            ...{ openedById: ofInstitution(party).id, openedAt, priority: 0, bodies },
            parties: { institution: [party], department: [unitKey(district.bodyId)] },
            opening: { ...campaign2020, campaignId, basis: 'NEW', category: 'LEGAL' },
          });
        }
      },
      { timeout: 60_000 },
    );
    ids.push(...entries.map(({ id }) => id));
  }
  return ids;
}

interface Entrant {
  readonly id: string;
  readonly party: ReturnType<typeof organisationKey>;
  readonly hasStore: boolean;
}

async function addInstitutions(tx: Transaction, entrants: readonly Entrant[]): Promise<void> {
  const openedAt = new Date(`${campaign2020.year}-01-01T01:00:00Z`);
  const onDay = openedAt.toISOString().slice(0, 10);
  await tx.user.createMany({
    data: entrants.map(({ id, party }) => ({
      ...{ id: ofInstitution(party).id, name: '某机构', email: `${id}@anjuan.test`, emailVerified: true },
      level: 'ENTERPRISE' as const,
    })),
  });
  await tx.office.createMany({
    data: entrants.flatMap(({ party }) => officeRows(ofInstitution(party).id, ofInstitution(party).offices)),
  });
  const stores = entrants.filter(({ hasStore }) => hasStore);
  await tx.case.createMany({
    data: stores.map(({ id, party }) => ({
      ...{ id: `app-${id}`, number: `店申${id}`, kind: 'storeApplication', regime: 'SH_STORE', subject: party },
      ...{ stage: 'INTERVIEW_PASSED', outcome: 'INTERVIEW_PASSED', title: '某机构', bodyId: 'sh-centre', region: 'SH' },
      ...{ ruleVersion: 1, calendarVersion: 1, revision: 1, openedAt, closedAt: openedAt },
      ...{ workflowStarted: true, opening: {} },
    })),
  });
  await tx.store.createMany({
    data: stores.map(({ id, party }) => ({
      ...{ id: `sto-${id}`, creditCode: party, name: '某机构', ownerId: ofInstitution(party).id },
      ...{ route: 'STANDARD', status: 'NORMAL', establishedOn: onDay, openedAt, applicationCaseId: `app-${id}` },
      ...{ bodyId: 'sh-centre', region: 'SH' },
    })),
  });
  const months = Array.from({ length: 12 }, (_, nth) => String(nth + 1).padStart(2, '0'));
  await tx.pointsDay.createMany({
    data: stores.flatMap(({ id }) =>
      months.map((month) => ({
        ...{ storeId: `sto-${id}`, rule: 'PURCHASE', onDay: `${campaign2020.year}-${month}-15` },
        ...{ net: POINTS_A_MONTH, gained: POINTS_A_MONTH, corrected: 0 },
      })),
    ),
  });
}
