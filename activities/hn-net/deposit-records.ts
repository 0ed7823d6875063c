/** The ledger of guarantee deposits (HN-NET-22.3): each movement with its two sides, in the transaction of its step. */
import { postingsOf } from '../../rules/hn-net/deposit.ts';
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

/** @throws Refusal INVALID_INPUT if there is no such case, or the provider is no party of it: the purpose would be none */
async function refuseUnrelated(tx: Transaction, caseId: string, provider: string): Promise<void> {
  const found = await tx.caseParty.findFirst({ where: { caseId, party: provider }, select: { caseId: true } });
  if (found !== null) return;
  refuse(
    'INVALID_INPUT',
    '没有这个案件，或者该服务商不是案件当事人。',
    'There is no such case, or the provider is no party of it.',
    { field: 'forCase', facts: { requirement: 'HN-NET-22.3' } },
  );
}
