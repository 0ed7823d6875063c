import type { Transaction } from './client.ts';

/** What people call these cases, by their ids; an id of no case is left out. */
export async function caseNumbers(
  records: Pick<Transaction, 'case'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const cases = await records.case.findMany({ where: { id: { in: [...ids] } }, select: { id: true, number: true } });
  return new Map(cases.map(({ id, number }) => [id, number]));
}
