/**
 * Makes one of each document that is filed, with long names, many rows and rare characters, and draws its pages to be looked at
 * (SH-EVAL-13.3, HN-BASE-03.2, AH-EVAL-05, 07): `node dev/look-at-documents.ts [FOLDER]`. Word files and spreadsheets are opened by LibreOffice
 * (`soffice`), pages drawn by `pdftoppm`; both come with Debian (`libreoffice`, `poppler-utils`). `LETTER_FONTS` counts here as it does in the product.
 */
import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setReport, type ReportPage } from '../activities/letters/sheet-setter.ts';
import { bulletinDocument } from '../api/ah/documents/bulletin-document.ts';
import { evaluationDocument } from '../api/ah/documents/evaluation-document.ts';
import { reportWord } from '../api/documents/report-word.ts';
import { recommendedBases } from '../api/hn-base/documents/recommended-bases.ts';
import { recommendationsWorkbook } from '../api/sh-eval/documents/recommendations.ts';
import { reportDocument } from '../api/sh-eval/documents/report-content.ts';
import { resultList } from '../api/sh-eval/documents/result-list.ts';
import { bulletinFigures, type BulletinFigure } from '../rules/ah/figures.ts';
import { categoryCodes } from '../rules/sh-eval/categories.ts';
import { filing } from '../rules/sh-eval/filing.fixture.ts';

const run = promisify(execFile);
const folder = process.argv[2] ?? '.anjuan/documents';
const fonts = process.env['LETTER_FONTS'];
const now = '2025-10-16T10:00:00.000+08:00';
const LONG = '安徽省中小企业公共服务与数字化转型促进中心有限责任公司（合肥高新技术产业开发区分公司）';
const RARE = '𠮷祥科技（𡋤县）有限公司';

const names = (nth: number) => [LONG, RARE, `合肥第${nth}技术服务有限公司`][nth % 3] ?? LONG;
const code = (nth: number) => `91340100MA2N${String(nth).padStart(5, '0')}X`;
const many = <T>(count: number, make: (nth: number) => T) => Array.from({ length: count }, (_, nth) => make(nth));

const pages: Readonly<Record<string, ReportPage>> = {
  'assessment-report': reportDocument({
    report: filing({ overview: { name: RARE, introduction: `${LONG}。`.repeat(7).slice(0, 300) } }).report,
    year: 2020,
    filed: ['licence', 'fees'],
  }),
  'assessment-results': resultList({
    year: 2020,
    published: { at: now, term: { validFrom: '2020-01-01', validTo: '2021-12-31' } },
    results: many(90, (nth) => ({
      ...{ name: names(nth), party: code(nth), category: categoryCodes[nth % 10] ?? 'STARTUP' },
      grade: (['EXCELLENT', 'GOOD'] as const)[nth % 2] ?? 'GOOD',
    })),
  }),
  'recommended-bases': recommendedBases(
    {
      ...{ year: 2019, document: '湘工信中小服务〔2019〕142号', quota: 4 },
      selected: many(4, (nth) => ({
        ...{ name: names(nth), party: code(nth), city: 'hn-dept-changsha', score: nth === 3 ? null : 91.333 },
      })),
    },
    now,
  ),
  bulletin: bulletinDocument(
    {
      ...{ year: 2025, quarter: 3, document: '皖经信中小〔2025〕31号', issuedAt: now },
      rows: many(60, (nth) => ({
        ...{ party: code(nth), name: names(nth), kind: nth < 16 ? 'CITY_PLATFORM' : 'INSTITUTION' },
        figures: Object.fromEntries(bulletinFigures.map((one, at) => [one, nth * 1_237 + at])) as Record<
          BulletinFigure,
          number
        >,
      })),
      notes: [],
    } as unknown as Parameters<typeof bulletinDocument>[0],
    now,
  ),
  evaluation: evaluationDocument(
    many(60, (nth) => ({
      ...{ name: names(nth), party: code(nth), kind: nth < 16 ? 'CITY_PLATFORM' : 'INSTITUTION' },
      ...{ total: nth % 7 === 6 ? null : 100 - nth, atPlace: nth % 5 === 1 ? 2 : 1, stage: null },
      ...{ rank: nth % 7 === 6 ? null : { place: nth + 1, late: false }, grade: nth % 7 === 6 ? null : 'QUALIFIED' },
      ...{ outcome: nth % 2 === 0 ? 'NOTIFIED' : null, reward: null, cityPlatform: 'ah-platform-hefei' },
    })) as unknown as Parameters<typeof evaluationDocument>[0],
    2025,
    now,
  ),
};

await mkdir(folder, { recursive: true });
for (const [name, page] of Object.entries(pages)) {
  await writeFile(join(folder, `${name}.pdf`), await setReport(page, fonts));
  await writeFile(join(folder, `${name}-word.docx`), await reportWord(page));
}
const entrants = many(40, (nth) => ({
  ...{ name: names(nth), category: categoryCodes[nth % 10] ?? 'STARTUP', contactName: '李𠮷', mobile: '13800000002' },
  ...{ officePhone: null, fax: null, email: 'li@example.org' },
}));
await writeFile(
  join(folder, 'annex-1-table.xlsx'),
  await recommendationsWorkbook({ year: 2020, unit: '徐汇区中小企业工作主管部门', on: '2020-12-17', entrants }),
);
const office = (await readdir(folder)).filter((file) => /\.(docx|xlsx)$/.test(file)).map((file) => join(folder, file));
await run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...office]);
for (const file of (await readdir(folder)).filter((one) => one.endsWith('.pdf')))
  await run('pdftoppm', ['-r', '60', '-png', join(folder, file), join(folder, file.replace(/\.pdf$/, ''))]);
console.log(`The pages are in ${folder}: look at each.`);
