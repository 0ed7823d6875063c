/** Fields of a service or good that a provider offers. Not for workflow code. */
import { z } from 'zod';
import { offerSubjects, type OfferSubject } from '../../../rules/hn-net/offer.ts';
import { serviceCategories } from '../../../rules/hn-net/service-request.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { orNull, titled, titledBy } from '../../engine/titled.ts';
import { maybeParagraphs, nameLine } from '../../engine/typed.ts';
import { fileIds, words } from '../dispute-input.ts';

function stated(subject: OfferSubject) {
  return titledBy(orNull(maybeParagraphs(2_000)).default(null), offerSubjects[subject]);
}

export const offerForm = z.strictObject({
  name: titled(nameLine(120), '服务(商品)名称', 'Name of the service or good'),
  category: titled(choice(serviceCategories), '服务类别', 'Category'),
  description: titled(
    words,
    '介绍',
    'Description',
    text('真实、准确，不得虚假宣传。', 'True and exact, without false publicity.'),
  ),
  quantity: stated('quantity'),
  quality: stated('quality'),
  price: stated('price'),
  performance: stated('performance'),
  payment: stated('payment'),
  ending: stated('ending'),
  safety: stated('safety'),
  afterSales: stated('afterSales'),
  liability: stated('liability'),
  fileIds,
});
