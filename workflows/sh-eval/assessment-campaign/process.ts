/**
 * A campaign of the third-party assessment, from its draft to the list that follows from it (五、测评程序). It keeps no list of its entries: each
 * entry knows its campaign and runs its own clocks, which end at the same instants; the campaign counts them in the records.
 */
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { checkDates, termOf } from '../../../rules/sh-eval/campaign.ts';
import { refuseEndOutsideHours } from '../../engine/appointment.ts';
import { defineProcess } from '../../engine/define.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { assessmentEntry } from '../assessment-entry/contract.ts';
import { graded, undecided, unfinished, ungraded } from '../entry-stages.ts';
import type { CommonReadings } from '../../engine/types.ts';
import { assessmentCampaign as contract } from './contract.ts';
import { assessmentCampaignSentences } from './sentences.ts';

export const assessmentCampaign = defineProcess(contract, {
  sentences: assessmentCampaignSentences,

  facts: (opening) => ({ ...opening, openedAt: null, resultsSetAt: null, published: null }),

  open: (step) => step.openTask('openCampaign', { year: step.facts.year }),

  due: {
    institutionCutOff: (step) => step.moveTo('DISTRICT_REVIEW'),
    districtCutOff(step) {
      step.moveTo('COMPLIANCE_REVIEW');
      step.openTask('startAssessment', { year: step.facts.year });
    },
  },

  requires: {
    startAssessment: [everyEntryDecided],
    setResults: [everyEntryGraded],
    publishResults: [everyEntryGraded, someEntryGraded],
    closeCampaign: [everyEntryClosed],
  },

  actions: {
    reviseCampaign(step, { institutionCutOff, districtCutOff, sendTo }) {
      const { year } = step.facts;
      refuseIssues(checkDates({ year, institutionCutOff, districtCutOff }, step.now));
      step.participate('drafter');
      const changes = { institutionCutOff, districtCutOff, sendTo };
      Object.assign(step.facts, changes);
      step.write('form', { changes, filedById: step.actor.id });
    },

    openCampaign(step, { confirmOutsideHours = false }) {
      const { year, institutionCutOff, districtCutOff, sendTo } = step.facts;
      refuseIssues(checkDates(step.facts, step.now));
      if (!confirmOutsideHours)
        for (const name of ['institutionCutOff', 'districtCutOff'] as const)
          refuseEndOutsideHours(step, contract.deadlines[name].title, step.facts[name]);
      step.facts.openedAt = step.now;
      step.closeTask('openCampaign');
      step.moveTo('OPEN');
      step.startDeadline('institutionCutOff', { unit: 'instant', at: institutionCutOff });
      step.startDeadline('districtCutOff', { unit: 'instant', at: districtCutOff });
      step.notify('callForEntries', 'districts', { year, institutionCutOff, districtCutOff, sendTo });
    },

    withdrawCampaign: (step) => step.close('WITHDRAWN'),

    startAssessment(step) {
      step.closeTask('startAssessment');
      step.moveTo('ASSESSMENT');
      step.openTask('setResults', { year: step.facts.year });
    },

    setResults(step) {
      step.participate('resultsSetter');
      step.facts.resultsSetAt = step.now;
      step.closeTask('setResults');
      step.moveTo('RESULTS_SET');
      step.openTask('publishResults', { year: step.facts.year });
    },

    withdrawResults(step) {
      delete step.state.participants['resultsSetter'];
      step.facts.resultsSetAt = null;
      step.closeTask('publishResults');
      step.moveTo('ASSESSMENT');
      step.openTask('setResults', { year: step.facts.year });
    },

    publishResults(step, { link }) {
      const { year } = step.facts;
      const term = termOf(year, step.number('assessment.termYears'));
      step.facts.published = { at: step.now, link, term };
      step.closeTask('publishResults');
      step.moveTo('PUBLISHED');
      step.tellAbout(assessmentEntry, 'publishResult', { publishedAt: step.now, link, ...term });
      step.notify('resultsPublished', 'districts', { year, link, publishedAt: step.now });
    },

    closeCampaign: (step) => step.close('CLOSED'),
  },
});

type Campaign = StepOf<typeof contract>;
type CasesAbout = CommonReadings['casesAbout'];

function everyEntryDecided(_step: Campaign, cases: CasesAbout): void {
  refuseWhile(
    undecided(cases),
    '尚未决定是否纳入测评',
    'of which it is not decided whether they are assessed',
    'SH-EVAL-07.1',
  );
}

function everyEntryGraded(_step: Campaign, cases: CasesAbout): void {
  refuseWhile(undecided(cases) + ungraded(cases), '尚未确定等次', 'that have no grade yet', 'SH-EVAL-09.1');
}

function everyEntryClosed(_step: Campaign, cases: CasesAbout): void {
  refuseWhile(unfinished(cases), '尚未办结', 'that are still open', 'SH-EVAL-09.1');
}

function someEntryGraded(_step: Campaign, cases: CasesAbout): void {
  if (graded(cases) > 0) return;
  refuse('CONDITION_NOT_MET', '没有可公布的结果。', 'There is no result to publish.', {
    facts: { requirement: 'SH-EVAL-01.3' },
  });
}

/** @throws Refusal CONDITION_NOT_MET while there are such entries */
function refuseWhile(n: number, zh: string, en: string, requirement: string): void {
  if (n === 0) return;
  refuse('CONDITION_NOT_MET', `还有 ${n} 份申报${zh}，请先办理。`, `Entries ${en}: ${n}. Deal with them first.`, {
    facts: { requirement, entries: n },
  });
}
