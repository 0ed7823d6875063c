/** What a notice says in one language, before it is drawn as a mail or set as a letter: the two say the same (SH-STORE-11.2, XC-04.4). */
import { clausePath } from '../../rules/book/clauses.ts';
import { basisInWords, regulationOf, type Citations } from '../../rules/notices/citation.ts';
import { citedParts } from '../../rules/notices/cited-parts.ts';
import { paragraph, type Block, type Fact } from '../../rules/notices/content.ts';
import { wordsIn, type Words } from '../../rules/notices/words.ts';
import { clauseOf, isFormal, NO_CASE, type Issuer, type NoticeCommon, type NoticeSpec } from '../../rules/notices.ts';
import type { PartyKind } from '../../rules/parties/party.ts';
import { inLocale, text, type Locale, type Text } from '../../rules/text.ts';
import { dayOf, type Day } from '../../rules/time/index.ts';
import { citations as written, regimes } from '../../workflows/regimes.ts';
import { noticeOf, type NoticeData } from './wordings.ts';

export interface NoticeTextInput {
  readonly template: string;
  readonly locale: Locale;
  readonly data: NoticeData;
  /** Where the platform is reached, e.g. `https://anjuan.example.org`. */
  readonly baseUrl: string;
  /** The body whose notice it is; none before there is a case. */
  readonly issuer?: Issuer;
  /** Number of the letter that the notice is, too. */
  readonly letterNumber?: string | undefined;
  /** What the body adds to it; a letter has it not. */
  readonly addition?: Text | undefined;
  /** What its clauses stand for, where a text was adopted since the rules were written. */
  readonly citations?: Citations;
}

/** A part of a text; a citation has the address of its clause. */
export interface LinkedPart {
  readonly words: string;
  readonly url?: string;
}

/** Parts a text at its citations. */
export type Linking = (words: string) => readonly LinkedPart[];

/** Who signs a notice, and on which day. */
export interface Signature {
  readonly name: string;
  readonly telephone: string | undefined;
  readonly day: Day;
  /** The day in words. */
  readonly on: string;
}

export interface NoticeText {
  readonly say: Words;
  readonly spec: NoticeSpec;
  readonly title: string;
  /** What the subject of a mail says in place of the title. */
  readonly subject: string | undefined;
  readonly notice: NoticeData;
  /** What every notice of a case carries; none before there is a case. */
  readonly about: NoticeCommon | undefined;
  /** With deadlines and facts where they are to stand. */
  readonly blocks: readonly Block[];
  readonly facts: readonly Fact[];
  /** True for adverse notices and letters: they address and do not greet. */
  readonly formal: boolean;
  /** Number of the letter that it is, or of the notice; none of one that is not formal. */
  readonly number: { readonly of: 'letter' | 'notice'; readonly words: string } | undefined;
  /** What may be done against it. */
  readonly objection: string | undefined;
  /** The line that names the regulation, if the notice cites one. */
  readonly basis: string | undefined;
  /** The body that signs; none before there is a case. */
  readonly signed: Signature | undefined;
  readonly linking: Linking;
  /** Where the case is; none where there is no case yet. */
  readonly toCase: { readonly url: string; readonly label: string } | undefined;
}

/** Stands for a body that no regime has any more. */
const unnamed: Issuer = { name: text('承办机构', 'body in charge of the case') };

/** @throws RangeError if the kind of case has no such notice */
export function noticeTextIn(input: NoticeTextInput): NoticeText {
  const { template, locale, data, baseUrl, issuer, letterNumber, addition, citations = written } = input;
  const { spec, wording } = noticeOf(data.caseKind, template);
  const say = wordsIn(locale, citations);
  const zh = locale === 'zh-CN';
  const content = wording[locale]({ ...data, issuer: issuer ?? unnamed }, say);
  const about = data.caseKind === NO_CASE ? undefined : (data as NoticeCommon);
  const clause = clauseOf(spec, data);
  const day = dayOf(data.plannedAt);
  const signed = about && issuer && { name: say.of(issuer.name), telephone: issuer.telephone, day, on: say.day(day) };
  const formal = about !== undefined && isFormal(spec);
  return {
    say,
    spec,
    title: inLocale(spec.title, locale),
    subject: content.subject,
    notice: data,
    about,
    blocks: [...placed(content.blocks), ...(addition === undefined ? [] : added(addition, locale))],
    facts: [...(about ? factsOfCase(about, zh) : []), ...(content.facts ?? [])],
    formal,
    number: formal ? numberOf(about, letterNumber) : undefined,
    objection: spec.objection === 'issuer' && signed ? objectionTo(signed, clause, say, citations) : undefined,
    basis: clause === undefined ? undefined : basisInWords(citations, clause, locale),
    signed,
    linking: linkingIn(baseUrl, data.caseKind, locale, citations),
    toCase: about && {
      url: caseLink(baseUrl, about.caseUrlPath),
      label: content.action ?? (zh ? '查看案件' : 'See the case'),
    },
  };
}

/** A notice without a letter is numbered by its case, and by which notice of the case it is. */
function numberOf({ caseNumber, number }: NoticeCommon, letterNumber: string | undefined): NoticeText['number'] {
  if (letterNumber !== undefined) return { of: 'letter', words: letterNumber };
  return number === undefined ? undefined : { of: 'notice', words: `${caseNumber}之${number}` };
}

/** The blocks, with deadlines and facts after them where the template did not place them. */
function placed(blocks: readonly Block[]): readonly Block[] {
  const missing = (['deadlines', 'facts'] as const).filter((kind) => !blocks.some((block) => block.kind === kind));
  return [...blocks, ...missing.map((kind) => ({ kind }))];
}

/** The paragraphs that a body adds, below what the notice says. */
function added(addition: Text, locale: Locale): readonly Block[] {
  return inLocale(addition, locale)
    .split(/\n+/)
    .map((words) => paragraph(words));
}

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
function objectionTo(
  { name, telephone }: Signature,
  clause: string | undefined,
  say: Words,
  citations: Citations,
): string {
  const zh = say.locale === 'zh-CN';
  const reached = telephone === undefined ? '' : zh ? `（电话 ${telephone}）` : ` (telephone ${telephone})`;
  const regulation = clause === undefined ? undefined : regulationOf(citations, clause);
  const given = regulation === undefined ? '' : `${say.of(regulation.objections)}${zh ? '；' : '; '}`;
  return zh
    ? `对本通知有异议的，可以向${name}${reached}提出，并说明事实和理由；${given}依照其他法律享有的权利不受影响。`
    : `If you do not agree, you may put your facts and reasons to the ${name}${reached}; ${given}rights that other law gives you are ` +
        'not affected.';
}

/**
 * How the texts of a case of this kind are parted: every citation leads to the page of its clause.
 * @param citations what the clauses stand for; those of other regimes do not count, which may be called alike
 */
export function linkingIn(baseUrl: string, caseKind: string, locale: Locale, citations: Citations): Linking {
  const regime = regimes.find(({ processes }) => processes.some(({ contract }) => contract.kind === caseKind));
  const own = Object.entries(citations).filter(([code]) => regime?.citations[code] !== undefined);
  const known: Citations = Object.fromEntries(own);
  const platform = baseUrl.replace(/\/+$/, '');
  return (words) =>
    citedParts(known, words, locale).map(({ words: cited, clause }) => ({
      words: cited,
      ...(clause !== undefined && { url: `${platform}${clausePath(clause)}` }),
    }));
}

/** Address of the page of a case. */
export function caseLink(baseUrl: string, path: string): string {
  return `${baseUrl.replace(/\/+$/, '')}/${encodeURI(path.replace(/^\/+/, ''))}`;
}
