/** Which text a notice names: the draft that the rules were written from, or the one that was adopted since (SH-STORE-17.1). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../prisma/client.ts';
import { basisInWords } from '../../rules/notices/citation.ts';
import type { Instant } from '../../rules/time/index.ts';
import { CASE_ID, startNoticeDatabases, type NoticeDatabases } from '../../test/support/notice-database.ts';
import { sampleOf } from './sample-notices.ts';
import { citations, regimes } from '../../workflows/regimes.ts';
import { citationsOf, withAdopted } from './adopted-text.ts';
import { noticeTextIn } from './notice-text.ts';

const DRAFT = '2020年7月征求意见稿';
const at = (day: string): Instant => `${day}T10:00:00.000+08:00`;

let databases: NoticeDatabases;
let database: Database;

beforeAll(async () => {
  databases = await startNoticeDatabases();
});
beforeEach(async () => {
  ({ database } = await databases.fresh());
  await database.case.update({ where: { id: CASE_ID }, data: { regime: 'SH_STORE', ruleVersion: 2 } });
});
afterAll(() => databases.stop());

let seq = 0;
async function adopted(changes: object = {}): Promise<void> {
  seq += 1;
  await database.textStatus.create({
    data: {
      ...{ regime: 'SH_STORE', seq, status: 'ADOPTED', on: '2025-09-01', from: '2025-10-01', reason: '正式印发' },
      ...{
        title: '上海市企业服务云店铺管理办法',
        documentNumber: '沪企服〔2025〕1号',
        fileId: 'fil-1',
        ruleVersion: 2,
      },
      ...{ byId: 'demo-manager', at: new Date(at('2025-09-02')), ...changes },
    },
  });
}

/** What the clauses of a notice of this case stand for. */
async function cited(caseId: string | null, plannedAt: Instant) {
  const [found = citations] = await citationsOf(database, [{ caseId, plannedAt }]);
  return found;
}

/** The line under a notice that was planned on a day. */
const lineOn = async (day: string, caseId: string | null = CASE_ID) =>
  basisInWords(await cited(caseId, at(day)), 'SH-STORE 四.6', 'zh-CN');

describe('the text that a notice names', () => {
  it('SH-STORE-17.1 is the draft until another one is adopted and in force, and that one from its first day', async () => {
    expect(await lineOn('2025-10-08')).toContain(DRAFT);
    await adopted();
    expect(await lineOn('2025-09-30')).toContain(DRAFT);
    expect(await lineOn('2025-10-01')).toBe(
      '依据：《办法》四.6；《办法》即《上海市企业服务云店铺管理办法》（沪企服〔2025〕1号）',
    );
    await adopted({
      title: '《上海市企业服务云店铺管理办法》',
      documentNumber: '沪企服〔2026〕3号',
      from: '2026-01-01',
    });
    expect(await lineOn('2025-12-31')).toContain('沪企服〔2025〕1号');
    expect(await lineOn('2026-01-01')).toBe(
      '依据：《办法》四.6；《办法》即《上海市企业服务云店铺管理办法》（沪企服〔2026〕3号）',
    );
  });

  it('XC-06.2 stays the draft for a case that keeps the rules of before, and for what was planned before it was recorded', async () => {
    await adopted({ ruleVersion: 3 });
    expect(await lineOn('2025-10-08')).toContain(DRAFT);
    await adopted({ at: new Date(at('2025-10-09')) });
    expect(await lineOn('2025-10-08')).toContain(DRAFT);
    expect(await lineOn('2025-10-10')).toContain('沪企服〔2025〕1号');
  });

  it('SH-STORE-17.1 changes by adoption alone, and for its own regime alone', async () => {
    await adopted({ status: 'CLOSED', title: null, documentNumber: null, from: null, ruleVersion: null });
    await adopted({ regime: 'HN_NET' });
    expect(await lineOn('2025-10-08')).toContain(DRAFT);
    expect(await lineOn('2025-10-08', null)).toContain(DRAFT);
    await adopted();
    const found = await cited(CASE_ID, at('2025-10-08'));
    expect({ ...found, 'SH-STORE': null }).toEqual({ ...citations, 'SH-STORE': null });
  });

  it('SH-STORE-17.1 is found by the title of its rules, in every regime', () => {
    for (const { code } of regimes) {
      const changed = withAdopted({ regime: code, title: '新办法', documentNumber: '新〔2027〕1号' });
      expect(Object.keys(changed).filter((one) => changed[one] !== citations[one])).toHaveLength(1);
    }
  });

  it('SH-STORE-17.1 stands under mail and letter, in both languages', () => {
    const changed = withAdopted({ regime: 'SH_STORE', title: '店铺管理办法', documentNumber: '沪企服〔2025〕1号' });
    const data = sampleOf('clearanceNotice', 'clearance');
    const basis = (locale: 'zh-CN' | 'en') =>
      noticeTextIn({
        template: 'clearanceNotice',
        locale,
        data,
        baseUrl: 'https://anjuan.example.org',
        citations: changed,
      }).basis;
    expect(basis('zh-CN')).toContain('《办法》即《店铺管理办法》（沪企服〔2025〕1号）');
    expect(basis('en')).toContain('store measures (trial), 沪企服〔2025〕1号');
  });
});
