/** What a provider states of a service or good that it offers (HN-NET-15.2, 第九条第四项): what consumers must know before they buy. */
import { isFilled, text, type Text } from '../text.ts';
import type { ContentBreachCode } from './unlawful-content.ts';
import { contentBreaches } from './unlawful-content.ts';

/** The subjects of 第九条第四项; address and contact stand in the registration of the provider. */
export const offerSubjects = {
  quantity: text('服务(商品)的数量', 'Quantity'),
  quality: text('服务(商品)的质量', 'Quality'),
  price: text('价款或者费用', 'Price or fees'),
  performance: text('履行期限和方式', 'Term and method of performance'),
  payment: text('支付形式', 'Form of payment'),
  ending: text('终止服务或者退换货方式', 'How the service is ended, or goods are returned'),
  safety: text('安全注意事项和风险警示', 'Safety and warnings of risk'),
  afterSales: text('售后服务', 'After-sales service'),
  liability: text('民事责任', 'Civil liability'),
} as const satisfies Readonly<Record<string, Text>>;

export type OfferSubject = keyof typeof offerSubjects;

export const offerSubjectNames = Object.keys(offerSubjects) as OfferSubject[];

/** The subjects on which nothing is stated; an offer is listed once there are none (HN-NET-15.2). */
export function missingSubjects(stated: Readonly<Partial<Record<OfferSubject, string | null>>>): OfferSubject[] {
  return offerSubjectNames.filter((subject) => !isFilled(stated[subject] ?? null));
}

/** What can be found wrong with what an offer says; each is a breach in the credit record of its provider (HN-NET-15.2, 15.4). */
export const offerBreaches = {
  FALSE_PUBLICITY: contentBreaches.FALSE_PUBLICITY,
  UNTRUE_INFORMATION: contentBreaches.UNTRUE_INFORMATION,
} as const satisfies Readonly<Partial<Record<ContentBreachCode, unknown>>>;

export type OfferBreach = keyof typeof offerBreaches;
