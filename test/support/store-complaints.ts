/** Complaints of the buyer about a store on the real stack, as far as the reviewer's finding. */
import { actingOn } from './acting.ts';
import type { TestStack } from './test-stack.ts';

const form = {
  reason: 'POOR_QUALITY',
  account: '交付的方案与约定不符。',
  claim: '重新制作',
};
export const evidence = '服务合同、交付的方案。';
export const upheld = { responsible: 'STORE', breached: ['POOR_QUALITY'], evidence, reason: '方案缺少约定的内容。' };

/** A complaint which the store has answered and a reviewer looks into. @param as the account of the store */
export async function answeredComplaint(
  stack: TestStack,
  storeId: string,
  changes: object = {},
  as = 'provider',
): Promise<string> {
  const { file, act } = actingOn(() => stack);
  const happenedOn = (await stack.now()).slice(0, 10);
  const id = await file('consumer', 'storeComplaint', { ...form, store: storeId, happenedOn, ...changes });
  await act('reviewer', id, 'registerComplaint');
  await act(as, id, 'giveStatement', { statement: '方案已经按约定交付。' });
  await act('reviewer', id, 'startInvestigation');
  return id;
}
