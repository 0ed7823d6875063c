/** Which entries of a campaign a reader sees: a district its own, a body of the campaign all of them (SH-EVAL-06.1). */
import { Prisma } from '../../prisma/generated/client.ts';
import { actsFor } from '../../rules/roles.ts';
import type { RecordedState } from '../../workflows/engine/state.ts';
import {
  assessmentCampaign,
  type AssessmentCampaignFacts,
} from '../../workflows/sh-eval/assessment-campaign/contract.ts';
import { assessmentEntry } from '../../workflows/sh-eval/assessment-entry/contract.ts';
import type { Access } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import { requireWithin, SCOPED } from '../views/case-scope.ts';

/** A campaign as a reader reaches it. */
export interface CampaignReach {
  readonly id: string;
  readonly stage: string;
  readonly facts: AssessmentCampaignFacts;
  /** Whether the reader is of a body of the campaign and sees every entry. */
  readonly seesAll: boolean;
  /** The condition on rows of "Case" that are entries of it within the reach. */
  readonly entries: Prisma.Sql;
}

/** @throws Refusal NOT_FOUND, OUT_OF_SCOPE */
export async function campaignWithin(
  { database }: Pick<ApiContext, 'database'>,
  id: string,
  access: Access,
): Promise<CampaignReach> {
  const found = await database.case.findFirst({
    where: { id, kind: assessmentCampaign.kind },
    select: { id: true, stage: true, state: true, about: true, ...SCOPED },
  });
  const { row } = requireWithin(access, found);
  // Another office of the same person, in another district, has nothing to do with the campaign.
  const ofCampaign = access.filter(
    ({ reach, office }) => reach === 'own' && row.parties.some(({ party }) => actsFor(office, party)),
  );
  const districts = ofCampaign.flatMap(({ office: { region } }) => region ?? []);
  const seesAll = access.some(
    ({ reach, office }) => reach === 'any' || row.bodies.some((at) => at.bodyId === office.bodyId),
  );
  return {
    ...{ id: row.id, stage: row.stage, facts: factsOf(row.state), seesAll },
    entries: Prisma.sql`"about" = ${row.about} AND "kind" = ${assessmentEntry.kind} AND "state" IS NOT NULL
      AND (${seesAll} OR "state" -> 'bodies' -> 'district' ->> 'region' = ANY(${districts}))`,
  };
}

export function factsOf(state: unknown): AssessmentCampaignFacts {
  return (state as RecordedState<AssessmentCampaignFacts>).facts;
}
