/** Dates, deadlines and set phrases of the notices in one language. All times are Asia/Shanghai. */
import type { DeadlineView, Phrase } from '../notices.ts';
import { counted, inLocale, type Locale } from '../text.ts';
import { dayInWords, dayOf, endInWords, inZone, momentInWords, type Day, type Instant } from '../time/index.ts';
import { citation, type Citations } from './citation.ts';

/** How a wording says what every notice may speak of. */
export interface Words {
  readonly locale: Locale;
  of(phrase: Phrase): string;
  all(phrases: readonly Phrase[] | undefined): string[];
  /** A moment with its zone. */
  at(instant: Instant): string;
  /** A moment without its zone, for subjects. */
  moment(instant: Instant): string;
  /** The end of a period, as the last day's 24:00 where it is a midnight (XC-01.4). */
  end(instant: Instant): string;
  day(day: Day): string;
  /** A deadline without its zone, for subjects: `2025年10月10日 24:00`. */
  due(deadline: DeadlineView): string;
  /** How much of a deadline is left, seen from the day the notice was planned. */
  left(deadline: DeadlineView, plannedAt: Instant): string;
  /** What follows when a deadline has passed, without the clause. */
  consequence(deadline: DeadlineView): string;
  /** Where a deadline comes from: the clause of the law, or a rule of the platform beside one. */
  basis(deadline: DeadlineView): string;
  /** A citation as a sentence has it: the regulation by the name that readers know, e.g. `《办法》二.2`. */
  cite(clause: string): string;
}

/**
 * The {@link Words} of a language.
 * @param citations the regulations that clauses may name
 */
export function wordsIn(locale: Locale, citations: Citations): Words {
  const zh = locale === 'zh-CN';
  const of = (phrase: Phrase) => (typeof phrase === 'string' ? phrase : inLocale(phrase, locale));
  const cite = (clause: string) => citation(citations, clause, locale);
  return {
    locale,
    of,
    all: (phrases) => (phrases ?? []).map(of),
    at: (instant) => of(inZone(momentInWords(instant))),
    moment: (instant) => of(momentInWords(instant)),
    end: (dueAt) => of(inZone(endInWords(dueAt))),
    day: (day) => of(dayInWords(day)),
    due: ({ dueAt, lastDay }) => of(lastDay === null ? momentInWords(dueAt) : endInWords(dueAt)),
    left: (deadline, plannedAt) => left(deadline, plannedAt, zh),
    consequence: ({ consequence }) => of(consequence).replace(/[。.]$/, ''),
    basis: ({ clause, platformRule = false }) => {
      if (!platformRule) return cite(clause);
      return zh ? `平台规定期限，参照${cite(clause)}` : `time limit set by the platform; see ${cite(clause)}`;
    },
    cite,
  };
}

function left(deadline: DeadlineView, plannedAt: Instant, zh: boolean): string {
  const { workingDaysLeft: days, lastDay, dueAt } = deadline;
  if (dayOf(plannedAt) === (lastDay ?? dayOf(dueAt))) return zh ? '今天是最后一天' : 'today is the last day';
  // A fixed date on a day off is reminded of on the working day before it (XC-01.6).
  if (days <= 0) return zh ? '到期前已无其他工作日' : 'no working day is left before it';
  return zh ? `还剩 ${days} 个工作日` : `${counted(days, 'working day')} left`;
}
