/** Review of a product, 三 and 四.4: listed, or returned with opinions and a time to revise it. */
import { productOpinions, type GivenOpinion } from '../../../rules/sh-store/product-opinions.ts';
import type { Ground } from '../../engine/contract.ts';
import { defineProcess } from '../../engine/define.ts';
import { groundsTogether } from '../../engine/grounds-together.ts';
import { refuseWhileUnderRectification } from '../../../rules/sh-store/new-products.ts';
import { endedByClearance } from '../ended-by-clearance.ts';
import { productSplitting } from '../product-splitting/contract.ts';
import { productReview as contract, type Review } from './contract.ts';
import { askWhetherRefused, endRevision, giveBack, limitHasPassed, openRectification } from './revision.ts';
import { productReviewSentences } from './sentences.ts';
import { askForReview, claimsAreProven, takePointsBack, takeVersion, toldOpinions, writeFact } from './shelf.ts';

export const productReview = defineProcess(contract, {
  sentences: productReviewSentences,

  facts: ({ storeId, productId, name, unprovenClaims }) => ({
    storeId,
    productId,
    product: { name, unprovenClaims },
    version: 1,
    listedVersion: null,
    opinions: [],
    limitPassedAt: null,
  }),

  open(step) {
    writeFact(step, 'PRODUCT_SUBMITTED');
    askForReview(step);
  },

  cites: {
    returnProduct: (_state, { opinions }) => restingOn(opinions),
    turnDownEdit: (_state, { opinions }) => restingOn(opinions),
    delistByFinding: (_state, { ground }) => productOpinions[ground],
  },

  due: { revision: askWhetherRefused },

  requires: {
    listProduct: [claimsAreProven],
    findRefusal: [limitHasPassed],
    excuseDelay: [limitHasPassed],
  },

  actions: {
    listProduct(step, _input, pairs) {
      const edited = step.facts.listedVersion !== null;
      if (!edited) writeFact(step, 'PRODUCT_LISTED');
      // Whether products that are alike are one that was split is for a person to decide (SH-STORE-08.8).
      if (!edited && pairs.length > 0) step.join(productSplitting, { storeId: step.facts.storeId, pairs });
      step.facts.listedVersion = step.facts.version;
      step.closeTask('productReview');
      step.moveTo('LISTED');
      step.notify('productListed', 'provider', { product: step.facts.product.name, listedAt: step.now, edited });
    },

    returnProduct: (step, { opinions, reason }) => giveBack(step, opinions, reason),

    // What buyers see stays as it was: only the edit is turned down.
    turnDownEdit(step, { opinions, reason }) {
      const { product } = step.facts;
      step.closeTask('productReview');
      step.moveTo('LISTED');
      step.notify('editTurnedDown', 'provider', { product: product.name, opinions: toldOpinions(opinions), reason });
    },

    reviseProduct(step, { product }) {
      takeVersion(step, product);
      endRevision(step);
      submit(step);
    },

    // The listed version stays in the shop until the edit is decided.
    editProduct(step, { product }) {
      takeVersion(step, product);
      step.moveTo('LISTED_EDIT_IN_REVIEW');
      askForReview(step);
    },

    delistProduct: takeOff,

    submitAgain(step, { product }, rectifications) {
      refuseWhileUnderRectification(rectifications, step.now);
      takeVersion(step, product);
      step.reopen('IN_REVIEW');
      submit(step);
    },

    findRefusal(step, { reason }) {
      const opinions = step.facts.opinions.map((code) => productOpinions[code]);
      const rectifies = opinions.some((opinion) => opinion.rectifies);
      step.closeTask('refusalQuestion');
      step.moveTo('REFUSED_TO_REVISE');
      step.notify('refusalFound', 'provider', {
        product: step.facts.product.name,
        opinions: opinions.map(({ title }) => title),
        reason,
        foundAt: step.now,
        rectification: rectifies,
      });
      if (rectifies) openRectification(step, reason);
    },

    excuseDelay(step, { reason }) {
      step.facts.limitPassedAt = null;
      step.closeTask('refusalQuestion');
      step.startDeadline('revision', step.workingDays('product.revisionDays'));
      step.notify('delayExcused', 'provider', { product: step.facts.product.name, reason }, ['revision']);
    },

    delistByFinding(step, { ground, reason, openRectification: rectify }) {
      const { title, clause, rectifies, takesPointsBack } = productOpinions[ground];
      const rectification = rectify && rectifies;
      step.facts.opinions = [ground];
      if (takesPointsBack) takePointsBack(step, ground);
      step.notify('productTakenOff', 'provider', {
        ...{ product: step.facts.product.name, ground: title, clause, reason, takenOffAt: step.now },
        ...{ pointsTakenBack: takesPointsBack, rectification },
      });
      if (rectification) openRectification(step, reason);
      takeOff(step);
    },

    ...endedByClearance,

    splittingFound(step, { finding }) {
      giveBack(step, [{ issue: 'SPLITTING', finding }], finding);
    },
  },
});

/** All passages that the opinions rest on (SH-STORE-08.1 to 08.7, 01.19). */
function restingOn(opinions: readonly GivenOpinion[]): Ground | undefined {
  return groundsTogether(opinions.map(({ issue }) => productOpinions[issue]));
}

function submit(step: Review): void {
  writeFact(step, 'PRODUCT_SUBMITTED');
  step.moveTo('IN_REVIEW');
  askForReview(step);
}

function takeOff(step: Review): void {
  writeFact(step, 'PRODUCT_DELISTED');
  step.facts.listedVersion = null;
  step.close('DELISTED');
}
