/** The published results of an assessment as a document: the institutions by category with their grades (SH-EVAL-09.1). In Chinese as it is published. */
import type { ReportPage } from '../../../activities/letters/sheet-setter.ts';
import { COMMISSION } from '../../../rules/sh-eval/bodies.ts';
import { categories, categoryCodes, type CategoryCode } from '../../../rules/sh-eval/categories.ts';
import { gradeTitles, type GradeCode } from '../../../rules/sh-eval/grades.ts';
import { dayInWords, dayOf, partsOfDay, type Day, type Instant } from '../../../rules/time/index.ts';
import { bodyTitle } from '../../bodies.ts';
import { heading, table } from '../../documents/pieces.ts';

/** What was published of a year. */
export interface ResultList {
  readonly year: number;
  readonly published: {
    readonly at: Instant;
    readonly term: { readonly validFrom: Day; readonly validTo: Day };
  };
  readonly results: readonly {
    readonly name: string;
    readonly party: string;
    readonly category: CategoryCode;
    readonly grade: GradeCode;
  }[];
}

export function resultList({ year, published, results }: ResultList): ReportPage {
  const on = dayOf(published.at);
  const { validFrom, validTo } = published.term;
  const unit = bodyTitle(COMMISSION).zh;
  const counts = Object.entries(gradeTitles).map(
    ([grade, { zh }]) => `${zh} ${results.filter((one) => one.grade === grade).length} 家`,
  );
  const blocks = categoryCodes.flatMap((code) => {
    const ofCategory = results.filter(({ category }) => category === code);
    if (ofCategory.length === 0) return [];
    return [
      heading(1, categories[code].title.zh),
      table(
        [
          ['序号', 2],
          ['机构名称', 10],
          ['统一社会信用代码', 6],
          ['等次', 3],
        ],
        ofCategory.map(({ name, party, grade }, nth) => [String(nth + 1), name, party, gradeTitles[grade].zh]),
      ),
    ];
  });
  return {
    title: [`${year}年度上海市中小企业`, '服务质量第三方测评结果'],
    cover: [
      ['公布单位', unit],
      ['公布日期', dayInWords(on).zh],
      ['名单有效期', `${dayInWords(validFrom).zh}至${dayInWords(validTo).zh}`],
    ],
    blocks: [
      { kind: 'paragraph', text: `参加测评的机构共 ${results.length} 家，其中${counts.join('、')}。` },
      ...blocks,
      { kind: 'signature', lines: [`公布单位（盖章）：${unit}`, dayInWords(on).zh] },
    ],
    footer: `${year}年度第三方测评结果`,
    date: partsOfDay(on),
  };
}
