/** The points of the stores of institutions, read for many entries at once as for each alone (SH-EVAL-01.4, 01.6, 02.12, 08.3). */
import { expect, it } from 'vitest';
import { oneNoticeDatabase } from '../../test/support/one-notice-database.ts';
import { campaign2020, yearEnd } from '../../rules/sh-eval/campaign.ts';
import { parseInstant, type Instant } from '../../rules/time/index.ts';
import type { ReadingRequest } from '../reader.ts';
import { assessmentReaders, assessmentReadersOfMany } from './readings.ts';

const records = oneNoticeDatabase();

const end = yearEnd(campaign2020.year);
const later = parseInstant('2021-03-01T10:00:00+08:00');
const about = 'campaign:2020';

/** An entry of an institution with stores, and what each of them has by day. */
async function enter(caseId: string, subject: string, ...stores: readonly Readonly<Record<string, number>>[]) {
  const openedAt = new Date('2020-01-02T02:00:00Z');
  const place = { bodyId: 'sh-centre', region: 'SH' };
  const head = (id: string, kind: string) => ({
    ...{ id, number: id, kind, regime: 'SH_EVAL', stage: 'DOCUMENT_REVIEW', subject, title: subject, ...place, about },
    ...{ ruleVersion: 1, calendarVersion: 1, openedAt, closedAt: openedAt, opening: {} },
  });
  await records.database.case.create({ data: head(caseId, 'assessmentEntry') });
  const ownerId = `usr-${caseId}`;
  await records.database.user.create({
    data: { id: ownerId, name: subject, email: `${ownerId}@anjuan.test`, emailVerified: true, level: 'ENTERPRISE' },
  });
  for (const [nth, days] of stores.entries()) {
    const id = `${caseId}-${nth}`;
    await records.database.case.create({ data: head(`app-${id}`, 'storeApplication') });
    await records.database.store.create({
      data: {
        ...{ id: `sto-${id}`, creditCode: subject, name: subject, ownerId, ...place, applicationCaseId: `app-${id}` },
        ...{ route: 'STANDARD', status: 'NORMAL', establishedOn: '2020-01-02', openedAt },
      },
    });
    await records.database.pointsDay.createMany({
      data: Object.entries(days).map(([onDay, net]) => ({
        ...{ storeId: `sto-${id}`, rule: 'PURCHASE', onDay, net, gained: net, corrected: 0 },
      })),
    });
  }
}

function asked(caseId: string, before: Instant | null, at: Instant = later): ReadingRequest {
  return { reading: 'storePoints', regime: 'SH_EVAL', caseId, about, before, at };
}

it('SH-EVAL-01.6 SH-EVAL-02.12 entries whose points are fixed together have what each has alone', async () => {
  await enter('ase-none', 'NONE');
  await enter('ase-one', 'ONE', { '2019-12-31': 7, '2020-01-01': 100, '2020-12-31': 20, '2021-01-01': 1000 });
  await enter('ase-two', 'TWO', { '2020-06-01': 3 }, { '2020-07-01': 4 });
  const requests = [
    asked('ase-two', end),
    asked('ase-none', end),
    asked('ase-one', end),
    // Read while the year runs, beside the others.
    asked('ase-one', null, parseInstant('2020-06-30T10:00:00+08:00')),
  ];
  await records.database.$transaction(async (tx) => {
    const together = await assessmentReadersOfMany.storePoints(tx, requests);
    const alone: unknown[] = [];
    for (const request of requests) alone.push(await assessmentReaders.storePoints(tx, request));
    expect(together).toEqual(alone);
    expect(together.map(({ asOf, stores, year, cumulative }) => [asOf, stores.length, year, cumulative])).toEqual([
      ['2020-12-31', 2, 7, 7],
      ['2020-12-31', 0, 0, 0],
      ['2020-12-31', 1, 120, 127],
      ['2020-06-30', 1, 100, 107],
    ]);
  });
});

it('SH-EVAL-01.4 an entry that is about no campaign, or is not there, is no reading of nothing', async () => {
  await records.database.$transaction(async (tx) => {
    const reading = assessmentReadersOfMany.storePoints(tx, [asked('ase-lost', end)]);
    await expect(reading).rejects.toThrow('ase-lost');
  });
});
