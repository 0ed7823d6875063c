/** Rectification of a late set-up, 四.3: opened with its facts and its first notice, released by a reviewer. */
import { parts, remarked } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { defineProcess } from '../../engine/define.ts';
import { whileCleared } from '../ended-by-clearance.ts';
import { setUpCorrections, setUpFacts } from '../set-up-facts.ts';
import { rectification as contract } from './contract.ts';
import { rectificationSentences } from './sentences.ts';

const ground = text('超过5个工作日未完成店铺装修及产品上架', 'Set-up not finished after more than five working days');

export const rectification = defineProcess(contract, {
  sentences: rectificationSentences,

  facts: ({ ground: code, originCaseId, approvedAt }) => ({
    ground: code,
    originCaseId,
    approvedAt,
    correctedAt: null,
  }),

  open(step, { approvedAt, asOf = step.now, decorationPublishedAt, listedProducts }) {
    const neededProducts = step.number('setup.products');
    const setUp = { approvedAt, asOf, decorationPublishedAt, listedProducts, neededProducts };
    const facts = setUpFacts(setUp);
    step.record('RECTIFICATION_OPENED', remarked(ground, parts(...facts)), {
      clause: 'SH-STORE 四.3',
      requirement: 'SH-STORE-09.1',
      detail: { approvedAt, decorationPublishedAt, listedProducts },
    });
    step.notify(
      'rectificationOpened',
      'provider',
      {
        ground,
        clause: 'SH-STORE 四.3',
        facts,
        corrections: setUpCorrections(setUp),
        effects: [
          text('除首次上架外不得上新', 'No new products beyond the first listing'),
          text('平台不作推广和推荐', 'The platform neither promotes nor recommends the store'),
          text('已有订单照常履行', 'Orders in hand continue'),
        ],
      },
      ['correction'],
    );
  },

  due: {
    // The set-up case alone knows whether all was done by the last moment: it submits the correction or escalates.
    correction() {},
  },

  actions: {
    submitCorrection(step, { correctedAt }) {
      step.facts.correctedAt = correctedAt;
      step.meetDeadline('correction');
      step.moveTo('SUBMITTED_FOR_CHECK');
      step.openTask('rectificationCheck');
    },

    // Whether the store is cleared is for a person to decide; until then the rectification is not over (XC-05.2).
    escalateToClearance(step) {
      step.cancelDeadline('correction');
      step.moveTo('ESCALATED_TO_CLEARANCE');
    },

    storeCleared(step) {
      step.breakOff(step.state.stage === 'ESCALATED_TO_CLEARANCE' ? 'ESCALATED_TO_CLEARANCE' : 'STORE_CLEARED');
    },

    clearanceReversed(step) {
      if (step.takeUp(whileCleared) && step.state.stage === 'ESCALATED_TO_CLEARANCE') step.moveTo('NOTIFIED');
    },

    returnToCorrection(step) {
      step.moveTo('NOTIFIED');
    },

    // Found by the system on facts that were reported late: no reviewer has looked at it.
    withdrawRectification(step, { doneAt }) {
      step.notify('rectificationWithdrawn', 'provider', { clause: 'SH-STORE 四.3', doneAt, withdrawnAt: step.now });
      step.close('WITHDRAWN');
    },

    releaseRectification(step, { reason }) {
      step.notify('rectificationReleased', 'provider', {
        clause: 'SH-STORE 四.3',
        releasedAt: step.now,
        ...(reason !== undefined && { reason }),
      });
      step.close('RELEASED');
    },
  },
});
