/** The entry of the platform in the register of agreements: the version that was published last. */
import type { EarlierAgreement } from '../../../rules/hn-net/agreement.ts';
import { refuse } from '../../../rules/refusal.ts';

/** What the entry holds: codes and days alone. */
export interface AgreementEntryData extends EarlierAgreement {
  readonly version: number;
  readonly caseId: string;
}

/** The data of an entry as the register has them. */
export function agreementEntry(data: Readonly<Record<string, unknown>>): AgreementEntryData {
  const { version, caseId, noticeDays, effectiveFrom } = data as unknown as AgreementEntryData;
  return { version, caseId, noticeDays, effectiveFrom };
}

/** @throws Refusal INVALID_INPUT if the amendment procedure names fewer days of notice than the rules ask for (HN-NET-07.2) */
export function refuseShortNotice(noticeDays: number, least: number, field = 'noticeDays'): void {
  if (noticeDays >= least) return;
  refuse(
    'INVALID_INPUT',
    `修改程序约定的提前公示日数不得少于 ${least} 日。`,
    `The amendment procedure must give at least ${least} days of notice.`,
    { field, facts: { requirement: 'HN-NET-07.2', least } },
  );
}
