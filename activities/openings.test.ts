import { expect, it } from 'vitest';
import { CASE_ID } from '../test/support/notice-database.ts';
import { oneNoticeDatabase } from '../test/support/one-notice-database.ts';
import type { CaseOpening } from '../workflows/engine/transition.ts';
import type { Written } from './case-head.ts';
import { openFollowing } from './openings.ts';

const records = oneNoticeDatabase();

function opening(kind: string): CaseOpening {
  return {
    ...{ id: `new-${kind}`, kind, regime: 'AH', stage: '', about: null, subject: null, parties: {}, bodies: {} },
    ...{ bodyId: 'ah-platform', region: 'AH', opening: {} },
  };
}

it('AH-EVAL-07.5 XC-06.2 a case of each year begins under the newest rules, though the case that opens it stands since before', async () => {
  const { database } = records;
  const rules = [1, 2].map((version) => ({
    ...{ regime: 'AH', version, values: {}, note: 'limits', createdAt: new Date() },
  }));
  await database.ruleVersion.createMany({ data: rules, skipDuplicates: true });
  await database.calendarVersion.create({ data: { version: 1, years: {}, note: 'none', loadedAt: new Date() } });
  const row = await database.case.findUniqueOrThrow({ where: { id: CASE_ID } });
  const openings = ['annualEvaluation', 'listing'].map(opening);
  const written = {
    head: { ...row, regime: 'AH', ruleVersion: 1 },
    transition: { at: '2026-01-01T00:00:00.000+08:00', openings },
  } as unknown as Written;
  await database.$transaction((tx) => openFollowing(tx, [written]));
  const opened = await database.case.findMany({
    where: { id: { in: openings.map(({ id }) => id) } },
    orderBy: { kind: 'asc' },
    select: { kind: true, ruleVersion: true },
  });
  expect(opened).toEqual([
    { kind: 'annualEvaluation', ruleVersion: 2 },
    { kind: 'listing', ruleVersion: 1 },
  ]);
});
