/** What whoever reads an entry sees of its checks: how it stands to the conditions, and what a reviewer must look at (SH-EVAL-02, 03.3). */
import { newestRules } from '../../prisma/case-input.ts';
import type { ShEvalValues } from '../../rules/sh-eval/config.ts';
import { eligibilityOnRecord } from '../../rules/sh-eval/eligibility.ts';
import { reviewerWarnings } from '../../rules/sh-eval/form-check.ts';
import type { AssessmentFiling } from '../../rules/sh-eval/form.ts';
import type { AssessmentEntryFacts } from '../../workflows/sh-eval/assessment-entry/facts.ts';
import type { CaseExtras } from '../regimes.ts';

/** Under the rules by which the district decides; nothing once what was filed is deleted. */
export const entryChecks: CaseExtras = async (database, { regime, forms: [form] }, state, now) => {
  if (form === undefined) return {};
  const filing = form.data as unknown as AssessmentFiling;
  const values = (await newestRules(database, regime)).values as unknown as ShEvalValues;
  return {
    eligibility: eligibilityOnRecord(filing, state.facts as AssessmentEntryFacts, now, values),
    warnings: reviewerWarnings(filing.report).map(({ message }) => message),
  };
};
