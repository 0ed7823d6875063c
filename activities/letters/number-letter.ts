/** The number of a letter, and with it what the letter says: both are kept once, in one transaction, before anything is set. */
import { createHash } from 'node:crypto';
import type { LetterHead } from '../../config/settings.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { nextRunningNumber } from '../../prisma/running-number.ts';
import type { NoticeCommon } from '../../rules/notices.ts';
import { text, type Locale } from '../../rules/text.ts';
import { dayOf, type Instant } from '../../rules/time/index.ts';
import { caseNumber } from '../../workflows/engine/case-number.ts';
import type { Audience } from '../../workflows/engine/transition.ts';
import { bodies, regimes } from '../../workflows/regimes.ts';
import { citationsOf } from '../notices/adopted-text.ts';
import { issuerOf, type Issuers } from '../notices/issuers.ts';
import { noticeTextIn } from '../notices/notice-text.ts';
import { registeredName } from '../records.ts';
import { LetterFault } from './letter-fault.ts';
import { letterPage, type LetterPage } from './page.ts';

/** The notice that is a letter, as far as its number and its words go. */
export interface LetterNotice {
  readonly caseId: string;
  /** What was to be said, e.g. `clearanceNotice:1`: the key of the letter. */
  readonly request: string;
  readonly template: string;
  readonly data: NoticeCommon;
}

export interface NumberingMeans {
  readonly database: Database;
  readonly issuers: Issuers;
  readonly baseUrl: string;
  readonly now: () => Promise<Instant> | Instant;
}

/** The page of the letter in each language. */
export type Pages = Readonly<Record<Locale, LetterPage>>;

/** A letter that has its number. */
export interface NumberedLetter {
  readonly id: string;
  readonly number: string;
  /** Languages in which it is kept as a file. */
  readonly files: readonly Locale[];
  readonly pages: Pages;
}

/** What letters are numbered as, beside the kinds of cases. */
const LETTERS = 'LETTER';

const KEPT = { id: true, number: true, pages: true, files: { select: { locale: true } } } as const;

/** The letter with its number, which it gets here if it has none yet. */
export async function numberedLetter(
  means: NumberingMeans,
  notice: LetterNotice,
  head: LetterHead,
): Promise<NumberedLetter> {
  const where = { caseId_key: { caseId: notice.caseId, key: notice.request } };
  const find = (client: Pick<Transaction, 'letter'>) => client.letter.findUnique({ where, select: KEPT });
  const kept =
    (await find(means.database)) ??
    (await means.database.$transaction(async (tx) => {
      await lockLetter(tx, notice);
      return (await find(tx)) ?? (await takeNumber(tx, means, notice, head));
    }));
  const { id, number, pages, files } = kept;
  return { id, number, files: files.map(({ locale }) => locale as Locale), pages: pages as unknown as Pages };
}

/** Who makes a letter has it to themselves until the transaction ends. */
export async function lockLetter(tx: Transaction, { caseId, request }: LetterNotice): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`letter:${caseId}:${request}`}, 0))`;
}

async function takeNumber(
  tx: Transaction,
  { issuers, baseUrl, now }: NumberingMeans,
  notice: LetterNotice,
  head: LetterHead,
) {
  const { caseId, request, template, data } = notice;
  const about = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { regime: true, bodyId: true, subject: true, title: true },
  });
  const { signedBy } = data;
  const bodyId = signedBy?.id ?? data.bodyId ?? about.bodyId;
  const issuedOn = dayOf(data.plannedAt);
  const year = issuedOn.slice(0, 4);
  const serial = await nextRunningNumber(tx, { bodyId, kind: LETTERS, year });
  const number = letterNumber(about.regime, signedBy?.mark ?? bodies[bodyId]?.mark ?? bodyId, year, serial);
  const to = await addressees(tx, notice, about);
  const issuer = issuerOf(issuers, { ...data, bodyId }) ?? { name: text(bodyId, bodyId) };
  const [citations] = await citationsOf(tx, [{ caseId, plannedAt: data.plannedAt }]);
  const pages = worded((locale) => {
    const content = noticeTextIn({
      template,
      locale,
      data,
      baseUrl,
      issuer,
      letterNumber: number,
      ...(citations && { citations }),
    });
    if (content.signed === undefined) throw new TypeError(`Nobody signs the letter ${request} of case ${caseId}.`);
    return letterPage({ content, signed: content.signed, number, to, head });
  });
  const id = `ltr-${createHash('sha256').update(`${caseId}\n${request}`).digest('hex').slice(0, 24)}`;
  return tx.letter.create({
    data: {
      ...{ id, caseId, key: request, template, number, bodyId, year, serial, issuedOn },
      pages: pages as unknown as Prisma.InputJsonObject,
      madeAt: new Date(await now()),
    },
    select: KEPT,
  });
}

/** What fails here fails again: no number is spent on it. */
function worded(pageIn: (locale: Locale) => LetterPage): Pages {
  try {
    return { 'zh-CN': pageIn('zh-CN'), en: pageIn('en') };
  } catch (failure) {
    const why = String(failure);
    throw new LetterFault(text(`告知函无法行文：${why}`, `The letter cannot be worded: ${why}`), true);
  }
}

/** E.g. 沪企服函〔2025〕7号: as the cases of the regime are numbered. */
function letterNumber(regime: string, body: string, year: string, number: number): string {
  const pattern = regimes.find(({ code }) => code === regime)?.caseNumbers;
  if (pattern === undefined) throw new Error(`There is no regime '${regime}'.`);
  return caseNumber(pattern, { body, kind: '函', year, number });
}

/** The names of those to whom it is said, each once: a party under the name that the case or a register has for it. */
async function addressees(
  tx: Transaction,
  { caseId, request }: LetterNotice,
  { subject, title }: { readonly subject: string; readonly title: string },
): Promise<readonly string[]> {
  const rows = await tx.notice.findMany({
    where: { caseId, request, channel: 'LETTER' },
    orderBy: { ordinal: 'asc' },
    select: { audience: true, recipientName: true },
  });
  const names: string[] = [];
  for (const { audience, recipientName } of rows) {
    const party = partyOf(audience as unknown as Audience | null);
    if (party === undefined) names.push(recipientName);
    else names.push(party === subject ? title : ((await registeredName(tx, party)) ?? recipientName));
  }
  return [...new Set(names)];
}

function partyOf(audience: Audience | null): string | undefined {
  return audience !== null && 'party' in audience ? audience.party : undefined;
}
