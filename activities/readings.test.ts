/** What every kind of case can read of the records. */
import { expect, it } from 'vitest';
import { CASE_ID } from '../test/support/notice-database.ts';
import { oneNoticeDatabase } from '../test/support/one-notice-database.ts';
import { takeReading } from './readings.ts';

const records = oneNoticeDatabase();
const about = 'campaign:2020';

async function add(id: string, kind: string, stage: string, columns: object = {}): Promise<void> {
  const {
    id: _id,
    number: _number,
    ...one
  } = await records.database.case.findUniqueOrThrow({
    where: { id: CASE_ID },
    omit: { state: true, opening: true },
  });
  const closed = { closedAt: new Date(), outcome: stage };
  await records.database.case.create({
    data: {
      ...{ ...one, id, number: `案${id}`, kind, stage, about, opening: {} },
      ...(columns === CLOSED ? closed : columns),
    },
  });
}

const CLOSED = {};

it('SH-EVAL-09.1 the cases about one thing are counted by kind and stage, closed ones apart', async () => {
  await add('e-1', 'assessmentEntry', 'ENTRY_DRAFT');
  await add('e-2', 'assessmentEntry', 'SUBMITTED');
  await add('e-3', 'assessmentEntry', 'SUBMITTED');
  await add('e-4', 'assessmentEntry', 'WITHDRAWN', CLOSED);
  await add('c-1', 'assessmentCampaign', 'OPEN');
  await add('e-5', 'assessmentEntry', 'SUBMITTED', { about: 'campaign:2021' });
  const request = { reading: 'casesAbout', regime: 'SH_EVAL', caseId: 'c-1', about, before: null };
  const at = '2020-12-11T17:00:00.000+08:00';
  expect(await takeReading(records.database, { ...request, at })).toEqual({
    assessmentEntry: { open: { ENTRY_DRAFT: 1, SUBMITTED: 2 }, closed: { WITHDRAWN: 1 } },
    assessmentCampaign: { open: { OPEN: 1 }, closed: {} },
  });
  expect(await takeReading(records.database, { ...request, about: null, at })).toEqual({});
});
