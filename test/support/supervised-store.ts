/** The supervision of a store on paper, over a ledger that a test writes line by line. */
import { monthOf, monthsLater, quarterStart, type MonthlyPoints } from '../../rules/sh-store/monthly-points.ts';
import type { Requester } from '../../rules/roles.ts';
import { dayOf, startOfDay, type Day, type Instant } from '../../rules/time/index.ts';
import type { CaseInput } from '../../workflows/engine/state.ts';
import type { StoreSupervisionFacts } from '../../workflows/sh-store/store-supervision/facts.ts';
import { storeSupervision } from '../../workflows/sh-store/store-supervision/process.ts';
import type { UpheldComplaint } from '../../workflows/sh-store/words.ts';
import { at, PaperCase, people } from './engine-samples.ts';

interface PaperLine {
  readonly onDay: Day;
  readonly points: number;
  /** For the company's age. */
  readonly passive: boolean;
}

export class SupervisedStore extends PaperCase<StoreSupervisionFacts> {
  readonly ledger: PaperLine[] = [];

  constructor(openedAt: string, rules: CaseInput['rules'] = {}) {
    super(
      storeSupervision,
      { openedOn: openedAt.slice(0, 10) },
      {
        id: 'sup-1',
        openedAt: at(openedAt),
        about: 'store:sto-1',
        openedBy: people.otherCase,
        openedById: null,
        rules,
      },
    );
  }

  /** Books points on a day; nobody tells the case. */
  book(onDay: Day, points: number, passive = false): this {
    this.ledger.push({ onDay, points, passive });
    return this;
  }

  /** Books points, and the case is told at that moment. */
  report(when: string, points: number, onDay: Day = when.slice(0, 10)): this {
    this.until(when).book(onDay, points);
    return this.tell(when);
  }

  /** Facts have arrived. */
  tell(when: string): this {
    this.applyFacts(this.monthlyPoints(null, at(when)), at(when));
    return this;
  }

  until(to: string): this {
    this.liveUntil(at(to), (_name, before, now) => this.monthlyPoints(before, now));
    return this;
  }

  do(action: string, who: Requester, input: object, when: string, reading?: unknown): this {
    this.until(when).act(action, who, input, at(when), reading);
    return this;
  }

  /** Complaints that stand upheld, each by the day of its finding; the case is told. */
  upheld(when: string, ...foundOn: readonly Day[]): this {
    const upheld = foundOn
      .map((day, n): UpheldComplaint => ({
        caseId: `cpl-${n + 1}`,
        number: `沪企服投诉〔2025〕${n + 1}号`,
        foundAt: startOfDay(day),
      }))
      .reverse();
    return this.do('complaintsChanged', people.otherCase, {}, when, { asOf: at(when), upheld });
  }

  /** What was put to the clearance so far, told to it or taken back, in order. */
  get putToClearance(): string[] {
    return this.transitions.flatMap(({ openings, messagesAbout }) => [
      ...openings.map(({ opening }) => `found ${(opening as { ground: string }).ground}`),
      ...messagesAbout.map(({ action, input }) => `${action} ${(input as { ground: string }).ground}`),
    ]);
  }

  /** What the clearance was told last of a ground, in Chinese. */
  factsOf(ground: string): string[] {
    const told = this.transitions.flatMap(({ openings, messagesAbout }) => [
      ...openings.map(({ opening }) => opening),
      ...messagesAbout.map(({ input }) => input),
    ]) as { ground: string; facts?: { zh: string }[] }[];
    return told.findLast((one) => one.ground === ground && one.facts !== undefined)?.facts?.map(({ zh }) => zh) ?? [];
  }

  /** The notices of a template: when they were planned, and with what. */
  sent(template: string): { readonly at: string; readonly data: Record<string, unknown> }[] {
    return this.transitions.flatMap(({ at: when, notices }) =>
      notices.filter((one) => one.template === template).map(({ data }) => ({ at: when.slice(0, 16), data })),
    );
  }

  monthlyPoints(before: Instant | null, now: Instant): MonthlyPoints {
    const asOf = before ?? now;
    const known = this.ledger.filter(({ onDay }) =>
      before === null ? onDay <= dayOf(now) : startOfDay(onDay) < before,
    );
    const running = monthOf(dayOf(asOf));
    const first = monthsLater(quarterStart(running), -24);
    const months = [];
    for (let month = first; month <= running; month = monthsLater(month, 1)) {
      const own = known.filter(({ onDay }) => monthOf(onDay) === month);
      const gained = own.filter(({ points }) => points > 0);
      months.push({
        month,
        net: sum(own),
        gained: sum(gained),
        earned: sum(gained.filter(({ passive }) => !passive)),
      });
    }
    return { asOf, before: sum(known.filter(({ onDay }) => monthOf(onDay) < first)), months };
  }
}

function sum(lines: readonly PaperLine[]): number {
  return lines.reduce((total, { points }) => total + points, 0);
}
