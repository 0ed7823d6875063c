/**
 * Declaration of a base, 一 to 四: prepared with the guidance of the city, judged and recommended there, filed with the province in time,
 * reviewed by experts, and, once selected, filed in its final form.
 */
import { eligibilityItems, eligibilityOf, type EligibilityItem } from '../../../rules/hn-base/eligibility.ts';
import { personKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Day } from '../../../rules/time/index.ts';
import { endInterest } from '../../engine/common.ts';
import { correctContact } from '../../engine/contact.ts';
import { defineProcess } from '../../engine/define.ts';
import { baseCall } from '../base-call/contract.ts';
import { hasNoInterest } from '../interests.ts';
import type { HnBaseReadings } from '../words.ts';
import { baseTitle } from '../base-title/contract.ts';
import { baseDeclaration as contract, type Declaration } from './contract.ts';
import {
  askNext,
  drawPanel,
  expertInterested,
  endReviews,
  isComplete,
  leavePanel,
  markOverdue,
  openAll,
  setAside,
  someoneIsLeft,
  takeOver,
} from './panel.ts';
import { followFinal, isFinalComplete, refuseWrongDay } from './final.ts';
import { baseDeclarationSentences } from './sentences.ts';

export const baseDeclaration = defineProcess(contract, {
  sentences: baseDeclarationSentences,

  facts: (opening) => ({
    ...opening,
    judged: null,
    submittedAt: null,
    filingEndedAt: null,
    paper: null,
    panel: null,
    opinions: [],
    score: null,
    revisedAt: null,
    finalPaper: null,
    discOn: null,
  }),

  open(step) {
    const { filingDay, title, year } = step.facts;
    step.startDeadline('cityFiling', { unit: 'date', day: filingDay });
    if (title !== null) step.tell(title, baseTitle, 'redeclared', { year });
    step.notify('declarationOpened', 'base', ofBase(step), ['cityFiling']);
  },

  due: {
    // Nothing happens of itself: what the city files from now on is late.
    cityFiling(step) {
      step.facts.filingEndedAt = step.passedAt('cityFiling');
    },
    finalFiling: followFinal,
  },

  interestDeclared: (step, account) => expertInterested(step, personKey(account)),

  requires: {
    recommendBase: [allItemsMet],
    recordPaper: [paperIncomplete],
    replaceExpert: [someoneIsLeft],
    setAsideOpinion: [isNotFinal, (step, { interests }) => hasNoInterest(step, interests)],
    acceptLate: [finalMaterialsThere, lateMayBeTaken],
  },

  actions: {
    correctContact,

    addMaterials() {},

    correctDeclaration(step, { changes }) {
      const { facts } = step;
      const { name = facts.name, activities, ...declared } = changes;
      facts.declared = { ...facts.declared, ...declared, ...(activities && { activities: activities.length }) };
      step.write('form', { changes, filedById: step.actor.id });
      if (name !== facts.name) step.write('name', { at: 'name' });
      facts.name = name;
    },

    guideApplicant: (step, { comment }) => step.notify('applicantGuided', 'base', { ...ofBase(step), comment }),

    submitToCity(step) {
      step.facts.judged = null;
      step.moveTo('CITY_REVIEW');
      step.openTask('cityReview', hints(step));
    },

    returnToBase(step, { reason }) {
      step.closeTask('cityReview');
      step.moveTo('PREPARING');
      step.notify('declarationReturned', 'base', { ...ofBase(step), reason });
    },

    judgeItems(step, { items }) {
      step.facts.judged = items;
      step.describeTask('cityReview', { ...hints(step), judged: items });
    },

    recommendBase(step) {
      step.closeTask('cityReview');
      step.moveTo('RECOMMENDED');
      step.openTask('fileWithProvince', ofBase(step));
      step.notify('recommended', 'base', ofBase(step), ['cityFiling']);
    },

    declineRecommendation(step, { reason }) {
      step.notify('notRecommended', 'base', { ...ofBase(step), reason });
      step.close('NOT_RECOMMENDED');
    },

    fileWithProvince(step) {
      // What the API received in time is in time, also where the end of the time was recorded before it was looked at.
      const { dueAt } = step.deadline('cityFiling') ?? { dueAt: step.facts.filingEndedAt };
      step.facts.submittedAt = step.receivedAt;
      if (dueAt === null || step.receivedAt >= dueAt) {
        refuseLate(step);
        return;
      }
      step.meetDeadline('cityFiling');
      step.closeTask('fileWithProvince');
      step.moveTo('SUBMITTED_TO_PROVINCE');
      const copies = step.number('base.copies');
      step.openTask('checkPaper', { ...ofBase(step), copies });
      step.notify('filedWithProvince', 'base', { ...ofBase(step), filedAt: step.now, copies });
    },

    recordPaper(step, { copies, receivedOn }) {
      refuseWrongDay(step, receivedOn);
      const { filingDay, call, name } = step.facts;
      const needed = step.number('base.copies');
      step.facts.paper = { copies, complete: copies >= needed, receivedOn };
      if (receivedOn > filingDay) {
        refuseLate(step);
        return;
      }
      if (copies < needed) {
        step.describeTask('checkPaper', { ...ofBase(step), copies: needed, received: copies });
        step.notify('paperIncomplete', 'city', { ...ofBase(step), received: copies, needed, filingDay });
        return;
      }
      step.closeTask('checkPaper');
      const entry = { declaration: step.state.id, base: step.party('base'), title: name, city: cityOf(step) };
      step.tell(call, baseCall, 'entryReceived', entry);
    },

    withdrawDeclaration(step) {
      endReviews(step, 'WITHDRAWN');
      step.tell(step.facts.call, baseCall, 'entryWithdrawn', { declaration: step.state.id });
      step.close('WITHDRAWN');
    },

    panelDrawn(step, { seed, order }) {
      if (step.state.stage === 'SUBMITTED_TO_PROVINCE') step.moveTo('EXPERT_REVIEW');
      drawPanel(step, seed, order);
    },

    opinionGiven(step, { opinion }) {
      takeOver(step, opinion, 'GIVEN');
      if (isComplete(step)) openAll(step);
    },

    opinionOpened(step, { opinion, score, words }) {
      takeOver(step, opinion, 'OPENED', { score, words });
    },

    opinionOverdue: (step, { opinion }) => markOverdue(step, opinion),

    expertLeft: (step, { opinion }) => leavePanel(step, opinion),

    replaceExpert: (step, { opinion }) => askNext(step, opinion),

    setAsideOpinion(step, { opinion, reason }) {
      const expert = step.facts.panel?.experts?.[opinion];
      setAside(step, opinion, reason);
      endInterest(step, (account) => personKey(account) === expert);
    },

    baseSelected(step) {
      const { score, finalDay } = step.facts;
      step.moveTo('FINALISING');
      step.startDeadline('finalFiling', { unit: 'date', day: finalDay });
      for (const to of ['base', 'city'] as const)
        step.notify('selected', to, { ...ofBase(step), score: score ?? 0 }, ['finalFiling']);
    },

    baseNotSelected(step, { reason }) {
      const told = { ...ofBase(step), reason, score: step.facts.score ?? 0 };
      for (const to of ['base', 'city'] as const) step.notify('notSelected', to, told);
      step.close('NOT_SELECTED');
    },

    callEnded(step) {
      const { stage } = step.state;
      if (stage === 'EXPERT_REVIEW' || stage === 'FINALISING' || stage === 'FINAL_LATE') return;
      refuseLate(step);
    },

    fileRevision(step) {
      step.facts.revisedAt = step.now;
      step.openOrDescribeTask('checkFinal', { ...ofBase(step), revisedAt: step.now });
    },

    returnRevision(step, { reason }) {
      step.facts.revisedAt = null;
      step.closeTask('checkFinal');
      step.notify('revisionReturned', 'base', { ...ofBase(step), reason });
    },

    recordFinalPaper(step, { copies, receivedOn }) {
      refuseWrongDay(step, receivedOn);
      step.facts.finalPaper = { copies, receivedOn };
      followFinal(step);
    },

    recordDisc(step, { receivedOn }) {
      refuseWrongDay(step, receivedOn);
      step.facts.discOn = receivedOn;
      followFinal(step);
    },

    acceptLate(step) {
      step.notify('finalFiled', 'base', { ...ofBase(step), late: true });
      step.close('FINAL_FILED');
    },

    refuseLate(step, { reason }) {
      step.notify('finalRefused', 'base', { ...ofBase(step), reason });
      step.close('FINAL_REFUSED');
    },
  },
});

function ofBase({ facts: { name, year } }: Declaration) {
  return { base: name, year };
}

function cityOf({ state }: Declaration): string {
  return state.bodies['city']?.bodyId ?? state.bodyId;
}

/** What the data of the declaration show of each item, for who judges (HN-BASE-01). */
function hints(step: Declaration) {
  const findings = eligibilityOf(step.facts.declared, step.number('base.activities'));
  return Object.fromEntries(findings.map(({ item, shows, words }) => [item, { shows, words }]));
}

/** The text leaves no choice: what comes late is not accepted (HN-BASE-02.4). */
function refuseLate(step: Declaration): void {
  const { filingDay } = step.facts;
  const told = { ...ofBase(step), filingDay: filingDay satisfies Day, filedAt: step.now };
  for (const to of ['base', 'city'] as const) step.notify('lateRefused', to, told);
  step.close('LATE_REFUSED');
}

/** Not eligible is not recommended (HN-BASE-01.1). */
function allItemsMet({ facts: { judged } }: Declaration): void {
  if (judged === null) {
    refuse('STEP_MISSING', '请先逐项认定申报条件。', 'Judge the conditions item by item first.');
  }
  const items = Object.keys(eligibilityItems) as EligibilityItem[];
  const missing = items.filter((item) => judged[item] !== 'MET');
  if (missing.length === 0) return;
  const named = missing.map((item) => eligibilityItems[item]);
  refuse(
    'CONDITION_NOT_MET',
    `不符合申报条件，不能推荐：${named.map(({ zh }) => zh).join('、')}。`,
    `These conditions are not met, so it cannot be recommended: ${named.map(({ en }) => en).join(', ')}.`,
    { facts: { missing } },
  );
}

/** The call has it on its list: it is not received twice, nor late any more (HN-BASE-02.3). */
function paperIncomplete({ facts: { paper } }: Declaration): void {
  if (paper?.complete !== true) return;
  refuse('ALREADY_DONE', '纸质材料已收齐并登记。', 'The paper copies are complete and recorded already.', {
    facts: { paper },
  });
}

/** Once the list is made, an objection or a correction looks at it anew (HN-BASE-03.2). */
function isNotFinal(_step: Declaration, { isOpen }: HnBaseReadings['selectionRecord']): void {
  if (isOpen) return;
  refuse(
    'NOT_NOW',
    '推荐名单已确定，评审意见不再变动；请记录处理结果，需要更正的，按异议或者更正程序办理。',
    'The list is made and opinions stay as they are. Record what becomes of the interest; what is to be corrected is corrected on objection.',
    { facts: { requirement: 'HN-BASE-03.2' } },
  );
}

/** Late or not, three copies and the disc make the final materials (HN-BASE-04.1). */
function finalMaterialsThere(step: Declaration): void {
  const { finalPaper, discOn } = step.facts;
  if (isFinalComplete(step)) return;
  refuse('STEP_MISSING', '定稿纸质材料和光盘尚未收齐。', 'Paper or disc has not come yet, or not all copies.', {
    facts: { finalPaper, discOn, copies: step.number('base.finalCopies') },
  });
}

/** Under `base.late` nothing late is taken. */
function lateMayBeTaken({ rules }: Declaration): void {
  if (rules['base.late'] !== 'REFUSED') return;
  refuse(
    'CONDITION_NOT_MET',
    '规则规定定稿材料逾期不予接收。',
    'The rules say that late final materials are not taken.',
  );
}
