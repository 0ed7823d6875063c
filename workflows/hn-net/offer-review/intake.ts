/** How a registered provider offers a service or good (HN-NET-15.2). Not for workflow code. */
import { missingSubjects } from '../../../rules/hn-net/offer.ts';
import { refuse } from '../../../rules/refusal.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { knownOf, lookUpProvider } from '../illegal-content/known.ts';
import { answeringBody, offeringOf } from '../words.ts';
import type { OfferReviewOpening } from './contract.ts';
import { offerForm } from './offer-form.ts';

export const offerReviewIntake = intake({
  form: offerForm,

  lookUp: (_form, party) => lookUpProvider(party),

  file({ form, party, entries: [entry], cases }): Filing {
    if (entry?.status !== 'REGISTERED') {
      refuse(
        'CONDITION_NOT_MET',
        '只有登记有效、未被暂停的服务商可以发布服务(商品)。',
        'Only a provider whose registration stands and is not suspended offers services or goods.',
      );
    }
    const { name, category } = form;
    const opening: OfferReviewOpening = { name, category, missing: missingSubjects(form), ...knownOf(cases) };
    const body = answeringBody(entry);
    return {
      subject: party,
      title: entry.name,
      parties: { provider: [party] },
      body,
      bodies: { platform: body },
      about: offeringOf(party),
      opening,
    };
  },
});
