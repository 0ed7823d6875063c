/** A sample of every notice of every kind of case, from `samples.ts` beside its contract. */
import { issuerOf, issuersOf } from './issuers.ts';
import { renderNotice, type RenderedNotice } from './render-notice.ts';
import { kindsWithNotices } from './wordings.ts';
import type { Locale, Text } from '../../rules/text.ts';
import { commonSamples, sampleCommon } from '../../rules/notices/samples.ts';
import type { NoticeCommon } from '../../rules/notices.ts';
import { besideEach } from '../../workflows/beside.ts';
import { contracts } from '../../workflows/regimes.ts';

type Samples = Readonly<Record<string, object | undefined>>;

const own = await besideEach<Samples>('samples', 'Samples', kindsWithNotices);

/** The body that handles a sample, by the code of the regime: a centre, a county's platform. */
const handledBy: Readonly<Record<string, string>> = {
  SH_STORE: 'sh-centre',
  HN_NET: 'hn-liuyang',
  SH_EVAL: 'sh-commission',
  AH: 'ah-platform',
  HN_BASE: 'hn-dept-province',
  EC_CENTRE: 'ec-commerce-yiwu',
};

/** Every notice of every kind of case, those common to all included. */
export const everyNotice: readonly { readonly kind: string; readonly template: string }[] = Object.values(
  contracts,
).flatMap(({ kind, notices }) => Object.keys(notices).map((template) => ({ kind, template })));

/**
 * What a sample of a notice is told with, as a transition would plan it.
 * @param kind the first one that has such a notice, if left out
 * @throws Error if there is no sample of it
 */
export function sampleOf(template: string, kind = kindWith(template)): NoticeCommon {
  const sample = own[kind]?.[template] ?? (commonSamples as Samples)[template];
  if (sample === undefined) throw new Error(`'${kind}' has no sample of its notice '${template}'.`);
  const bodyId = handledBy[contracts[kind]?.regime ?? ''];
  if (bodyId === undefined) throw new Error(`No body handles '${kind}'.`);
  return { ...sampleCommon, caseKind: kind, bodyId, ...sample };
}

/** @throws Error if no kind of case has such a notice */
export function kindWith(template: string): string {
  const found = everyNotice.find((notice) => notice.template === template);
  if (found === undefined) throw new Error(`No kind of case has a notice '${template}'.`);
  return found.kind;
}

/** Where a sample is mailed from, and what its body adds. */
interface Sending {
  readonly baseUrl: string;
  readonly training: boolean;
  readonly addition?: Text | undefined;
}

/** A notice that is told with this, as it is mailed to somebody who is made up. */
export function mailOf(
  template: string,
  locale: Locale,
  data: NoticeCommon,
  { baseUrl, training, addition }: Sending,
): RenderedNotice {
  const issuer = issuerOf(issuersOf(training), data);
  return renderNotice({
    ...{ template, locale, data, baseUrl, addition, recipientName: '李晓', recipientEmail: 'li.xiao@example.org' },
    ...(issuer && { issuer }),
    sender: { name: '案卷', address: 'notices@example.org' },
  });
}
