/** How far the text of a regime is in force: what its rule book says, and what managers recorded since (SH-STORE-17.1). */
import type { Transaction } from '../../prisma/client.ts';
import type { TextStatus } from '../../prisma/generated/client.ts';
import type { RuleStatus } from '../../rules/book/rule-book.ts';
import { text } from '../../rules/text.ts';

export const TEXT_STATUSES = {
  CONSULTATION_OPEN: text('公开征求意见中', 'Consultation open'),
  CLOSED: text('征求意见结束', 'Consultation closed'),
  ADOPTED: text('正式印发', 'Adopted'),
} as const;

export type TextStatusCode = keyof typeof TEXT_STATUSES;

/** The newest recorded status of a regime's text; null while it is what the rule book says. */
export async function newestStatus(database: Transaction, regime: string): Promise<TextStatus | null> {
  return database.textStatus.findFirst({ where: { regime }, orderBy: { seq: 'desc' } });
}

/** What the rule book's status is among the three. */
export function initialStatus({ code }: RuleStatus): TextStatusCode {
  return code === 'CONSULTATION_DRAFT' ? 'CONSULTATION_OPEN' : 'ADOPTED';
}

/** The status as it stands beside the rules. */
export async function statusInRules(database: Transaction, regime: string, book: RuleStatus) {
  const newest = await newestStatus(database, regime);
  if (newest === null) return { code: book.code as string, on: book.on, zh: book.zh, en: book.en };
  const { zh, en } = TEXT_STATUSES[newest.status as TextStatusCode];
  return { code: newest.status, on: newest.on, zh, en };
}
