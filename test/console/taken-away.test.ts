/** What is taken away from the console as a file: the links are clicked, and the files that come are opened. */
import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { uploadPdf } from '../support/applications.ts';
import { recordEvaluations, recordNetwork } from '../support/anhui-records.ts';
import { CENTRE, recordCentres } from '../support/centre-records.ts';
import { recordedCase } from '../support/closed-case.ts';
import { registerSupplier, supplier } from '../support/network.ts';
import { pdfPages } from '../support/pdf-text.ts';
import { expectAccessible } from './support/browser.ts';
import { consoleStage } from './support/console-stage.ts';

const stage = consoleStage('2025-11-03T09:00:00+08:00');
const FORMULA = `=cmd|' /C calc'!A0`;

beforeAll(async () => {
  const { database } = stage.stack;
  await recordNetwork(database);
  await recordEvaluations(database, 2024);
  await recordCentres(database);
  await database.registerEntry.create({
    data: {
      ...{ id: 't-1', regime: 'HN_BASE', register: 'hn-base.titles', party: '91430100MA4L00000X', name: FORMULA },
      ...{ bodyId: 'hn-dept-province', region: 'HN', validFrom: '2023-01-01', validTo: '2025-12-31' },
      ...{ status: 'VALID', data: {}, caseId: 'btt-1', changedAt: new Date('2025-09-30T09:00:00+08:00') },
    },
  });
  await registerSupplier(stage.stack);
});

interface Taken {
  readonly name: string;
  readonly content: Buffer;
}

/** Clicks a link that hands out a file. */
async function taken(page: Page, link: Locator): Promise<Taken> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

const link = (place: Page | Locator, format: 'CSV' | 'Excel' | 'PDF') =>
  place.getByRole('link', { name: `导出 ${format}` });

function csvOf({ content }: Taken): string[][] {
  const [mark, ...lines] = [
    content.subarray(0, 3).toString('hex'),
    ...content.toString().slice(1).trim().split('\r\n'),
  ];
  // A spreadsheet takes it for UTF-8 by the mark at its beginning.
  expect(mark).toBe('efbbbf');
  return lines.map((line) => line.split(','));
}

async function sheetOf({ content }: Taken) {
  const { sheets } = await readXlsx(content);
  return { name: sheets[0]?.name, rows: (sheets[0]?.rows ?? []) as unknown[][] };
}

it('AH-EVAL-07.4 the ranking of a year is taken away as Excel, CSV and a PDF that shows every character', async () => {
  const department = await stage.visit();
  const { page } = department;
  await department.signIn('anhui');
  await department.open('/anhui/evaluations/2024');
  const excel = await taken(page, link(page, 'Excel'));
  expect(excel.name).toMatch(/2024\.xlsx$/);
  const sheet = await sheetOf(excel);
  expect(sheet.rows[0]).toEqual(expect.arrayContaining(['名次', '并列', '等次']));
  expect(sheet.rows).toHaveLength(6);
  const csv = await taken(page, link(page, 'CSV'));
  expect(csv.name).toBe(excel.name.replace(/xlsx$/, 'csv'));
  expect(csvOf(csv)[0]).toEqual(sheet.rows[0]);

  const pdf = await taken(page, link(page, 'PDF'));
  expect(pdf.name).toMatch(/\.pdf$/);
  const pages = await pdfPages(pdf.content);
  const words = pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('');
  expect(words).toContain('合肥科创企业服务有限公司');
  expect(words).not.toMatch(/[\uFFFD\u25A1\0]/);
  for (const font of pages.flatMap(({ fonts }) => fonts)) expect(font).toMatch(/NotoSerifSC/);
  expect(department.faults).toEqual([]);
  await department.close();
});

it('HN-BASE-05.1 the register of titles is taken away, and a name that is a formula stays a text', async () => {
  const province = await stage.visit();
  const { page } = province;
  await province.signIn('provincereviewer');
  await province.open('/directory');
  const titles = page.getByRole('region', { name: '国家小型微型企业创业创新示范基地' });
  await titles.getByText(FORMULA).waitFor();
  const excel = await taken(page, link(titles, 'Excel'));
  const { rows } = await sheetOf(excel);
  expect([excel.name, rows[0]?.[0], rows[1]?.[0]]).toEqual([expect.stringMatching(/\.xlsx$/), '名称', `'${FORMULA}`]);
  const csv = csvOf(await taken(page, link(titles, 'CSV')));
  expect(csv[1]?.[0]).toBe(`'${FORMULA}`);
  expect(province.faults).toEqual([]);
  await province.close();
});

it('EC-CENTRE-08.5 the reviews of a year are taken away with their scores, those of the year that is typed', async () => {
  const scored = (total: number) => ({ groups: {}, total, at: '2025-01-05T10:00:00.000+08:00' });
  const body = { bodyId: 'ec-commerce-yiwu', region: 'ZJ/JINHUA/YIWU' };
  await recordedCase(stage.stack.database, {
    ...{ kind: 'centreReview', regime: 'EC_CENTRE', party: CENTRE, title: FORMULA, body, outcome: 'CLOSED' },
    facts: {
      ...{ year: 2023, name: FORMULA, dueOn: '2023-12-31', authorities: [body.bodyId], overdue: false },
      ...{ self: scored(90), byAuthority: {}, province: scored(80), final: 80, preparedAt: null },
    },
  });
  const commerce = await stage.visit();
  const { page } = commerce;
  await commerce.signIn('commerce');
  await commerce.open('/centres');
  await page.getByLabel(/^年度考评/).fill('2023');
  const excel = await taken(page, link(page, 'Excel'));
  const { rows } = await sheetOf(excel);
  expect(excel.name).toMatch(/2023\.xlsx$/);
  const name = rows[0]?.indexOf('名称') ?? -1;
  expect([rows[0]?.[0], rows[1]?.[0], rows[1]?.[name]]).toEqual(['名次', 1, `'${FORMULA}`]);
  expect(commerce.faults).toEqual([]);
  await commerce.close();
});

it('HN-NET-08.5 the data that a court was given are taken from the case by who handles it, field by field', async () => {
  const hub = await stage.stack.as('hub');
  const { caseId } = await hub.post<{ caseId: string }>('/api/cases/authorityRequest', {
    ...{ provider: supplier.party, requester: 'COURT', requesterName: '长沙市岳麓区人民法院', asked: 'DATA' },
    ...{ requestNumber: '（2025）湘0104调45号', legalBasis: '《中华人民共和国民事诉讼法》第七十条' },
    ...{ account: '请提供登记信息。', receivedAt: '2025-11-03T09:00:00+08:00' },
    fileIds: [await uploadPdf(hub, '调查函.pdf')],
  });
  const released = { fields: ['providerName', 'creditCode'], purpose: '送达诉讼文书' };
  await (await stage.stack.as('hubmanager')).act(caseId, 'answerRequest', released);

  const manager = await stage.visit();
  const { page } = manager;
  await manager.signIn('hubmanager');
  await manager.open(`/cases/${caseId}`);
  const part = page.getByRole('region', { name: '答复所提供的资料' });
  const excel = await taken(page, link(part, 'Excel'));
  expect(excel.name).toBe('data-package-2025-11-03.xlsx');
  const { rows } = await sheetOf(excel);
  expect(rows[0]).toEqual(['资料', '项目', '内容']);
  expect(rows.slice(1).map(([field, , value]) => [field, value])).toEqual([
    ['服务商名称（姓名）', supplier.name],
    ['统一社会信用代码', supplier.party],
  ]);
  const csv = await taken(page, link(part, 'CSV'));
  expect([csv.name, csvOf(csv)[0]]).toEqual(['data-package-2025-11-03.csv', ['资料', '项目', '内容']]);
  await expectAccessible(manager);
  const logged = await stage.stack.database.auditEntry.count({ where: { action: 'DATA_PACKAGE_TAKEN' } });
  expect(logged).toBe(2);
  expect(manager.faults).toEqual([]);
  await manager.close();
});

it('HN-NET-23.2 HN-NET-23.4 the clocks of service records lead to the record, with how much time is left', async () => {
  const county = await stage.stack.as('county');
  const form = { platform: 'hn-liuyang', item: '金属成分检测', launchedOn: '2025-11-03' };
  const { caseId } = await county.post<{ caseId: string }>('/api/cases/serviceRecord', form);
  const window = await stage.visit();
  const { page } = window;
  await window.signIn('county');
  await window.open('/statistics');
  const clocks = page.getByRole('region', { name: '服务记录的录入时限' });
  const { number } = await stage.stack.database.case.findUniqueOrThrow({ where: { id: caseId } });
  const record = clocks.getByRole('row').filter({ hasText: number });
  await record.getByText('待录入上传').waitFor();
  await record.getByText(/2025-11-10/).waitFor();
  await expectAccessible(window);
  await record.getByRole('link').first().click();
  await page.waitForURL((url) => url.pathname === `/cases/${caseId}`);
  expect(window.faults).toEqual([]);
  await window.close();
});
