/** Every notice with its wording, found by the kind of case and its name. */
import {
  EMAIL_CHANGED,
  emailChangedSpec,
  emailChangedWording,
  PASSWORD_SET,
  passwordSetSpec,
  passwordSetWording,
} from '../../rules/notices/account-changed.ts';
import {
  COVER_ENDED,
  COVER_NAMED,
  coverEndedSpec,
  coverEndedWording,
  coverNamedSpec,
  coverNamedWording,
} from '../../rules/notices/cover.ts';
import { ADDRESS_CODE, addressCodeSpec, addressCodeWording } from '../../rules/notices/address-code.ts';
import { commonWording } from '../../rules/notices/common-wording.ts';
import { CHANNEL_TEST, channelTestSpec, channelTestWording } from '../../rules/notices/webhook.ts';
import type { NoticeContent } from '../../rules/notices/content.ts';
import type { Words } from '../../rules/notices/words.ts';
import {
  NO_CASE,
  type Issued,
  type NoticeCommon,
  type NoticeSpec,
  type NoticeWithoutCase,
} from '../../rules/notices.ts';
import type { Locale } from '../../rules/text.ts';
import { besideEach } from '../../workflows/beside.ts';
import { contracts } from '../../workflows/regimes.ts';

/** What a notice is told with; what is its own is known to its wording alone. */
export type NoticeData = NoticeCommon | NoticeWithoutCase;

type AnyWording = Readonly<Record<Locale, (data: NoticeData & Issued, say: Words) => NoticeContent>>;
type Wordings = Readonly<Record<string, AnyWording>>;

/** Kinds of case that have mails of their own, beside those common to all. */
export const kindsWithNotices = Object.values(contracts).filter(({ notices }) =>
  Object.keys(notices).some((template) => !(template in commonWording)),
);

const specs: Readonly<Record<string, Readonly<Record<string, NoticeSpec>>>> = {
  ...Object.fromEntries(Object.values(contracts).map(({ kind, notices }) => [kind, notices])),
  [NO_CASE]: {
    [ADDRESS_CODE]: addressCodeSpec,
    [PASSWORD_SET]: passwordSetSpec,
    [EMAIL_CHANGED]: emailChangedSpec,
    [COVER_NAMED]: coverNamedSpec,
    [COVER_ENDED]: coverEndedSpec,
    [CHANNEL_TEST]: channelTestSpec,
  },
};

const wordings: Readonly<Record<string, Wordings>> = {
  ...(await besideEach<Wordings>('wording', 'Wording', kindsWithNotices)),
  [NO_CASE]: {
    [ADDRESS_CODE]: addressCodeWording as unknown as AnyWording,
    [PASSWORD_SET]: passwordSetWording as unknown as AnyWording,
    [EMAIL_CHANGED]: emailChangedWording as unknown as AnyWording,
    [COVER_NAMED]: coverNamedWording as unknown as AnyWording,
    [COVER_ENDED]: coverEndedWording as unknown as AnyWording,
    [CHANNEL_TEST]: channelTestWording as unknown as AnyWording,
  },
};

/** What is known of a notice without rendering it; undefined where a row names one that does not exist any more. */
export function specOf(caseKind: string, template: string): NoticeSpec | undefined {
  return specs[caseKind]?.[template];
}

/** @throws RangeError if there is no such notice, or no wording of it */
export function noticeOf(caseKind: string, template: string): { spec: NoticeSpec; wording: AnyWording } {
  const spec = specOf(caseKind, template);
  const wording = wordings[caseKind]?.[template] ?? (commonWording as unknown as Wordings)[template];
  if (spec === undefined || wording === undefined)
    throw new RangeError(`There is no notice '${template}' of '${caseKind}'.`);
  return { spec, wording };
}
