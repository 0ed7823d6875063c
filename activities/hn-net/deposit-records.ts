/** The ledger of guarantee deposits (HN-NET-22.3): each movement with its two sides, in the transaction of its step. */
import { depositMatters, postingsOf } from '../../rules/hn-net/deposit.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { HnNetWrites } from '../../workflows/hn-net/words.ts';
import type { RecordWriter } from '../records.ts';

export const writeMovement: RecordWriter<HnNetWrites['depositMovement']> = async (
  tx,
  { id: caseId, subject },
  { at },
  { seq, kind, fen, settlement, item, forCase: forCaseId },
) => {
  if (forCaseId !== null) await refuseUnrelated(tx, forCaseId, subject);
  await tx.depositMovement.create({
    data: { caseId, seq, kind, settlement, item, forCaseId, at: new Date(at) },
    select: { seq: true },
  });
  await tx.depositPosting.createMany({
    data: postingsOf(kind, fen).map(({ account, fen: side }) => ({ caseId, seq, account, fen: BigInt(side) })),
  });
};

/** @throws Refusal INVALID_INPUT if it is no complaint or mediation of which the provider is a party: the purpose would be none */
async function refuseUnrelated(tx: Transaction, caseId: string, provider: string): Promise<void> {
  const found = await tx.caseParty.findFirst({
    where: { caseId, party: provider, case: { kind: { in: [...depositMatters] } } },
    select: { caseId: true },
  });
  if (found !== null) return;
  refuse(
    'INVALID_INPUT',
    '请填写以该服务商为当事人的投诉或者调解案件；其他案件不能使用保证金。',
    'Give a complaint or mediation of which the provider is a party; a deposit is used for no other case.',
    { field: 'forCase', facts: { requirement: 'HN-NET-22.3' } },
  );
}
