/**
 * A case as a ZIP archive: what its reader may read of it, with a list of the hashes of all its parts. It is written part by part: of the
 * files, no more than one is in memory.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { setSheet } from '../../activities/letters/sheet-setter.ts';
import { wholeTimeline } from '../../activities/timeline.ts';
import type { Instant } from '../../rules/time/index.ts';
import type { Access } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import { cleanName } from '../files/clean-name.ts';
import type { Reader } from '../reader.ts';
import { filesOf } from '../views/case-files.ts';
import { caseView, headView } from '../views/case-view.ts';
import { readableKeys } from '../views/letter-view.ts';
import type { FoundCase } from '../views/read-case.ts';
import { lineViews } from '../views/timeline-view.ts';
import { chainFile } from './chain-file.ts';
import { timelineSheet } from './timeline-sheet.ts';

/** A part of the archive; its content is read when its turn comes. */
interface Part {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly content: () => Promise<Uint8Array>;
}

export interface CaseArchive {
  /** The archive as it is written; it ends with an error where a part cannot be read. */
  readonly content: NodeJS.ReadableStream;
  readonly parts: number;
  /** Hash of the last line of the timeline. */
  readonly head: string;
}

/**
 * The archive of a case for its reader: `case.json`, `chain.json`, `timeline.pdf`, the files under `files/`, the letters under `letters/`,
 * and `manifest.json`, which has size and SHA-256 of each.
 */
export async function caseArchive(
  context: ApiContext,
  found: FoundCase,
  reader: Reader,
  access: Access,
  now: Instant,
): Promise<CaseArchive> {
  const { database, contracts, settings } = context;
  const { row } = found;
  const { id, number } = row;
  const timeline = await wholeTimeline(database, id);
  const [seen, lines, files, letters] = await Promise.all([
    caseView(context, found, reader, access, now),
    lineViews(context, found, timeline.lines, reader),
    filesOf(context, found, reader),
    lettersIn(context, found, reader),
  ]);
  const sheet = timelineSheet({
    ...{ head: headView(contracts, row), lines, chainHead: timeline.head.timelineHead, by: reader.name, now },
    locale: reader.locale,
  });
  const parts: Part[] = [
    made('case.json', json({ exportedAt: now, exportedBy: reader.name, case: seen })),
    made('chain.json', json(chainFile(contracts[row.kind], found, timeline))),
    made('timeline.pdf', await setSheet(sheet, settings.letters.fonts)),
    ...files.map(({ id: fileId, name, bytes, sha256 }, at) => ({
      ...{ path: `files/${String(at + 1).padStart(2, '0')}-${name}`, bytes, sha256 },
      content: async () =>
        (await database.file.findUniqueOrThrow({ where: { id: fileId }, select: { content: true } })).content,
    })),
    ...letters,
  ];
  const listed = parts.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  const manifest = made('manifest.json', json({ case: number, exportedAt: now, algorithm: 'SHA-256', parts: listed }));
  return {
    content: zipped([manifest, ...parts], new Date(now)),
    parts: parts.length,
    head: timeline.head.timelineHead,
  };
}

/** The letters of the case that the reader may read, in each language. */
async function lettersIn({ database }: ApiContext, { row, standing }: FoundCase, reader: Reader): Promise<Part[]> {
  const keys = await readableKeys(database, row.id, standing, reader);
  const letters = await database.letter.findMany({
    where: { caseId: row.id, ...(keys !== 'all' && { key: { in: [...keys] } }) },
    orderBy: [{ madeAt: 'asc' }, { serial: 'asc' }],
    select: { number: true, files: { select: { letterId: true, locale: true, size: true, sha256: true } } },
  });
  return letters.flatMap(({ number, files }) =>
    files.map(({ letterId, locale, size, sha256 }) => ({
      ...{ path: `letters/${cleanName(`${number}-${locale}.pdf`).name}`, bytes: size, sha256 },
      content: async () =>
        (
          await database.letterFile.findUniqueOrThrow({
            where: { letterId_locale: { letterId, locale } },
            select: { content: true },
          })
        ).content,
    })),
  );
}

function made(path: string, content: Buffer): Part {
  return {
    ...{ path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
    content: () => Promise.resolve(content),
  };
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value, null, 2));
}

/** Writes the parts one after another: each is read when the one before it has been taken. */
function zipped(parts: readonly Part[], mtime: Date): NodeJS.ReadableStream {
  const zip = new ZipFile();
  for (const { path, content } of parts) {
    zip.addReadStreamLazy(path, { mtime }, (give) => {
      content().then(
        (bytes) => give(null, Readable.from([Buffer.from(bytes)])),
        (failure: unknown) => {
          const error = failure instanceof Error ? failure : new Error(String(failure));
          give(error, Readable.from([]));
        },
      );
    });
  }
  zip.end();
  // The library tells of a part that cannot be read, and leaves its output open.
  zip.on('error', (failure: Error) => zip.outputStream.emit('error', failure));
  return zip.outputStream;
}
