/** What is read of the centres, against records made by hand (EC-CENTRE-01, 03, 05, 08.6). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CENTRE, EC_ENTRY, OTHER_CENTRE, recordCentres } from '../../test/support/centre-records.ts';
import { startDatabases, type TestApi, type TestDatabases } from '../testing/harness.ts';

let databases: TestDatabases;
let api: TestApi;

beforeAll(async () => {
  databases = await startDatabases();
  api = await databases.api({ now: '2025-11-03T10:00:00.000+08:00' });
  await recordCentres(api.database);
});
afterAll(() => databases.stop());

describe('what everybody reads', () => {
  it('EC-CENTRE-01.6 EC-CENTRE-05.1 the centres on record with class, liaison points and how much of their directory is confirmed', async () => {
    const { body } = await api.anyone.get('/api/ec-centre/centres');
    expect(body.items.map(({ party }: any) => party).sort()).toEqual([CENTRE, OTHER_CENTRE].sort());
    const centre = body.items.find(({ party }: any) => party === CENTRE);
    expect(centre).toMatchObject({
      ...{ classTitle: { zh: 'C类' }, regionTitle: { zh: '义乌市' }, since: '2025-03-03' },
      points: [
        { name: '义乌市电子商务公共服务中心佛堂联络点', placeTitle: { zh: '乡镇' }, statusTitle: { zh: '已开设' } },
      ],
      directory: { published: 1, outdated: 1 },
    });
    // Findings are nobody's to read here.
    expect(JSON.stringify(body)).not.toContain('专职工作人员');
    const first = (await api.anyone.get('/api/ec-centre/centres?limit=1')).body;
    const next = (await api.anyone.get(`/api/ec-centre/centres?limit=1&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...next.items]).toEqual(body.items);
  });

  it('EC-CENTRE-03.3 of each entry until when it is confirmed, or that it is outdated', async () => {
    const { body } = await api.anyone.get(`/api/ec-centre/directory?centre=${CENTRE}`);
    const shown = body.items.map(({ name, outdated, confirmUntil }: any) => [name, outdated, confirmUntil]);
    expect(shown).toContainEqual([EC_ENTRY, false, '2026-03-03']);
    expect(shown).toContainEqual(['义乌旧录服务有限公司', true, null]);
  });
});

describe('the findings', () => {
  const findings = async (who: string) => (await (await api.as(who)).get('/api/ec-centre/findings')).body.items;

  it('EC-CENTRE-01.4 EC-CENTRE-08.6 are read by the centre and those who look after it, and bar nobody', async () => {
    const [own, ...others] = await findings('centre');
    expect(others).toEqual([]);
    expect(own).toMatchObject({
      party: CENTRE,
      notMet: [{ zh: '专职工作人员' }],
      sign: { judgedOn: '2025-04-01', failed: [{ zh: '按比例放大或缩小' }] },
    });
    expect(own.sign.missingOn).toHaveLength(6);
    expect((await findings('commerce')).map(({ party }: any) => party)).toEqual([CENTRE]);
    expect(await findings('commercecity')).toHaveLength(2);
    expect(await findings('evaluator')).toHaveLength(2);
    for (const who of ['ecprovider', 'reviewer', 'supplier']) expect([who, await findings(who)]).toEqual([who, []]);
  });
});
