/** The doors of the store regime, and what its cases show beside what every case shows. */
import { CENTRE } from './filing/centre.ts';
import { storeMeasures } from '../../rules/sh-store/clauses.ts';
import { complaintReasons } from '../../rules/sh-store/complaint.ts';
import { eligibilityItems } from '../../rules/sh-store/eligibility-items.ts';
import { storeInterpretations } from '../../rules/sh-store/interpretations.ts';
import { productOpinions } from '../../rules/sh-store/product-opinions.ts';
import type { RegimeFace } from '../regimes.ts';
import { checkApplication, createApplication, getApplicationForm } from './routes/applications.ts';
import { filingSchema } from './filing/schema.ts';
import { findThing } from './filing/things.ts';
import { listPublicisedStores, listShortlist, proposeRecommendation } from './routes/incentives.ts';
import { createInvitation, invitationSchema } from './routes/invitations.ts';
import { reportFacts } from './routes/platform-events.ts';
import { getPoints, getRatingChanges } from './routes/points.ts';
import { reversePointsEntry } from './routes/points-reversals.ts';
import { listPublicStores } from './routes/public-stores.ts';
import { createRecommendation, listRecommendations } from './routes/recommendations.ts';
import { listActivityPeriods, setActivityPeriod } from './routes/activity-periods.ts';
import { getRecomputation, orderRecomputation, previewRecomputation } from './routes/recomputations.ts';
import { getStore, listStores } from './routes/stores.ts';
import { storePagePage } from './pages/store-page.ts';
import { listSimilarProducts } from './routes/similar-products.ts';
import { listStoreProducts } from './routes/store-products.ts';
import { getStorePage } from './routes/store-page.ts';
import { getSupervision } from './routes/supervision.ts';
import { caseReferables } from './views/case-referables.ts';
import { findSealed } from './views/sealed-read.ts';
import { conditionsUnder, eligibilityView } from './views/eligibility-view.ts';

export const face: RegimeFace = {
  law: {
    texts: [storeMeasures],
    interpretations: storeInterpretations,
    grounds: [
      ...Object.values(eligibilityItems),
      ...Object.values(productOpinions),
      ...Object.values(complaintReasons),
    ],
  },
  // The stores are the centre's.
  atOneBody: { 'points.recompute': CENTRE, 'points.setPeriod': CENTRE },
  routes: [
    ...[createApplication, getApplicationForm, checkApplication, createInvitation],
    ...[createRecommendation, listRecommendations],
    ...[previewRecomputation, orderRecomputation, getRecomputation],
    ...[setActivityPeriod, listActivityPeriods],
    // Before the route of one store, whose path they would fit.
    ...[listShortlist, listPublicisedStores, proposeRecommendation],
    ...[reportFacts, reversePointsEntry, listStores, getStore, getPoints, getRatingChanges],
    ...[listStoreProducts, listSimilarProducts, listPublicStores, getStorePage, getSupervision],
  ],
  pages: [storePagePage],
  findThing,
  findSealed,
  forms: { storeApplication: filingSchema, storeInvitation: invitationSchema },
  conditions: { storeApplication: conditionsUnder },
  caseReferables,
  caseExtras: {
    storeApplication: async (database, row, state) => ({ eligibility: await eligibilityView(database, row, state) }),
  },
};
