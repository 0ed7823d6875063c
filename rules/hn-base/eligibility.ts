/** Who may declare a base, item by item (HN-BASE-01): what the declaration shows, for the city to judge. */
import { text, type Text } from '../text.ts';
import type { Day } from '../time/index.ts';

/** The items that the city judges. */
export const eligibilityItems = {
  RECOGNITION: text('省级认定并符合管理办法', 'provincial recognition, and the ministry’s measures'),
  CONTEST_AND_CLOUD: text('参加创客中国大赛和上云活动', 'Maker China contest and cloud activities'),
  ACTIVITIES: text('参加省市企业服务活动', 'service activities of province and city'),
  REPORTS: text('按时按质报送运营情况', 'operating data filed on time and in good quality'),
} as const satisfies Readonly<Record<string, Text>>;

export type EligibilityItem = keyof typeof eligibilityItems;

export const itemRequirements: Readonly<Record<EligibilityItem, string>> = {
  RECOGNITION: 'HN-BASE-01.1',
  CONTEST_AND_CLOUD: 'HN-BASE-01.2',
  ACTIVITIES: 'HN-BASE-01.3',
  REPORTS: 'HN-BASE-01.4',
};

/** What somebody finds of an item. */
export const itemResults = { MET: text('符合', 'met'), NOT_MET: text('不符合', 'not met') } as const;

export type ItemResult = keyof typeof itemResults;

/** A report of operating data that was due; days of Shanghai. */
export interface DueReport {
  readonly dueOn: Day;
  /** Null where it was never filed. */
  readonly filedOn: Day | null;
}

/** What of a declaration its eligibility follows from. */
export interface Declared {
  /** Number of the document of the provincial recognition; null without one. */
  readonly recognition: string | null;
  readonly contest: boolean;
  readonly cloud: boolean;
  readonly activities: number;
  readonly reports: readonly DueReport[];
}

/** What the data show of an item: a hint for who judges, never a decision. */
export interface ItemFinding {
  readonly item: EligibilityItem;
  readonly shows: ItemResult;
  readonly words: Text;
}

/** How many reports came late or never, of how many that were due (HN-BASE-01.4). */
export function lateReports(reports: readonly DueReport[]): { readonly late: number; readonly due: number } {
  return {
    late: reports.filter(({ dueOn, filedOn }) => filedOn === null || filedOn > dueOn).length,
    due: reports.length,
  };
}

/**
 * What the declaration shows of each item.
 * @param least service activities that are needed (`base.activities`)
 */
export function eligibilityOf(declared: Declared, least: number): readonly ItemFinding[] {
  const { recognition, contest, cloud, activities, reports } = declared;
  const { late, due } = lateReports(reports);
  return [
    {
      item: 'RECOGNITION',
      shows: recognition === null ? 'NOT_MET' : 'MET',
      words: recognition === null ? text('无认定文件', 'no document') : text(recognition, recognition),
    },
    {
      item: 'CONTEST_AND_CLOUD',
      shows: contest && cloud ? 'MET' : 'NOT_MET',
      words: text(
        `创客中国大赛${contest ? '已' : '未'}参加，上云活动${cloud ? '已' : '未'}参加`,
        `contest: ${contest ? 'took part' : 'no record'}; cloud: ${cloud ? 'took part' : 'no record'}`,
      ),
    },
    {
      item: 'ACTIVITIES',
      shows: activities >= least ? 'MET' : 'NOT_MET',
      words: text(`${activities} 项，至少 ${least} 项`, `${activities}, at least ${least}`),
    },
    {
      item: 'REPORTS',
      shows: due > 0 && late === 0 ? 'MET' : 'NOT_MET',
      words: text(`应报 ${due} 次，逾期 ${late} 次`, `${late} late of ${due}`),
    },
  ];
}
