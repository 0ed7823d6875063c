/** What both are told when somebody is to act in the offices of somebody who is away, and when that ends before its time (XC-05.5). */
import type { NoticeSpec, NoticeWithoutCase } from '../notices.ts';
import { text, type Locale } from '../text.ts';
import type { Day } from '../time/index.ts';
import { paragraph, type NoticeContent } from './content.ts';
import type { Words } from './words.ts';

export interface CoverTold {
  /** Names of who is away, of who acts in their place, and of who arranged or ended it. */
  readonly absent: string;
  readonly cover: string;
  readonly by: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly rule: string;
}

type Wording = Readonly<Record<Locale, (data: CoverTold & NoticeWithoutCase, say: Words) => NoticeContent>>;

/** Names of the notices. */
export const COVER_NAMED = 'coverNamed';
export const COVER_ENDED = 'coverEnded';

export const coverNamedSpec: NoticeSpec = {
  class: 'service',
  channels: ['EMAIL'],
  title: text('代行职务安排', 'Somebody acts in the place of another'),
  requirement: 'XC-05.5',
  version: 2,
};

export const coverEndedSpec: NoticeSpec = {
  ...coverNamedSpec,
  title: text('代行职务提前结束', 'A cover was ended before its time'),
};

export const coverNamedWording: Wording = {
  'zh-CN': ({ absent, cover, by, firstDay, lastDay, rule }, say) => ({
    blocks: [
      paragraph(
        `${absent}不在岗期间，由${cover}在其职务范围内代为办理案件，期满后自动结束。代行期间的办理记录均注明代行人、被代行人、截止日期和依据。`,
      ),
      paragraph('被代行人本人应当回避的案件，代行人不得以其职务办理。'),
    ],
    facts: [
      ['期限', `${say.day(firstDay)}至${say.day(lastDay)}（当日24:00止）`],
      ['依据', rule],
      ['安排人', by],
    ],
  }),
  en: ({ absent, cover, by, firstDay, lastDay, rule }, say) => ({
    blocks: [
      paragraph(
        `While ${absent} is away, ${cover} works on cases in the offices of ${absent}. It ends by itself. Every line says who acted, in whose place, until when and under which rule.`,
      ),
      paragraph('Cases that the one who is away may not handle are not handled in that office either.'),
    ],
    facts: [
      ['From and to', `${say.day(firstDay)} to 24:00 on ${say.day(lastDay)}, Shanghai time`],
      ['Rule', rule],
      ['Arranged by', by],
    ],
  }),
};

export const coverEndedWording: Wording = {
  'zh-CN': ({ absent, cover, by, lastDay, rule }, say) => ({
    blocks: [paragraph(`${cover}代行${absent}职务的安排已提前结束，代行期间领取而未办结的待办已退回。`)],
    facts: [
      ['原定截止', say.day(lastDay)],
      ['依据', rule],
      ['操作人', by],
    ],
  }),
  en: ({ absent, cover, by, lastDay, rule }, say) => ({
    blocks: [
      paragraph(
        `${cover} does not act in the place of ${absent} any more. Tasks taken in that time and not done are back in the queue.`,
      ),
    ],
    facts: [
      ['Would have ended', say.day(lastDay)],
      ['Rule', rule],
      ['Ended by', by],
    ],
  }),
};
