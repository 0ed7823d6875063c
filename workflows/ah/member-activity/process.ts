/** A service activity: what is accepted counts in the figures of its organiser, and as cooperation of who took part (AH-EVAL-02.4, 02.8, 03). */
import type { FigureName } from '../../../rules/ah/figures.ts';
import { cityPlatformOf, partyOfBody } from '../../../rules/ah/members.ts';
import { PLATFORM } from '../../../rules/ah/bodies.ts';
import { partyKind, type PartyKey } from '../../../rules/parties/party.ts';
import { beginEvidence, evidenceHandlers } from '../../cooperation/service-activity/evidence.ts';
import { counts, noEvidence, openedActivity, timelinessOf } from '../../cooperation/service-activity/facts.ts';
import { activityHandlers } from '../../cooperation/service-activity/handlers.ts';
import { defineProcess } from '../../engine/define.ts';
import { refuseNoMember } from '../member-check.ts';
import { memberActivity as contract, type MemberActivity } from './contract.ts';
import { memberActivitySentences } from './sentences.ts';

const activity = activityHandlers<MemberActivity>({ held: beginEvidence });
const evidence = evidenceHandlers<MemberActivity>({ settled: count });

export const memberActivity = defineProcess(contract, {
  sentences: memberActivitySentences,
  facts: (opening) => ({ ...openedActivity(opening), ...noEvidence }),
  open: (step) => activity.open(step),
  due: { ...activity.due, ...evidence.due },
  requires: { ...activity.requires, ...evidence.requires },
  actions: {
    ...activity.actions,
    ...evidence.actions,

    addPartner(step, input, members) {
      refuseNoMember(input.partner, members, 'partner');
      activity.actions.addPartner(step, input);
    },
  },
});

/**
 * What is counted of it: the activity if its evidence is there and, online, all four steps were done; the report as timely or late; its evaluations;
 * and for who took part in an activity of the province or on its plan, cooperation. Whether it was on the plan says who examined it.
 */
function count(step: MemberActivity): void {
  const { facts } = step;
  const timeliness = timelinessOf(facts);
  const organiser = step.party('organiser');
  add(step, organiser, timeliness === 'IN_TIME' ? 'evidenceInTime' : 'evidenceLate');
  if (timeliness === 'MISSING' || !counts(facts)) return;
  add(step, organiser, 'activities');
  if (facts.onPlan) add(step, organiser, 'keyActivities');
  add(step, organiser, 'evaluations', facts.evaluations);
  add(step, organiser, 'satisfied', facts.satisfied);
  const partners = step.state.parties['partners'] ?? [];
  const isOfProvince = organiser === partyOfBody(PLATFORM);
  // Institutions count with the provincial or a city platform, city platforms with the province (AH-EVAL-02.8).
  for (const partner of partners) {
    if (isOfProvince || facts.onPlan || (cityPlatformOf(organiser) !== null && partyKind(partner) !== 'UNIT')) {
      add(step, partner, 'cooperation');
    }
  }
  const residents = partners.filter((key) => partyKind(key) !== 'UNIT');
  if (cityPlatformOf(organiser) !== null && residents.length > 0) add(step, organiser, 'cooperation');
}

function add(step: MemberActivity, party: PartyKey, figure: FigureName, n = 1): void {
  const day = step.facts.heldOn;
  if (day !== null && n > 0) step.write('figure', { party, figure, key: step.state.id, n, day });
}
