/**
 * Qualification of a window platform, 第四条 and 第二十四条: declared, recommended by the city, recognised by the province; cancelled only
 * after the operator was heard, and then its providers and members go to the platform above it.
 */
import { HUB, departmentAt } from '../../../rules/hn-net/network.ts';
import { successorOf } from '../../../rules/hn-net/named-platform.ts';
import { seatOf } from '../../../rules/hn-net/seats.ts';
import { bodyInWords } from '../../../rules/hn-net/body-in-words.ts';
import {
  disqualificationGrounds,
  networkOf,
  placeOf,
  takenBy,
  windowId,
  windowName,
  type DisqualificationGround,
  type WindowEntry,
  type WindowEntryData,
  type WindowStatus,
} from '../../../rules/hn-net/window.ts';
import type { Phrase } from '../../../rules/notices.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { correctContact } from '../../engine/contact.ts';
import { defineProcess } from '../../engine/define.ts';
import { consumerRegistration } from '../consumer-registration/contract.ts';
import { providerRegistration } from '../provider-registration/contract.ts';
import { planExchange } from '../plan-exchange/contract.ts';
import { windowMinimums } from '../window-minimums/contract.ts';
import { networkBody, registers } from '../words.ts';
import { windowQualification as contract, type Qualification } from './contract.ts';
import { windowQualificationSentences } from './sentences.ts';

export const windowQualification = defineProcess(contract, {
  sentences: windowQualificationSentences,

  facts: (opening) => ({
    ...opening,
    unit: unitKey(windowId(opening.window)),
    proposal: null,
    statement: null,
    hearingHeldOn: null,
    disqualifiedFor: null,
  }),

  open(step) {
    if (step.facts.recognised !== null) {
      beginAsWindow(step);
      return;
    }
    step.startDeadline('recommendation', step.workingDays('sla.windowRecommendation'));
    step.openTask('recommend', about(step));
    step.notify('windowDeclared', 'operator', { window: nameOf(step), declaredAt: step.now });
  },

  requires: {
    recognise: [notTaken],
    stateCase: [notStated],
    recordHearing: [hearingAskedFor],
    disqualify: [operatorWasHeard],
  },

  actions: {
    correctContact,

    recommend(step) {
      step.participate('recommender');
      const department = bodyInWords(step.state.bodyId).name;
      step.meetDeadline('recommendation');
      step.closeTask('recommend');
      step.moveTo('CITY_RECOMMENDED');
      step.startDeadline('recognition', step.workingDays('sla.windowRecognition'));
      step.openTask('recognise', about(step));
      step.notify('windowRecommended', 'operator', { window: nameOf(step), department, recommendedAt: step.now });
    },

    declineRecommendation(step, { reason }) {
      step.notify('recommendationDeclined', 'operator', { window: nameOf(step), reason, decidedAt: step.now });
      step.close('CITY_DECLINED');
    },

    withdrawDeclaration: (step) => step.close('WITHDRAWN'),

    recognise(step, { document }, windows) {
      const on = dayOf(step.now);
      step.facts.recognised = { on, document };
      step.meetDeadline('recognition');
      step.closeTask('recognise');
      beginAsWindow(step);
      const { name: above } = successorOf(step.facts.window.parent, windows);
      step.notify('windowRecognised', 'operator', { window: nameOf(step), on, document, above });
    },

    refuseRecognition(step, { reason }) {
      step.notify('recognitionRefused', 'operator', { window: nameOf(step), reason, decidedAt: step.now });
      step.close('REFUSED');
    },

    proposeDisqualification(step, { ground, reason }) {
      step.participate('proposer');
      step.facts.proposal = { ground, proposedAt: step.now };
      step.facts.statement = null;
      step.facts.hearingHeldOn = null;
      step.moveTo('HEARING');
      step.startDeadline('statement', step.workingDays('window.statementWithin'));
      const told = { window: nameOf(step), ground: disqualificationGrounds[ground], reason, proposedAt: step.now };
      step.notify('disqualificationProposed', 'operator', told, ['statement']);
    },

    stateCase(step, { asksForHearing }) {
      step.facts.statement = { statedAt: step.now, asksForHearing };
      step.meetDeadline('statement');
      if (asksForHearing) step.openTask('holdHearing', about(step));
      else toDecide(step);
    },

    recordHearing(step, { heldOn }) {
      if (heldOn > dayOf(step.now)) {
        refuse('INVALID_INPUT', '听证日期不能晚于今天。', 'A hearing is recorded once it was held.', {
          field: 'heldOn',
        });
      }
      const askedOn = dayOf(step.facts.statement?.statedAt ?? step.state.openedAt);
      refuseBefore('heldOn', heldOn, askedOn, text('要求听证之日', 'the day on which the hearing was asked for'));
      step.facts.hearingHeldOn = heldOn;
      step.closeTask('holdHearing');
      toDecide(step);
    },

    disqualify(step, { reason }, windows) {
      const { proposal } = step.facts;
      if (proposal === null) throw new Error('No loss of qualification was proposed.');
      end(step, proposal.ground, reason, windows);
    },

    cancelAfterSupervision: (step, { ground, reason }, windows) => end(step, ground, reason, windows),

    dropProposal(step, { reason }) {
      step.facts.proposal = null;
      step.cancelDeadline('statement');
      step.closeTask('holdHearing');
      step.closeTask('decideDisqualification');
      step.notify('disqualificationDropped', 'operator', { window: nameOf(step), reason, decidedAt: step.now });
      step.moveTo('RECOGNISED');
    },
  },

  due: {
    // Internal targets: the list of the manager shows them overdue, nothing follows.
    recommendation() {},
    recognition() {},
    statement: toDecide,
  },
});

/** It stands in the register, and its minimums are watched from now on (HN-NET-02.2). */
function beginAsWindow(step: Qualification): void {
  const { window } = step.facts;
  enter(step, 'RECOGNISED');
  step.moveTo('RECOGNISED');
  const department = departmentAt(window.region);
  if (department === null) throw new Error(`The network has no department for ${window.region}.`);
  step.open(
    windowMinimums,
    { id: windowId(window), name: nameOf(step), kind: window.kind },
    { bodies: { department: networkBody(department.id) } },
  );
  step.open(
    planExchange,
    { window: nameOf(step) },
    {
      parties: { operator: [step.party('operator')], window: [step.facts.unit] },
      bodies: { hub: networkBody(HUB) },
    },
  );
}

/** The window is none any more: its providers and members go to the platform above, and nothing of it is watched (HN-NET-25.2). */
function end(
  step: Qualification,
  lostFor: DisqualificationGround,
  reason: string,
  windows: readonly WindowEntry[],
): void {
  const { window } = step.facts;
  step.facts.disqualifiedFor = lostFor;
  enter(step, 'DISQUALIFIED', reason);
  const network = networkOf(windows);
  const { id: bodyId, name: successor } = successorOf(window.parent, windows);
  const place = seatOf(windowId(window), network) ?? { bodyId: windowId(window) };
  for (const registration of [providerRegistration, consumerRegistration]) {
    step.tellHandled(place, registration, 'moveToPlatform', { bodyId, reason });
  }
  step.write('officesEnded', { window: windowId(window) });
  for (const standing of [windowMinimums, planExchange]) step.tellAbout(standing, 'windowEnded', {});
  const ground = disqualificationGrounds[lostFor];
  const told = { window: nameOf(step), ground, reason, cancelledOn: dayOf(step.now), successor };
  step.notify('windowDisqualified', 'operator', told);
  step.close('DISQUALIFIED');
}

function nameOf({ facts: { window } }: Qualification): Text {
  return windowName(window);
}

function about(step: Qualification) {
  const { kind, region, parent } = step.facts.window;
  return { window: nameOf(step), kind, region, parent };
}

function toDecide(step: Qualification): void {
  step.openOrDescribeTask('decideDisqualification', {
    ...about(step),
    ground: step.facts.proposal?.ground,
    stated: step.facts.statement !== null,
    hearingHeldOn: step.facts.hearingHeldOn,
  });
}

/** Between declaration and recognition another window may have been recognised in its place. */
function notTaken({ facts: { window } }: Qualification, windows: readonly WindowEntry[]): void {
  const [taken] = takenBy(window, networkOf(windows));
  if (taken === undefined) return;
  const [, { name }] = taken;
  refuse(
    'NOT_NOW',
    `其代号、案号字或者地区已属于${name.zh}，不能再认定。`,
    `Its code, mark or region belongs to ${name.en} by now; it cannot be recognised beside that.`,
  );
}

function notStated({ facts: { statement } }: Qualification): void {
  if (statement === null) return;
  refuse('ALREADY_DONE', '已提交陈述申辩。', 'The case has been stated already.', {
    facts: { statedAt: statement.statedAt },
  });
}

/** The operator has stated its case or the time for it is over; a hearing that was asked for was held (HN-NET-25.2). */
function operatorWasHeard(step: Qualification): void {
  const { statement, hearingHeldOn } = step.facts;
  if (statement === null && step.deadline('statement') !== undefined) {
    refuse('NOT_NOW', '陈述申辩期限未满。', 'The operator may still state its case.', {
      facts: { until: step.deadline('statement')?.dueAt ?? null },
    });
  }
  if (statement?.asksForHearing === true && hearingHeldOn === null) {
    refuse('STEP_MISSING', '运营单位要求听证，须先举行听证。', 'The operator asked for a hearing; it comes first.');
  }
}

function hearingAskedFor({ facts: { statement, hearingHeldOn } }: Qualification): void {
  if (statement?.asksForHearing === true && hearingHeldOn === null) return;
  refuse('NOT_NOW', '没有待举行的听证。', 'No hearing is to be held.', { facts: { hearingHeldOn } });
}

/** Writes the window's entry in the register as it stands from now on: the network follows from it. */
function enter(step: Qualification, status: WindowStatus, reason?: Phrase): void {
  const { unit, recognised, disqualifiedFor } = step.facts;
  const window = placeOf(step.facts.window);
  const data: WindowEntryData = { window, operator: step.party('operator'), disqualifiedFor };
  step.write('register', {
    register: registers.windows,
    party: unit,
    name: step.facts.window.name,
    status,
    validFrom: recognised?.on ?? null,
    validTo: status === 'DISQUALIFIED' ? dayOf(step.now) : null,
    data: { ...data },
    ...(reason !== undefined && { reason }),
  });
}
