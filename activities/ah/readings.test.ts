/** What is counted of a member, from its rows (AH-EVAL-02, 05.1). */
import { expect, it } from 'vitest';
import { oneNoticeDatabase } from '../../test/support/one-notice-database.ts';
import { ofYear, type FigureName, type FiguresByMonth } from '../../rules/ah/figures.ts';
import { parseInstant, type Day } from '../../rules/time/index.ts';
import type { MemberRecord } from '../../workflows/ah/words.ts';
import type { Effects } from '../../workflows/engine/transition.ts';
import type { CaseHead } from '../case-head.ts';
import { writeFigure } from './figures.ts';
import { anhuiReaders } from './readings.ts';

const at = parseInstant('2028-03-01T10:00:00+08:00');

const records = oneNoticeDatabase();

/** A row as the transition of a case writes it. */
const counted = (party: string, caseId: string, figure: FigureName, key: string, n: number, day: Day) =>
  records.database.$transaction((tx) =>
    writeFigure(tx, { id: caseId } as CaseHead, { at } as Effects, { party, figure, key, n, day }),
  );

async function monthsOf(party: string, before = at): Promise<FiguresByMonth> {
  const asked = { reading: 'memberRecord', regime: 'AH', caseId: 'c', about: `member:${party}`, before, at };
  const record: MemberRecord = await records.database.$transaction((tx) => anhuiReaders.memberRecord(tx, asked));
  return record.byMonth;
}

it('AH-EVAL-02.3 three needs of one enterprise in a year are one enterprise served, on the first of their days', async () => {
  for (const [nth, day] of ['2025-06-02', '2025-03-01', '2025-09-01'].entries()) {
    await counted('m-1', `sne-${nth}`, 'served', 'person:1:2025', 1, day);
    await counted('m-1', `sne-${nth}`, 'matches', `sne-${nth}`, 1, day);
  }
  const months = await monthsOf('m-1');
  expect(ofYear(months, 2025)).toEqual({ served: 1, matches: 3 });
  expect(months['2025-03']).toEqual({ served: 1, matches: 1 });
});

it('AH-EVAL-02.5 an enterprise entered again stays in its first year, and what one list takes back another keeps', async () => {
  await counted('m-2', 'sen-1', 'users', 'A', 1, '2025-05-01');
  await counted('m-2', 'sen-2', 'users', 'A', 1, '2026-05-01');
  expect([ofYear(await monthsOf('m-2'), 2025), ofYear(await monthsOf('m-2'), 2026)]).toEqual([{ users: 1 }, {}]);
  await counted('m-2', 'sen-1', 'users', 'A', 0, '2025-05-01');
  expect([ofYear(await monthsOf('m-2'), 2025), ofYear(await monthsOf('m-2'), 2026)]).toEqual([{}, { users: 1 }]);
});

it('AH-EVAL-01.1 of a year long past every month is read, and nothing after the moment that it is read as of', async () => {
  await counted('m-3', 'a', 'matches', 'a', 1, '2024-01-15');
  await counted('m-3', 'b', 'matches', 'b', 1, '2024-12-31');
  await counted('m-3', 'c', 'matches', 'c', 1, '2025-01-01');
  expect(ofYear(await monthsOf('m-3'), 2024)).toEqual({ matches: 2 });
  const asOf = parseInstant('2025-01-01T00:00:00+08:00');
  expect(ofYear(await monthsOf('m-3', asOf), 2025)).toEqual({});
});

it('AH-EVAL-02.14 products of long ago are in the figures of the network as long as they are in service', async () => {
  await counted('m-4', 'p-1', 'products', 'p-1', 1, '2022-05-01');
  await counted('m-4', 'p-2', 'products', 'p-2', 1, '2022-05-02');
  await counted('m-4', 'p-2', 'products', 'p-2:ended', -1, '2024-05-02');
  await counted('m-4', 'p-3', 'matches', 'p-3', 1, '2022-05-02');
  await records.database.registerEntry.create({
    data: {
      ...{ id: 'ah.members:m-4', regime: 'AH', register: 'ah.members', party: 'm-4', name: 'M', status: 'MEMBER' },
      ...{
        bodyId: 'ah-platform',
        region: 'AH',
        data: { kind: 'INSTITUTION' },
        caseId: 'mem-4',
        changedAt: new Date(at),
      },
    },
  });
  const asked = { reading: 'networkFigures', regime: 'AH', caseId: 'c', about: null, before: at, at };
  const { members } = await records.database.$transaction((tx) => anhuiReaders.networkFigures(tx, asked));
  expect(members).toMatchObject([{ party: 'm-4', byMonth: { '2028-01': { products: 1 } } }]);
  expect(ofYear(members[0]?.byMonth ?? {}, 2028)).toEqual({ products: 1 });
  expect(ofYear(await monthsOf('m-4'), 2023)).toEqual({ products: 2 });
  expect(ofYear(await monthsOf('m-4'), 2027)).toEqual({ products: 1 });
});

it('AH-EVAL-05.4 the network of a quarter is who was a member at its end, whoever joined or left since', async () => {
  const entered = (party: string, status: string, validFrom: string, validTo: string | null) =>
    records.database.registerEntry.create({
      data: {
        ...{ id: `ah.members:${party}`, regime: 'AH', register: 'ah.members', party, name: party, status },
        ...{ bodyId: 'ah-platform', region: 'AH', data: { kind: 'INSTITUTION' }, caseId: party },
        ...{ validFrom, validTo, changedAt: new Date(at) },
      },
    });
  await entered('q-stayed', 'MEMBER', '2025-09-30', null);
  await entered('q-joined', 'MEMBER', '2025-10-01', null);
  await entered('q-left', 'LEFT', '2025-01-01', '2025-10-01');
  await entered('q-gone', 'LEFT', '2025-01-01', '2025-09-30');
  await entered('q-counted', 'LEFT', '2025-01-01', '2025-08-01');
  await counted('q-counted', 'c', 'matches', 'c', 1, '2025-07-02');
  const before = parseInstant('2025-10-01T00:00:00+08:00');
  const asked = { reading: 'networkFigures', regime: 'AH', caseId: 'c', about: null, before, at };
  const { members } = await records.database.$transaction((tx) => anhuiReaders.networkFigures(tx, asked));
  const quarter = members.map(({ party }) => party).filter((party) => party.startsWith('q-'));
  expect(quarter).toEqual(['q-counted', 'q-left', 'q-stayed']);
});
