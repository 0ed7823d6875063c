/** What the notices of this process are told with in tests. */
import type { SamplesOf } from '../../engine/wordings.ts';
import type { userAgreement, UserAgreementFacts } from './contract.ts';

export const userAgreementSamples: SamplesOf<typeof userAgreement> = {
  termsReturned: { version: 2, prominent: false, fair: true, reason: '违约金条款没有加粗提示。' },
};

/** What a version remembers, for the sentences of its timeline. */
export const userAgreementRemembered: Partial<UserAgreementFacts> = { version: 2, effectiveFrom: '2025-10-26' };
