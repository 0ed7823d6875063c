/** What the notices of this process are told with in tests. */
import { sampleDeadline } from '../../../rules/notices/samples.ts';
import type { SamplesOf } from '../../engine/wordings.ts';
import { agreementSignature, type AgreementSignatureFacts } from './contract.ts';

export const agreementSignatureSamples: SamplesOf<typeof agreementSignature> = {
  agreementOffered: {
    version: 2,
    effectiveFrom: '2025-10-26',
    deadlines: [
      sampleDeadline({
        ...agreementSignature.deadlines.answer,
        name: 'answer',
        lastDay: '2025-10-25',
        dueAt: '2025-10-26T00:00:00.000+08:00',
        workingDaysLeft: 16,
      }),
    ],
  },
  agreementSigned: { version: 2, signedAt: '2025-10-10T10:00:00.000+08:00' },
  exitStarted: {
    version: 2,
    refused: true,
    reason: '两次提请后仍拒绝签署。',
    decidedAt: '2025-10-27T10:00:00.000+08:00',
  },
};

/** What a signing remembers, for the sentences of its timeline. */
export const agreementSignatureRemembered: Partial<AgreementSignatureFacts> = { version: 2 };
