/** The timeline of a case as a sheet to print, in the language of its reader. */
import type { SheetPage } from '../../activities/letters/sheet-setter.ts';
import { inLocale, text, type Locale, type Text } from '../../rules/text.ts';
import { dayOf, momentInWords, partsOfDay, type Instant } from '../../rules/time/index.ts';
import { NOTICE_STATES } from '../views/notice-states.ts';
import type { headView } from '../views/case-view.ts';
import type { lineViews } from '../views/timeline-view.ts';

type Line = Awaited<ReturnType<typeof lineViews>>[number];

export interface TimelineSheet {
  readonly head: ReturnType<typeof headView>;
  /** What the reader may read of the past, the earliest first. */
  readonly lines: readonly Line[];
  /** Hash of the last line of the chain. */
  readonly chainHead: string;
  /** Name of who takes it away, and when. */
  readonly by: string;
  readonly now: Instant;
  readonly locale: Locale;
}

/** The page that {@link setSheet} sets; times are of Beijing. */
export function timelineSheet({ head, lines, chainHead, by, now, locale }: TimelineSheet): SheetPage {
  const say = (words: Text) => inLocale(words, locale);
  const outcome: (readonly [string, string])[] =
    head.outcomeTitle === null ? [] : [[say(text('结果', 'Outcome')), say(head.outcomeTitle)]];
  return {
    locale,
    title: say(text('案件时间线', 'Timeline of a case')),
    about: [
      [say(text('案号', 'Number')), head.number],
      [say(text('类型', 'Kind')), say(head.kindTitle)],
      [say(text('机构', 'Institution')), head.title],
      [say(text('阶段', 'Stage')), say(head.stageTitle)],
      ...outcome,
      [say(text('导出', 'Taken away')), `${by}，${say(momentInWords(now))}`],
    ],
    columns: [
      [say(text('序号', 'No.')), 4],
      [say(text('时间', 'When')), 10],
      [say(text('事项', 'What happened')), 36],
      [say(text('经办', 'By')), 14],
      [say(text('依据', 'Under')), 10],
      [say(text('通知', 'Notices')), 18],
    ],
    rows: lines.map((line) => [
      String(line.seq),
      `${line.at.slice(0, 10)} ${line.at.slice(11, 16)}`,
      say(line.title),
      [line.actor.name, say(line.actor.title)].filter((part) => part !== null && part !== '').join(' '),
      line.clause ?? '',
      line.notices
        .map(({ recipient, address, status }) => `${recipient ?? ''} ${address} ${say(NOTICE_STATES[status])}`.trim())
        .join('\n'),
    ]),
    notes: [
      say(text('时间均为北京时间（UTC+8）。', 'Times are of Beijing (UTC+8).')),
      say(
        text(
          `时间线为哈希链，末条哈希 ${chainHead}；chain.json 载有各条哈希。`,
          `The timeline is a hash chain with the head ${chainHead}; chain.json has the hash of each line.`,
        ),
      ),
    ],
    footer: head.number,
    date: partsOfDay(dayOf(now)),
  };
}
