import { text } from '../../../rules/text.ts';
import type { ActivityFacts, ActivityOpening, EvidenceFacts } from '../../cooperation/service-activity/facts.ts';
import { activityParts, evidenceParts } from '../../cooperation/service-activity/parts.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { contract, member } from '../words.ts';
import type { MemberActivityInputs } from './input.ts';
import { memberActivityNotices } from './notices.ts';
import { terms } from './terms.ts';

const activity = activityParts(terms);
const evidence = evidenceParts(terms);
const { publishActivity, addPartner, recordEvaluations } = activity.actions;

/**
 * Service activity of a member or of the provincial platform: AH-OPS-02.3, AH-EVAL-03. Published online, held, and proved within five working days;
 * the provincial platform examines the proof, and what it accepts counts.
 */
export const memberActivity = contract<{
  opening: ActivityOpening;
  facts: ActivityFacts & EvidenceFacts;
  inputs: MemberActivityInputs;
}>()({
  kind: 'memberActivity',
  prefix: 'mac',
  mark: '活动',
  title: text('服务活动', 'Service activity'),
  parties: {
    organiser: { ...member, title: text('组织单位', 'Organiser') },
    partners: { ...member, title: text('参与单位', 'Bodies that take part'), follows: true },
  },
  bodies: {
    host: text('组织单位所在的平台', 'Platform of the organiser'),
    platform: text('省综合服务平台', 'Provincial platform'),
  },
  handledBy: { EVIDENCE_DUE: 'platform', EVIDENCE_UPLOADED: 'platform', MISSING: 'platform' },
  intake: { by: ['provider', 'reviewer'] },
  stages: { ...activity.stages, ...evidence.stages },
  outcomes: { ...activity.outcomes, ...evidence.outcomes },
  tasks: { ...activity.tasks, ...evidence.tasks },
  deadlines: { ...activity.deadlines, ...evidence.deadlines },
  notices: memberActivityNotices,
  actions: {
    ...activity.actions,
    ...evidence.actions,
    // Evaluations come in while the evidence is due; what was held offline may be published by then.
    publishActivity: { ...publishActivity, at: [...publishActivity.at, ...evidence.wanted] },
    addPartner: { ...addPartner, reading: 'members' },
    recordEvaluations: { ...recordEvaluations, at: [...recordEvaluations.at, ...evidence.wanted, 'EVIDENCE_UPLOADED'] },
  },
});

/** A step of an activity. */
export type MemberActivity = StepOf<typeof memberActivity>;
