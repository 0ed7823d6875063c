/** Recommendation, 四.2: proposed by staff, decided by a manager who did not propose it; publicity lasts until a manager ends it. */
import { remarked } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { endedByClearance } from '../ended-by-clearance.ts';
import { registers, storeIn } from '../words.ts';
import { storeRecommendation as contract } from './contract.ts';
import { programmes } from './programmes.ts';
import { inYear, storeRecommendationSentences } from './sentences.ts';

export const storeRecommendation = defineProcess(contract, {
  sentences: storeRecommendationSentences,

  facts: ({ programmes: proposed, year, points, level }) => ({
    ...{ programmes: proposed, year, points, level },
    recommendedAt: null,
  }),

  open(step, { programmes: proposed, year, points, level, reason }) {
    step.record('RECOMMENDATION_PROPOSED', remarked(inYear(proposed, year), reason), {
      clause: 'SH-STORE 四.2',
      requirement: 'SH-STORE-16.4',
      detail: { programmes: [...proposed], year, points, level: { ...level } },
    });
    step.openTask('decideRecommendation', { points });
  },

  due: {},

  actions: {
    recommendStore(step, { programmes: chosen, year, reason }, [underWay]) {
      const openRectification = underWay?.number;
      if (chosen.includes('PUBLICITY') && openRectification !== undefined) {
        refuse(
          'CONDITION_NOT_MET',
          `店铺正在整顿（${openRectification}），不能在首页宣传推广。`,
          `The store is under rectification (${openRectification}): it cannot be shown on the home page.`,
          { field: 'programmes', facts: { openRectification } },
        );
      }
      const { facts, now } = step;
      Object.assign(facts, { programmes: chosen, year, recommendedAt: now });
      step.closeTask('decideRecommendation');
      const { points, level } = facts;
      if (chosen.includes('ASSESSMENT')) {
        // The assessment of the year takes its invited entrants from this register (SH-EVAL-01).
        step.write('register', {
          register: registers.assessmentInvitations,
          ...{ status: 'INVITED', validFrom: dayOf(now), validTo: null },
          data: { year, storeId: storeIn(step.state), points, recommendationCaseId: step.state.id },
        });
      }
      const told = { programmes: chosen.map((one) => programmes[one]), year, points, level, reason };
      step.notify('storeRecommended', 'provider', { ...told, recommendedAt: now });
      if (chosen.includes('PUBLICITY')) step.moveTo('PUBLICISED');
      else step.close('RECOMMENDED');
    },

    declineRecommendation(step) {
      step.closeTask('decideRecommendation');
      step.close('DECLINED');
    },

    endPublicity(step, { reason }) {
      step.notify('publicityEnded', 'provider', { reason, endedAt: step.now });
      step.close('RECOMMENDED');
    },

    ...endedByClearance,
  },
});
