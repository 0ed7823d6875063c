/** What a row of the outbox says, typed: the columns hold JSON and words. */
import { inLocale, type Locale } from '../../rules/text.ts';
import type { DeliveryMeans } from './delivery-means.ts';
import { issuerOf } from './issuers.ts';
import type { Mailbox } from './mailbox.ts';
import type { Notice } from './notice-queue.ts';
import { specOf, type NoticeData } from './wordings.ts';

export function dataOf({ data }: Pick<Notice, 'data'>): NoticeData {
  return data as unknown as NoticeData;
}

export function localeOf({ locale }: Pick<Notice, 'locale'>): Locale {
  return locale === 'en' ? 'en' : 'zh-CN';
}

/** What is declared of a notice; undefined where a row names one that does not exist any more. */
export function declared(notice: Pick<Notice, 'data' | 'template'>) {
  return specOf(dataOf(notice).caseKind, notice.template);
}

/** The address that is set, under the name of the body whose notice it is: people know the body, not the product. */
export function senderOf({ issuers, sender }: Pick<DeliveryMeans, 'issuers' | 'sender'>, notice: Notice): Mailbox {
  const issuer = issuerOf(issuers, dataOf(notice));
  return issuer === undefined ? sender : { ...sender, name: inLocale(issuer.name, localeOf(notice)) };
}
