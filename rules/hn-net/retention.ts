/**
 * How long records are kept and when they may go (第八条第八项, HN-NET-10). The database holds the same dates and refuses earlier ones
 * (`"RetainedCase"`); `api/hn-net/retention.test.ts` holds the two against each other.
 */
import { text, type Text } from '../text.ts';
import { addDays, addMonths, type Day, type Instant } from '../time/instant.ts';
import { listed } from '../phrases.ts';

/** The least of the law, in months; rules may ask for more. */
export const LEAST_MONTHS = 24;

export const retentionClasses = {
  IDENTITY: {
    title: text('营业执照和个人真实身份信息', 'Licences and identities'),
    start: text('登记注销', 'Deregistration'),
    rule: 'retention.identity',
    requirement: 'HN-NET-10.2',
  },
  TRANSACTION: {
    title: text('交易记录和其他信息', 'Records of trades and other records'),
    start: text('办结', 'Completion'),
    rule: 'retention.transaction',
    requirement: 'HN-NET-10.3',
  },
} as const satisfies Readonly<
  Record<string, { title: Text; start: Text; rule: `retention.${string}`; requirement: string }>
>;

export type RetentionClass = keyof typeof retentionClasses;

export const retentionClassCodes = Object.keys(retentionClasses) as readonly RetentionClass[];

/** What keeps the records of a case: the first that applies is told. */
export const retentionHolds = {
  NOT_YET: text('保存期未满', 'Its period is not over'),
  LONGER: text('已满两年，平台规定的更长保存期未满', 'Two years are over, the longer period of the platform is not'),
  SEALED: text('已封存', 'Sealed'),
  OPEN_CASE: text('当事人有未办结的案件', 'A party of it has an open case'),
} as const satisfies Readonly<Record<string, Text>>;

export type RetentionHold = keyof typeof retentionHolds;

export const retentionHoldCodes = Object.keys(retentionHolds) as readonly RetentionHold[];

/**
 * The first day on which records may be deleted, at 00:00 Shanghai time: whole months have passed since the day they begin, to their 24:00,
 * and days off move nothing. Months below the least of the law count as the least.
 */
export function deletableFrom(startOn: Day, months: number): Day {
  return addDays(addMonths(startOn, Math.max(LEAST_MONTHS, months)), 1);
}

/** How many cases of a class there are, and how many would go; each case stands under one of the reasons that keep it, or under none. */
export interface RetentionCount {
  /** All that hold their records still, open ones included. */
  readonly all: number;
  /** Those that would go. */
  readonly due: number;
  /** Those that are kept, by why. */
  readonly held: Readonly<Partial<Record<RetentionHold, number>>>;
}

/** The share that would go, in whole percent rounded up. */
export function shareGoing({ all, due }: Pick<RetentionCount, 'all' | 'due'>): number {
  return all === 0 ? 0 : Math.ceil((due * 100) / all);
}

/** Whether a deletion takes so much that it stops: more than a few, and more than the share (HN-NET-10.6). */
export function isTooMuch(
  count: Pick<RetentionCount, 'all' | 'due'>,
  { percent, from }: { readonly percent: number; readonly from: number },
): boolean {
  return count.due > from && count.due * 100 > count.all * percent;
}

/** A backup in which deleted records still stand. */
export interface BackupOnRecord {
  readonly name: string;
  readonly takenAt: Instant;
  readonly keptUntil: Instant;
}

/** The cases that are kept, by why: `保存期未满 3 件、已封存 1 件`; empty where there are none. */
export function heldInWords(held: RetentionCount['held']): Text {
  return listed(
    retentionHoldCodes.flatMap((code) => {
      const { zh, en } = retentionHolds[code];
      const count = held[code] ?? 0;
      return count === 0 ? [] : [text(`${zh} ${count} 件`, `${en}: ${count}`)];
    }),
  );
}

/** How long the latest of the copies lives in which deleted records stand; null where there is none. */
export function lastCopyUntil(copies: readonly BackupOnRecord[]): Instant | null {
  return copies.reduce<Instant | null>(
    (last, { keptUntil }) => (last === null || keptUntil > last ? keptUntil : last),
    null,
  );
}
