/** How a version of what an applicant filled in is put on file: for filings and for transitions. */
import type { Instant } from '../rules/time/index.ts';
import type { Transaction } from './client.ts';

/** One version of a case's form; the first is 1. */
export interface FormVersion {
  readonly caseId: string;
  readonly version: number;
  readonly data: object;
  readonly filedById: string;
  readonly filedAt: Instant;
}

/** Adds a version; earlier ones stay as they were filed. */
export async function fileForm(
  tx: Transaction,
  { caseId, version, data, filedById, filedAt }: FormVersion,
): Promise<void> {
  await tx.form.create({
    data: { id: `${caseId}:form:${version}`, caseId, version, data, filedById, filedAt: new Date(filedAt) },
    select: { id: true },
  });
}
