/** Who is late in a campaign: an institution, a paper set that nobody has written down, or a district (SH-EVAL-05.2, 05.4, 06.2). */
import { text, type Text } from '../text.ts';
import { lateFrom, type Instant } from '../time/index.ts';
import type { CampaignDates } from './campaign.ts';

export const lateTitles = {
  INSTITUTION: text('机构逾期', 'Institution late'),
  PAPER: text('纸质材料尚未登记', 'Paper set not on record'),
  DISTRICT: text('区级逾期未报送', 'District late'),
} as const satisfies Readonly<Record<string, Text>>;

export type Lateness = keyof typeof lateTitles;

type Dates = Pick<CampaignDates, 'institutionCutOff' | 'districtCutOff'>;

/**
 * The stages and outcomes in which an entry is late at an instant, and who is. Whom a manager has let in is not late in the stages of
 * {@link FORGIVEN}.
 */
export function lateStages(
  { institutionCutOff, districtCutOff }: Dates,
  now: Instant,
): Readonly<Record<string, Lateness>> {
  return {
    LATE: 'INSTITUTION',
    LATE_REFUSED: 'INSTITUTION',
    DISTRICT_LATE: 'DISTRICT',
    ...(hasPassed(institutionCutOff, now) && { ENTRY_DRAFT: 'INSTITUTION', SUBMITTED: 'PAPER' }),
    ...(hasPassed(districtCutOff, now) && { DISTRICT_REVIEW: 'DISTRICT', RECOMMENDED: 'DISTRICT' }),
  };
}

/** Stages in which an entry that was let in late is not late once more (SH-EVAL-05.4). */
export const FORGIVEN: readonly string[] = ['ENTRY_DRAFT', 'SUBMITTED'];

/** The cut-off that was missed. */
export function missedCutOff({ institutionCutOff, districtCutOff }: Dates, late: Lateness): Instant {
  return late === 'DISTRICT' ? districtCutOff : institutionCutOff;
}

function hasPassed(at: Instant, now: Instant): boolean {
  return now >= lateFrom({ period: { unit: 'instant', at }, dueAt: at });
}
