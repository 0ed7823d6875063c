/** Dates, deadlines and set phrases of the notices in one language. All times are Asia/Shanghai. */
import type { DeadlineView, EntryRoute, Phrase, TrialFigure, TrialFigures } from '../../rules/notices.ts';
import { inLocale, text, type Locale, type Text } from '../../rules/text.ts';
import { dayInWords, deadlineInWords, dayOf, momentInWords, type Day, type Instant } from '../../rules/time/index.ts';
import { citation } from './regulations.ts';

const ROUTES: Readonly<Record<EntryRoute, Text>> = {
  STANDARD: text('标准入驻', 'Standard'),
  TRIAL: text('试运行入驻', 'Trial operation'),
  INVITED: text('邀约入驻', 'Invitation'),
};

const FIGURES: Readonly<Record<keyof TrialFigures, { name: Text; unit: Text }>> = {
  points: { name: text('店铺积分', 'Points'), unit: text('分', '') },
  orders: { name: text('订单量', 'Orders'), unit: text('个', '') },
  products: { name: text('产品数量', 'Products'), unit: text('个', '') },
};

/** One line of the table of trial figures, ready to print. */
export interface FigureLine {
  readonly name: string;
  readonly now: string;
  readonly target: string;
  readonly missing: string;
  readonly met: boolean;
}

export interface Words {
  readonly locale: Locale;
  of(phrase: Phrase): string;
  all(phrases: readonly Phrase[] | undefined): string[];
  /** A moment with its zone. */
  at(instant: Instant): string;
  /** The end of a period, as the last day's 24:00 where it is a midnight (XC-01.4). */
  end(instant: Instant): string;
  day(day: Day): string;
  route(route: EntryRoute): string;
  /** A deadline in its short form, for subjects: `2025-10-10 24:00`. */
  due(deadline: DeadlineView): string;
  /** How much of a deadline is left, seen from the day the notice was planned. */
  left(deadline: DeadlineView, plannedAt: Instant): string;
  /** What follows when a deadline has passed, without the clause. */
  consequence(deadline: DeadlineView): string;
  /** Where a deadline comes from: the clause of the law, or a rule of the platform beside one. */
  basis(deadline: DeadlineView): string;
  /** A citation as a sentence has it: the regulation by its name, not by the platform's short one. */
  cite(clause: string): string;
  figures(figures: TrialFigures): FigureLine[];
}

/** The {@link Words} of a language. */
export function wordsIn(locale: Locale): Words {
  const zh = locale === 'zh-CN';
  const of = (phrase: Phrase) => (typeof phrase === 'string' ? phrase : inLocale(phrase, locale));
  return {
    locale,
    of,
    all: (phrases) => (phrases ?? []).map(of),
    at: (instant) => `${inLocale(momentInWords(instant), locale)}${zh ? '（北京时间 UTC+8）' : ' (UTC+8)'}`,
    end: (dueAt) =>
      of(deadlineInWords({ period: { unit: 'date', day: dayOf(dueAt) }, dueAt, lastDay: null, provisional: false })),
    day: (day) => inLocale(dayInWords(day), locale),
    route: (route) => of(ROUTES[route]),
    due: ({ dueAt, lastDay }) =>
      lastDay === null ? `${dueAt.slice(0, 10)} ${dueAt.slice(11, 16)}` : `${lastDay} 24:00`,
    left: (deadline, plannedAt) => left(deadline, plannedAt, zh),
    consequence: ({ consequence }) => of(consequence).replace(/[。.]$/, ''),
    basis: ({ clause, platformRule = false }) => {
      const cited = citation(clause, locale);
      if (!platformRule) return cited;
      return zh ? `平台规定期限，参照${cited}` : `time limit set by the platform; see ${cited}`;
    },
    cite: (clause) => citation(clause, locale),
    figures: (figures) =>
      (['points', 'orders', 'products'] as const).map((name) => figureLine(name, figures[name], of, zh)),
  };
}

function left(deadline: DeadlineView, plannedAt: Instant, zh: boolean): string {
  const { workingDaysLeft: days, lastDay, dueAt } = deadline;
  if (dayOf(plannedAt) === (lastDay ?? dayOf(dueAt))) return zh ? '今天是最后一天' : 'today is the last day';
  // A fixed date on a day off is reminded of on the working day before it (XC-01.6).
  if (days <= 0) return zh ? '到期前已无其他工作日' : 'no working day is left before it';
  return zh ? `还剩 ${days} 个工作日` : `${days} working ${days === 1 ? 'day' : 'days'} left`;
}

function figureLine(
  name: keyof TrialFigures,
  { value, target, exceed, met }: TrialFigure,
  of: (phrase: Text) => string,
  zh: boolean,
): FigureLine {
  const unit = of(FIGURES[name].unit);
  const amount = (n: number) => (zh ? `${n} ${unit}` : `${n}`);
  const bound = zh ? (exceed ? '超过' : '不少于') : exceed ? 'more than' : 'at least';
  const missing = target - value + (exceed ? 1 : 0);
  return {
    name: of(FIGURES[name].name),
    now: amount(value),
    target: `${bound} ${amount(target)}`,
    missing: met ? (zh ? '已达标' : 'reached') : zh ? `还差 ${amount(missing)}` : `${missing} missing`,
    met,
  };
}
