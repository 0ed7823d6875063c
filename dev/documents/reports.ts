/** Reports that are filed as PDF and as Word, with long names, many rows and rare characters. */
import type { ReportPage } from '../../activities/letters/sheet-setter.ts';
import { bulletinDocument } from '../../api/ah/documents/bulletin-document.ts';
import { evaluationDocument } from '../../api/ah/documents/evaluation-document.ts';
import { recommendedBases } from '../../api/hn-base/documents/recommended-bases.ts';
import { recommendationsWorkbook } from '../../api/sh-eval/documents/recommendations.ts';
import { reportDocument } from '../../api/sh-eval/documents/report-content.ts';
import { resultList } from '../../api/sh-eval/documents/result-list.ts';
import { bulletinFigures, type BulletinFigure } from '../../rules/ah/figures.ts';
import { categoryCodes } from '../../rules/sh-eval/categories.ts';
import { filing } from '../../rules/sh-eval/filing.fixture.ts';
import { codeOf as code, LONG, many, nameOf as names, RARE } from './names.ts';

const now = '2025-10-16T10:00:00.000+08:00';

/** Evaluations of sixty members, some tied, some not scored. */
export const evaluationSamples = many(60, (nth) => ({
  ...{ name: names(nth), party: code(nth), kind: nth < 16 ? 'CITY_PLATFORM' : 'INSTITUTION' },
  ...{ total: nth % 7 === 6 ? null : 100 - nth, atPlace: nth % 5 === 1 ? 2 : 1, stage: null },
  ...{ rank: nth % 7 === 6 ? null : { place: nth + 1, late: false }, grade: nth % 7 === 6 ? null : 'QUALIFIED' },
  ...{ outcome: nth % 2 === 0 ? 'RETAINED' : null, reward: null, cityPlatform: 'ah-platform-hefei' },
})) as unknown as Parameters<typeof evaluationDocument>[0];

/** Each report by its name. */
export const reports: Readonly<Record<string, ReportPage>> = {
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
  evaluation: evaluationDocument(evaluationSamples, 2025, now),
};

const entrants = many(40, (nth) => ({
  ...{ name: names(nth), category: categoryCodes[nth % 10] ?? 'STARTUP', contactName: '李𠮷', mobile: '13800000002' },
  ...{ officePhone: null, fax: null, email: 'li@example.org' },
}));
/** Annex 1, the summary table of recommended entrants, as a workbook. */
export const summaryTable = () =>
  recommendationsWorkbook({ year: 2020, unit: '徐汇区中小企业工作主管部门', on: '2020-12-17', entrants });
