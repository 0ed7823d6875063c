/**
 * Service activities, 第七条第六项、第十五条、第十六条: promotion, themed activities and trainings of the hub and the windows, supported by
 * the platform above, with who came from which window.
 */
import { namedPlatformIssues } from '../../../rules/hn-net/named-platform.ts';
import { parentOf, type NetworkBody } from '../../../rules/hn-net/network.ts';
import { networkOf, type WindowEntry } from '../../../rules/hn-net/window.ts';
import { partyId, partyKind, unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { enterprisesOf, openedActivity } from '../../cooperation/service-activity/facts.ts';
import { activityHandlers } from '../../cooperation/service-activity/handlers.ts';
import { defineProcess } from '../../engine/define.ts';
import { everPlatform } from '../named-platform.ts';
import { serviceRecord } from '../service-record/contract.ts';
import { serviceActivity as contract, type Activity } from './contract.ts';
import { serviceActivitySentences } from './sentences.ts';

const common = activityHandlers<Activity>({ held: beginRecord });

export const serviceActivity = defineProcess(contract, {
  sentences: serviceActivitySentences,
  facts: (opening) => ({ ...openedActivity(opening), support: [], recordCaseId: null }),
  open: (step) => common.open(step),
  due: common.due,
  requires: { ...common.requires, askForSupport: [platformAbove, nothingAsked], answerSupport: [somethingAsked] },

  actions: {
    ...common.actions,

    addPartner(step, input, windows) {
      if (partyKind(input.partner) === 'UNIT') {
        refuseIssues(namedPlatformIssues('partner', partyId(input.partner), windows));
      } else {
        step.write('partner', { provider: input.partner });
      }
      common.actions.addPartner(step, input);
    },

    recordHeld(step, held, windows) {
      for (const { body } of held.attendance) everPlatform(body, windows, 'attendance');
      common.actions.recordHeld(step, held);
    },

    askForSupport(step, { what }, windows) {
      const supporter = unitKey(platformAbove(step, windows).id);
      step.facts.support = [...step.facts.support, { what, askedAt: step.now, granted: null }];
      step.setParty('supporter', supporter);
      step.notify('supportAsked', 'supporter', { name: step.facts.name, what, askedAt: step.now });
    },

    answerSupport(step, { granted, reason }) {
      step.facts.support = step.facts.support.map((one) => (one.granted === null ? { ...one, granted } : one));
      const told = { name: step.facts.name, granted, answer: reason, answeredAt: step.now };
      step.notify('supportAnswered', 'organiser', told);
    },

    closeActivity: common.closeActivity,
  },
});

/** What was held is a service, recorded with its proofs within their time (HN-NET-23). */
function beginRecord(step: Activity): void {
  const { name, publishedAt, heldOn } = step.facts;
  if (heldOn === null) return;
  const published = publishedAt === null ? heldOn : dayOf(publishedAt);
  const opening = {
    requestCaseId: null,
    item: name,
    consumer: null,
    enterprises: Math.max(1, enterprisesOf(step.facts)),
    launchedOn: published < heldOn ? published : heldOn,
    performedOn: heldOn,
  };
  const { subject } = step.state;
  const parties = { reporter: [step.party('organiser')] };
  step.facts.recordCaseId = step.open(serviceRecord, opening, { subject, parties });
}

function platformAbove({ state: { subject } }: Activity, windows: readonly WindowEntry[]): NetworkBody {
  const above = parentOf(partyId(subject), networkOf(windows));
  if (above !== null) return above;
  return refuse('CONDITION_NOT_MET', '枢纽平台没有上级平台。', 'There is no platform above the hub.');
}

function openRequest({ facts: { support } }: Activity) {
  return support.find(({ granted }) => granted === null);
}

function nothingAsked(step: Activity): void {
  if (openRequest(step) === undefined) return;
  refuse('ALREADY_DONE', '支持请求尚待答复。', 'A request for support waits for its answer.');
}

function somethingAsked(step: Activity): void {
  if (openRequest(step) !== undefined) return;
  refuse('NOT_NOW', '没有待答复的支持请求。', 'No request for support waits for an answer.');
}
