/** E-commerce centres as their records have them, made by hand: for tests of what is read from them. */
import type { Database } from '../../prisma/client.ts';
import { registers } from '../../workflows/ec-centre/words.ts';
import { recordedCase } from './closed-case.ts';

/** The centre of the account `centre`, at Yiwu. */
export const CENTRE = '91330782MA28D1YW1B';
/** A centre of the city of Jinhua. */
export const OTHER_CENTRE = '91330700MA28JHC29K';
/** A provider in the directory of the first. */
export const EC_ENTRY = '义乌云播电子商务服务有限公司';

const yiwu = { bodyId: 'ec-commerce-yiwu', region: 'ZJ/JINHUA/YIWU' } as const;
const jinhua = { bodyId: 'ec-commerce-jinhua', region: 'ZJ/JINHUA' } as const;
const NAME = '义乌市电子商务公共服务中心';

/** Two centres; the first has too few staff, a liaison point, an entry that is confirmed until 3 March 2026 and an outdated one. */
export async function recordCentres(database: Database): Promise<void> {
  const registration = await centreCase(database, 'centreRegistration', CENTRE, NAME);
  const sign = { passed: ['TOP_LEFT', 'PROMINENT', 'UNCHANGED'], carriers: ['PLATE'], on: '2025-04-01' };
  await enter(database, registers.centres, CENTRE, NAME, {
    ...{ status: 'REGISTERED', place: yiwu, caseId: registration },
    data: { class: 'C', notMet: ['STAFF'], sign, caseId: registration },
  });
  await enter(database, registers.centres, OTHER_CENTRE, '金华市电子商务公共服务中心', {
    ...{ status: 'REGISTERED', place: jinhua, caseId: 'ecc-2' },
    data: { class: 'A', notMet: [], sign: null, caseId: 'ecc-2' },
  });
  await enter(database, registers.points, 'unit:ecp-1', `${NAME}佛堂联络点`, {
    ...{ status: 'OPEN', place: yiwu, caseId: registration },
    data: { centre: CENTRE, place: 'TOWN', staff: 1 },
  });
  for (const [name, status, party] of [
    [EC_ENTRY, 'PUBLISHED', 'unit:ecd-1'],
    ['义乌旧录服务有限公司', 'OUTDATED', 'unit:ecd-2'],
  ] as const) {
    const caseId = await centreCase(database, 'directoryEntry', CENTRE, name);
    const services = [{ content: '直播间代运营', price: '每场 800 元' }];
    const published = { version: 1, at: '2025-03-03T10:00:00.000+08:00', introduction: '直播电商服务。', services };
    await enter(database, registers.directory, party, name, {
      ...{ status, place: yiwu, caseId },
      data: { provider: '91330782MA28D2PK2L', centre: CENTRE, ...published, caseId },
    });
    if (status === 'OUTDATED') continue;
    await database.deadline.create({
      data: {
        ...{ caseId, name: 'confirmation', entry: 1, status: 'OPEN', period: {}, pauses: [], provisional: false },
        ...{ startedAt: new Date('2025-03-03T10:00:00+08:00'), dueAt: new Date('2026-03-03T16:00:00Z') },
        ...{ lastDay: '2026-03-03', calendarVersion: 1 },
      },
    });
  }
}

function centreCase(database: Database, kind: string, party: string, title: string): Promise<string> {
  return recordedCase(database, { kind, regime: 'EC_CENTRE', party, title, closedAt: null, body: yiwu, form: {} });
}

interface Entered {
  readonly status: string;
  readonly place: { readonly bodyId: string; readonly region: string };
  readonly caseId: string;
  readonly data: object;
}

async function enter(
  database: Database,
  register: string,
  party: string,
  name: string,
  { status, place, caseId, data }: Entered,
): Promise<void> {
  const at = new Date('2025-03-03T10:00:00+08:00');
  await database.registerEntry.create({
    data: {
      ...{ id: `${register}:${party}`, regime: 'EC_CENTRE', register, party, name, ...place, status },
      ...{ validFrom: '2025-03-03', validTo: null, data, caseId, changedAt: at },
    },
  });
}
