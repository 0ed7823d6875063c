/** The consumer guarantee deposit (第二十一条): what its agreement fixes, and what a movement of it is for. Sums are whole fen. */
import { isFilled, text, type Text } from '../text.ts';

/** What the agreement must fix beside the amount (HN-NET-22.2). */
export const depositTerms = {
  management: text('管理方式', 'Management'),
  use: text('使用规则', 'Rules of use'),
  refund: text('退还规则', 'Rules of refund'),
} as const satisfies Readonly<Record<string, Text>>;

export type DepositTerm = keyof typeof depositTerms;

export const depositTermNames = Object.keys(depositTerms) as readonly DepositTerm[];

/** Kinds of case that a deposit can be used for: matters of a consumer with the provider (HN-NET-22.3). */
export const depositMatters = ['complaint', 'mediation'] as const;

export type DepositTexts = { readonly [T in DepositTerm]?: string | null | undefined };

export function missingTerms(texts: DepositTexts): DepositTerm[] {
  return depositTermNames.filter((name) => !isFilled(texts[name] ?? null));
}

/** The kinds of movement. */
export const movementKinds = {
  PAID_IN: text('缴存', 'paid in'),
  USED: text('使用', 'used'),
  REFUNDED: text('退还', 'refunded'),
} as const satisfies Readonly<Record<string, Text>>;

export type MovementKind = keyof typeof movementKinds;

/** The accounts of the ledger: what the platform holds, and those outside it. */
export type DepositAccount = 'DEPOSIT' | 'PROVIDER' | 'CONSUMER';

export interface Posting {
  readonly account: DepositAccount;
  /** Whole fen; what a movement takes from one account it brings to another. */
  readonly fen: number;
}

/** The two sides of a movement of this many fen. */
export function postingsOf(kind: MovementKind, fen: number): readonly [Posting, Posting] {
  const into = kind === 'PAID_IN' ? fen : -fen;
  return [
    { account: 'DEPOSIT', fen: into },
    { account: kind === 'USED' ? 'CONSUMER' : 'PROVIDER', fen: -into },
  ];
}
