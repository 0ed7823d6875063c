/** A step of a service activity of any regime: what the common handlers may name. */
import { text } from '../../../rules/text.ts';
import { contractsOf } from '../../engine/define.ts';
import type { RuleValues } from '../../engine/state.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type {
  ActivityFacts,
  ActivityInputs,
  ActivityOpening,
  ClosingInputs,
  EvidenceFacts,
  EvidenceInputs,
} from './facts.ts';
import { activityParts, evidenceParts } from './parts.ts';
import type { ActivityTerms, EvidenceTerms } from './terms.ts';

/** The rule that every regime with a time for the evidence has. */
type EvidenceRules = Readonly<Record<'activity.evidenceWithin', number>>;

const nobody = { title: text('', ''), roles: [] } as const;
const parties = { organiser: nobody, partners: nobody } as const;

/** A contract of nothing but what is common. No case is opened under it: from it the compiler knows the names that the common handlers may use. */
export function commonActivity(terms: ActivityTerms, name: string) {
  const { stages, outcomes, tasks, deadlines, notices, actions, closing } = activityParts(terms);
  return contractsOf<{ rules: RuleValues; readings: object; writes: object }>('')<{
    opening: ActivityOpening;
    facts: ActivityFacts;
    inputs: ActivityInputs & ClosingInputs;
  }>()({
    ...{ kind: name, prefix: name, mark: name, title: text('', ''), parties },
    ...{ stages, outcomes, tasks, deadlines, notices, actions: { ...actions, closeActivity: closing } },
  });
}

/** The same of one whose evidence is wanted within a time. */
export function commonEvidence(terms: ActivityTerms & EvidenceTerms, name: string) {
  const activity = activityParts(terms);
  const evidence = evidenceParts(terms);
  return contractsOf<{ rules: EvidenceRules; readings: object; writes: object }>('')<{
    opening: ActivityOpening;
    facts: ActivityFacts & EvidenceFacts;
    inputs: ActivityInputs & EvidenceInputs;
  }>()({
    ...{ kind: name, prefix: name, mark: name, title: text('', ''), parties },
    stages: { ...activity.stages, ...evidence.stages },
    outcomes: { ...activity.outcomes, ...evidence.outcomes },
    tasks: { ...activity.tasks, ...evidence.tasks },
    deadlines: { ...activity.deadlines, ...evidence.deadlines },
    notices: { ...activity.notices, ...evidence.notices },
    actions: { ...activity.actions, ...evidence.actions },
  });
}

/** A step of any activity; that of a regime is one, too, if its contract is made of `activityParts`. */
export type ActivityStep = Omit<StepOf<ReturnType<typeof commonActivity>>, 'contract'>;

/** A step of one whose evidence is wanted within a time. */
export type EvidenceStep = Omit<StepOf<ReturnType<typeof commonEvidence>>, 'contract'>;
