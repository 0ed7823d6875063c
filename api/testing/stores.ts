/** Stores and facts of the platform, for tests of the store regime over HTTP. */
import type { Caller } from './caller.ts';
import type { TestApi } from './harness.ts';

/** What a test may say of its store; the rest is as it is with most of them. */
export interface StoreOptions {
  readonly region?: string;
  readonly name?: string;
  /** Shanghai day; 2025-03-01 unless given, so that a store of 2025 has no points for its age yet. */
  readonly establishedOn?: string;
  /** 2025-08-01 10:00 in Shanghai unless given. */
  readonly openedAt?: string;
}

/** Puts a store on trial into the records, with the closed application it came from. */
export async function addStore(
  { database }: Pick<TestApi, 'database'>,
  id: string,
  creditCode: string,
  options: StoreOptions = {},
): Promise<void> {
  const { region = 'SH/PUDONG', name = '启明', establishedOn = '2025-03-01' } = options;
  const openedAt = new Date(options.openedAt ?? '2025-08-01T02:00:00Z');
  const application = `app-${id}`;
  await database.case.create({
    data: {
      ...{ id: application, number: `店申${id}`, kind: 'storeApplication', regime: 'SH_STORE' },
      ...{ stage: 'INTERVIEW_PASSED', outcome: 'INTERVIEW_PASSED', subject: creditCode, title: name },
      ...{ bodyId: 'sh-centre', region, ruleVersion: 1, calendarVersion: 1, openedAt, closedAt: openedAt, opening: {} },
      parties: {
        create: [
          { name: 'applicant', party: creditCode },
          { name: 'recommender', party: 'unit:sh-pudong', follows: true },
        ],
      },
      bodies: { create: { bodyId: 'sh-centre', region } },
    },
  });
  await database.store.create({
    data: {
      ...{ id, creditCode, name, ownerId: 'demo-provider', bodyId: 'sh-centre', region },
      ...{ route: 'TRIAL', status: 'TRIAL', establishedOn, openedAt, applicationCaseId: application },
    },
  });
}

let serial = 0;

/** A fact of the store `sto-1` on 2025-09-10 unless it says otherwise, under an id of its own. */
export function factOf(type: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  serial += 1;
  return { sourceId: `s-${serial}`, storeId: 'sto-1', type, occurredAt: '2025-09-10T09:00:00+08:00', ...more };
}

/** Reports facts in one batch. */
export function reportFacts(caller: Caller, facts: readonly object[]) {
  return caller.send('POST', '/api/platform-events', facts.map((one) => JSON.stringify(one)).join('\n'), {
    'Content-Type': 'application/x-ndjson',
  });
}

/** Activity periods by their ids, each of one day, as if a manager had set them long ago. */
export async function addPeriods(
  { database }: Pick<TestApi, 'database'>,
  days: Readonly<Record<string, string>>,
): Promise<void> {
  const createdAt = new Date('2025-06-01T09:00:00+08:00');
  await database.activityPeriod.createMany({
    data: Object.entries(days).map(([id, day]) => ({
      ...{ id, name: id, firstDay: day, lastDay: day, setById: 'demo-manager', createdAt },
    })),
  });
}
