/** How staff of the hub files the draft of a promotion (HN-NET-13.2). Not for workflow code. */
import { missingItems, unprovenClaims } from '../../../rules/hn-net/promotion.ts';
import { intake } from '../../engine/intake.ts';
import { refuseOutsideHub, tradingPlatform } from '../trading-platform.ts';
import { refusePeriod } from './period.ts';
import { promotionForm } from './promotion-form.ts';

export const promotionIntake = intake({
  form: promotionForm,

  file({ form, filer, now }) {
    refuseOutsideHub(filer, ['reviewer', 'manager']);
    refusePeriod(form, now);
    const { party, body } = tradingPlatform();
    const { from, to, claims } = form;
    return {
      ...{ subject: party, title: form.title, parties: { platform: [party] }, body },
      opening: { from, to, missing: missingItems(form), unproven: unprovenClaims(claims) },
    };
  },
});
