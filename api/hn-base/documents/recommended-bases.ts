/** The list of bases that the province recommends for the national title (HN-BASE-03.2). In Chinese as it is sent. */
import type { ReportPage } from '../../../activities/letters/sheet-setter.ts';
import { PROVINCE } from '../../../rules/hn-base/bodies.ts';
import { dayInWords, dayOf, partsOfDay, type Instant } from '../../../rules/time/index.ts';
import { bodyTitle } from '../../bodies.ts';
import { heading, table } from '../../documents/pieces.ts';

/** A call with those of its bases that are on the list. */
export interface RecommendedBases {
  readonly year: number;
  readonly document: string;
  readonly quota: number;
  readonly selected: readonly {
    readonly name: string;
    readonly party: string;
    readonly city: string;
    readonly score: number | null;
  }[];
}

export function recommendedBases({ year, document, quota, selected }: RecommendedBases, now: Instant): ReportPage {
  const unit = bodyTitle(PROVINCE).zh;
  return {
    title: [`${year}年国家小型微型企业创业创新示范基地`, '推荐名单'],
    cover: [
      ['申报通知', document],
      ['推荐单位', `${unit}（盖章）`],
      ['推荐数量', `${selected.length} 家（名额 ${quota} 家）`],
      ['填报日期', dayInWords(dayOf(now)).zh],
    ],
    blocks: [
      heading(1, '推荐名单'),
      table(
        [
          ['序号', 2],
          ['基地名称', 9],
          ['统一社会信用代码', 8],
          ['市州推荐单位', 7],
          ['评审得分', 4],
        ],
        selected.map(({ name, party, city, score }, nth) => [
          ...[String(nth + 1), name, party, bodyTitle(city).zh, score === null ? '' : String(score)],
        ]),
      ),
      { kind: 'signature', lines: [`推荐单位（盖章）：${unit}`, dayInWords(dayOf(now)).zh] },
    ],
    footer: `${year}年示范基地推荐名单`,
    date: partsOfDay(dayOf(now)),
  };
}
