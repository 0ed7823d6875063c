/**
 * The letter of a notice: it is numbered, set and kept, each once (SH-STORE-11.2, XC-04.2). Whoever comes again, after a crash or at the
 * same time, finds the number and then the files.
 */
import { createHash } from 'node:crypto';
import type { ChainHash } from '../../config/chain-hash.ts';
import type { LetterHead } from '../../config/settings.ts';
import { clauseOf, type NoticeCommon } from '../../rules/notices.ts';
import { entry, parts, remarked } from '../../rules/phrases.ts';
import { systemActor } from '../../rules/roles.ts';
import { text, type Locale, type Text } from '../../rules/text.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Notice } from '../notices/notice-queue.ts';
import { specOf } from '../notices/wordings.ts';
import { appendLines, type TimelineLine } from '../timeline.ts';
import { LetterFault } from './letter-fault.ts';
import type { LetterSetter } from './letter-setter.ts';
import {
  lockLetter,
  numberedLetter,
  type LetterNotice,
  type NumberedLetter,
  type NumberingMeans,
} from './number-letter.ts';
import type { LetterPage } from './page.ts';
import { SealFault, type Sealer } from './sealer.ts';

/** What letters are made with. */
export interface LetterMeans {
  readonly setter: LetterSetter;
  /** None where letters are sealed by hand. */
  readonly sealer: Sealer | undefined;
  readonly head: LetterHead;
}

export interface MakingMeans extends NumberingMeans {
  readonly chainHash?: ChainHash;
  readonly letters: LetterMeans;
}

/** A letter, or why there is none; with both, it has its number and could not be set. */
export interface MadeLetter {
  readonly letter?: NumberedLetter;
  readonly fault?: LetterFault;
}

/** Languages of a letter; the first one is authoritative. */
const LOCALES = ['zh-CN', 'en'] as const satisfies readonly Locale[];

/** The letter that a notice is, too; undefined if it is an e-mail alone. */
export function letterNotice({ caseId, request, template, data, channel }: Notice): LetterNotice | undefined {
  const notice = data as unknown as NoticeCommon;
  if (caseId === null || request === null || channel === 'WEBHOOK') return undefined;
  const goesByLetter = specOf(notice.caseKind, template)?.channels.includes('LETTER') === true;
  return goesByLetter ? { caseId, request, template, data: notice } : undefined;
}

/**
 * The letter of a notice, made if it is not there yet.
 * @throws whatever keeps it from the records; what keeps it from being set is answered
 */
export async function letterOf(means: MakingMeans, notice: LetterNotice): Promise<MadeLetter> {
  let letter: NumberedLetter | undefined;
  try {
    letter = await numberedLetter(means, notice, means.letters.head);
    if (letter.files.length > 0) return { letter };
    await keepFiles(means, notice, letter);
    return { letter: { ...letter, files: LOCALES } };
  } catch (failure) {
    if (failure instanceof LetterFault) return { ...(letter && { letter }), fault: failure };
    throw failure;
  }
}

interface FileRow {
  readonly locale: Locale;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly pageCount: number;
  readonly seal: 'NONE' | 'SEALED' | 'FAILED';
  readonly sealFault: Text | undefined;
}

/** Sets the letter in each language, seals the authoritative one, and keeps both with a line on the timeline; if they are there, those stay. */
async function keepFiles(means: MakingMeans, notice: LetterNotice, letter: NumberedLetter): Promise<void> {
  const { database, chainHash, letters } = means;
  const files: FileRow[] = [];
  for (const locale of LOCALES) files.push(await fileOf(letters, notice, letter, letter.pages[locale]));
  const at = await means.now();
  await database.$transaction(async (tx) => {
    await lockLetter(tx, notice);
    if ((await tx.letterFile.count({ where: { letterId: letter.id } })) > 0) return;
    await tx.letterFile.createMany({
      data: files.map(({ sealFault, ...file }) => ({
        ...file,
        letterId: letter.id,
        size: file.content.length,
        sha256: sha256(file.content),
        ...(sealFault && { sealFault: `${sealFault.zh} ${sealFault.en}` }),
        setAt: new Date(at),
      })),
    });
    await appendLines(tx, notice.caseId, [lineOf(notice, letter, files, at)], chainHash);
  });
}

async function fileOf(
  { setter, sealer }: LetterMeans,
  { data }: LetterNotice,
  { id: letterId, number }: NumberedLetter,
  page: LetterPage,
): Promise<FileRow> {
  const { locale } = page;
  const { pdf, pageCount, sealPlace: place } = await setter.set(page);
  const plain: FileRow = { locale, content: bytesOf(pdf), pageCount, seal: 'NONE', sealFault: undefined };
  if (sealer === undefined || locale !== LOCALES[0]) return plain;
  const bodyId = data.signedBy?.id ?? data.bodyId ?? '';
  try {
    return { ...plain, content: bytesOf(await sealer.seal({ letterId, number, bodyId, pdf, place })), seal: 'SEALED' };
  } catch (failure) {
    if (!(failure instanceof SealFault)) throw failure;
    return { ...plain, seal: 'FAILED', sealFault: failure.words };
  }
}

/** Number and hashes are on the timeline, so that a file can be held against it. */
function lineOf(
  { request, template, data }: LetterNotice,
  { number }: NumberedLetter,
  files: readonly FileRow[],
  at: Instant,
): TimelineLine {
  const spec = specOf(data.caseKind, template);
  const clause = spec && clauseOf(spec, data);
  const title = spec?.title ?? text(template, template);
  const [{ seal, sealFault } = { seal: 'NONE', sealFault: undefined }] = files;
  const sealed = {
    NONE: undefined,
    SEALED: text('已加盖电子印章', 'sealed electronically'),
    FAILED: entry(
      text('未加盖电子印章，请加盖实体印章', 'not sealed electronically, to be sealed by hand'),
      sealFault ?? '',
    ),
  }[seal];
  return {
    at,
    type: 'LETTER_RENDERED',
    actor: systemActor('notices'),
    title: parts(entry(text('告知函已制作', 'Letter made'), remarked(title, number)), sealed),
    detail: {
      letter: request,
      number,
      sha256: Object.fromEntries(files.map(({ locale, content }) => [locale, sha256(content)])),
      seal,
    },
    ...(clause !== undefined && { clause }),
    requirement: spec?.requirement ?? 'XC-04.2',
  };
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function bytesOf(content: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(content);
}
