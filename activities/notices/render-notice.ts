/** From the data of a notice to the mail that goes out (XC-04.1, XC-04.4). */
import { render, toPlainText } from '@react-email/render';
import type { Fact } from '../../rules/notices/content.ts';
import { basisInWords, regulationOf } from '../../rules/notices/citation.ts';
import { wordsIn, type Words } from '../../rules/notices/words.ts';
import type { PartyKind } from '../../rules/parties/party.ts';
import {
  clauseOf,
  isFormal,
  NO_CASE,
  type AppointmentView,
  type Channel,
  type NoticeCommon,
  type NoticeSpec,
} from '../../rules/notices.ts';
import { inLocale, text, type Locale, type Text } from '../../rules/text.ts';
import { dayOf } from '../../rules/time/index.ts';
import { citations } from '../../workflows/regimes.ts';
import { appointmentCalendar, type NoticeAttachment } from './appointment-calendar.ts';
import type { Issuer } from './issuers.ts';
import { noticeLayout, type Signature } from './layout.ts';
import { headerSafe, type Mailbox } from './mailbox.ts';
import { noticeOf, type NoticeData } from './wordings.ts';

export interface RenderInput {
  readonly template: string;
  /** A letter is printed: it has nothing to click and no words on mails. An e-mail unless it says so. */
  readonly channel?: Channel;
  readonly locale: Locale;
  readonly data: NoticeData;
  readonly recipientName: string;
  readonly recipientEmail: string;
  /** Where the platform is reached, e.g. `https://anjuan.example.org`. */
  readonly baseUrl: string;
  /** The body whose notice it is; none before there is a case. */
  readonly issuer?: Issuer;
  /** Who sends; the organiser of an appointment in its calendar file. */
  readonly sender: Mailbox;
}

/** A notice as it is stored and sent. */
export interface RenderedNotice {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly NoticeAttachment[];
}

/**
 * Renders a notice in one language; the same input gives the same mail.
 * @throws RangeError if the kind of case has no such notice
 */
export async function renderNotice(input: RenderInput): Promise<RenderedNotice> {
  const { template, channel, locale, data, recipientName, baseUrl, issuer } = input;
  const { spec, wording } = noticeOf(data.caseKind, template);
  const say = wordsIn(locale, citations);
  const zh = locale === 'zh-CN';
  const content = wording[locale](data, say);
  const title = inLocale(spec.title, locale);
  const about = data.caseKind === NO_CASE ? undefined : (data as NoticeCommon);
  const product = issuer === undefined ? (zh ? '【案卷】' : '[Anjuan] ') : '';
  const subject = headerSafe(
    `${product}${content.subject ?? title}${about ? `${zh ? '｜' : ' | '}${about.institution}` : ''}`,
  );
  const caseUrl = about && caseLink(baseUrl, about.caseUrlPath);
  const clause = clauseOf(spec, data);
  const signed = about &&
    issuer && { name: say.of(issuer.name), telephone: issuer.telephone, on: say.day(dayOf(about.plannedAt)) };
  const formal = about !== undefined && isFormal(spec);
  const elements = noticeLayout({
    say,
    title,
    subject,
    recipientName,
    notice: data,
    blocks: content.blocks,
    facts: [...(about ? factsOfCase(about, zh) : []), ...(content.facts ?? [])],
    number: formal && about.number !== undefined ? `${about.caseNumber}之${about.number}` : undefined,
    formal,
    objection: spec.objection === 'issuer' && signed ? objectionTo(signed, clause, say) : undefined,
    signed,
    letter: channel === 'LETTER',
    toCase:
      caseUrl === undefined ? undefined : { url: caseUrl, label: content.action ?? (zh ? '查看案件' : 'See the case') },
    basis: clause === undefined ? undefined : basisInWords(citations, clause, locale),
  });
  const html = await render(elements);
  return {
    subject,
    html,
    text: toPlainText(html, htmlToTextOptions),
    attachments: about && caseUrl && channel !== 'LETTER' ? attachmentsOf(input, spec, about, caseUrl, say) : [],
  };
}

const htmlToTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'ul', options: { itemPrefix: ' - ' } },
    { selector: 'table.facts', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    { selector: 'table.table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    // The plain text shows the address beside the button's label already.
    { selector: 'p.fallback', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
  ],
};

/** What the party of a case is called in its facts: by its kind, since a natural person is no institution. */
const partyLabels: Readonly<Record<PartyKind, Text>> = {
  ORGANISATION: text('机构', 'Institution'),
  UNIT: text('单位', 'Body'),
  PERSON: text('姓名', 'Name'),
  CONTACT: text('姓名', 'Name'),
};

function factsOfCase(
  { institution, partyKind = 'ORGANISATION', caseNumber }: NoticeCommon,
  zh: boolean,
): readonly Fact[] {
  const { zh: inChinese, en: inEnglish } = partyLabels[partyKind];
  return [
    [zh ? inChinese : inEnglish, institution],
    [zh ? '案号' : 'Case number', caseNumber],
  ];
}

/**
 * What may be done against an adverse notice where its process gives no way of its own: it is put to the body that issued it. The notice
 * promises no remedy that its regulation does not give; what other law gives is not touched.
 */
function objectionTo({ name, telephone }: Signature, clause: string | undefined, say: Words): string {
  const zh = say.locale === 'zh-CN';
  const reached = telephone === undefined ? '' : zh ? `（电话 ${telephone}）` : ` (telephone ${telephone})`;
  const regulation = clause === undefined ? undefined : regulationOf(citations, clause);
  const given = regulation === undefined ? '' : `${say.of(regulation.objections)}${zh ? '；' : '; '}`;
  return zh
    ? `对本通知有异议的，可以向${name}${reached}提出，并说明事实和理由；${given}依照其他法律享有的权利不受影响。`
    : `If you do not agree, you may put your facts and reasons to the ${name}${reached}; ${given}rights that other law gives you are ` +
        'not affected.';
}

function caseLink(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${encodeURI(path.replace(/^\/+/, ''))}`;
}

function attachmentsOf(
  input: RenderInput,
  { calendar }: NoticeSpec,
  notice: NoticeCommon,
  caseUrl: string,
  say: Words,
): NoticeAttachment[] {
  if (calendar === undefined) return [];
  const appointment = (notice as unknown as Readonly<Record<string, AppointmentView | undefined>>)[calendar.of];
  if (appointment === undefined) throw new TypeError(`The notice's data has no appointment '${calendar.of}'.`);
  return [
    appointmentCalendar({
      calendar,
      notice,
      appointment,
      organiser: input.sender,
      attendee: { name: headerSafe(input.recipientName), address: input.recipientEmail },
      caseUrl,
      say,
    }),
  ];
}
