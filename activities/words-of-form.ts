/** Words of a case's form in its notices: people's own words, of which the workflow knows where they stand and not what they say. */
import type { Transaction } from '../prisma/client.ts';
import type { FromForm } from '../rules/notices.ts';
import type { NoticeRequest } from '../workflows/engine/transition.ts';

/** The notices of a transition with the words of the newest form where they ask for them (`FromForm`). */
export async function withWordsOfForm(
  tx: Transaction,
  caseId: string,
  requests: readonly NoticeRequest[],
): Promise<readonly NoticeRequest[]> {
  if (!requests.some(({ data }) => Object.values(data).some(isFromForm))) return requests;
  const form = await tx.form.findFirst({ where: { caseId }, orderBy: { version: 'desc' }, select: { data: true } });
  const fields = (form?.data ?? {}) as Readonly<Record<string, unknown>>;
  const told = (value: unknown) => (isFromForm(value) ? wordsAt(caseId, fields, value) : value);
  return requests.map((request) => ({
    ...request,
    data: Object.fromEntries(Object.entries(request.data).map(([name, value]) => [name, told(value)])),
  }));
}

function isFromForm(value: unknown): value is FromForm {
  return typeof value === 'object' && value !== null && 'fromForm' in value;
}

function wordsAt(caseId: string, fields: Readonly<Record<string, unknown>>, { fromForm }: FromForm): string {
  const words = fields[fromForm];
  if (typeof words !== 'string') throw new Error(`The form of case ${caseId} has no words in '${fromForm}'.`);
  return words;
}
