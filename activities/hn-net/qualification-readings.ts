/** What a supervision reads when it is decided: the cases that hold what the supervised may lose. */
import type { Transaction } from '../../prisma/client.ts';
import { windowReference, type HnNetReadings } from '../../workflows/hn-net/words.ts';
import type { ReadingRequest } from '../reader.ts';

/** Who has applied and is not registered, or not recognised, has nothing to lose. */
const applying = ['UNDER_REVIEW', 'RETURNED', 'DECLARED', 'CITY_RECOMMENDED'];

export async function readQualifications(
  database: Transaction,
  { caseId }: ReadingRequest,
): Promise<HnNetReadings['qualifications']> {
  const { subject, opening } = await database.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { subject: true, opening: true },
  });
  const { window } = opening as { readonly window?: string | null };
  const open = { subject, closedAt: null, stage: { notIn: applying } };
  const registration = await database.case.findFirst({ where: { ...open, kind: 'providerRegistration' } });
  const qualification =
    window == null
      ? null
      : await database.case.findFirst({
          where: { ...open, kind: 'windowQualification', about: windowReference(window) },
        });
  return { registrationCaseId: registration?.id ?? null, qualificationCaseId: qualification?.id ?? null };
}
