/** The field that names offers of a provider. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { bilingual } from '../../rules/bilingual.ts';
import { text } from '../../rules/text.ts';
import { refersTo, titled } from '../engine/titled.ts';
import { caseId } from './dispute-input.ts';

/** Offers of the provider that stand on this platform, by the ids of their cases. */
export const offersNamed = titled(
  z
    .array(refersTo(caseId, 'case', 'offerReview'))
    .max(20)
    .default([]),
  '所涉平台服务(商品)',
  'Offers on this platform',
  text(
    '该服务商在本平台展示的，填写其服务(商品)信息案件；采取措施后即时不再公开展示。',
    'The cases of offers that the provider has on this platform: a measure takes them out of public view at once.',
  ),
);

/** At least one address or offer is named. */
export const itemOrOffer = {
  path: ['items'],
  error: bilingual(
    '请填写至少一个网址，或者一项本平台展示的服务(商品)。',
    'give at least one address, or an offer on this platform',
  ),
};
