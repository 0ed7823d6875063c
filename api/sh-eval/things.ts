/** What entries are filed about: the campaign of a year. */
import type { Transaction } from '../../prisma/client.ts';
import type { FoundThing } from '../../workflows/engine/intake.ts';
import type { RecordedState } from '../../workflows/engine/state.ts';
import {
  assessmentCampaign,
  type AssessmentCampaignFacts,
} from '../../workflows/sh-eval/assessment-campaign/contract.ts';
import { campaignYearOf } from '../../workflows/sh-eval/words.ts';

/** `campaign:<year>` is found with its stage and its cut-offs; one whose draft was withdrawn is none. */
export async function findThing(tx: Transaction, reference: string): Promise<FoundThing | null> {
  if (campaignYearOf(reference) === null) return null;
  const row = await tx.case.findFirst({
    where: {
      kind: assessmentCampaign.kind,
      about: reference,
      OR: [{ outcome: null }, { outcome: { not: 'WITHDRAWN' } }],
    },
    orderBy: { openedAt: 'desc' },
    select: { id: true, stage: true, subject: true, title: true, bodyId: true, region: true, state: true },
  });
  if (row?.state == null) return null;
  const { facts } = row.state as unknown as RecordedState<AssessmentCampaignFacts>;
  const { institutionCutOff, districtCutOff } = facts;
  const { id: campaignId, stage, subject: party, title: name, bodyId, region } = row;
  return { reference, party, name, bodyId, region, data: { campaignId, stage, institutionCutOff, districtCutOff } };
}
