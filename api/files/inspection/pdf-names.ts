/** The names that stand in the objects of a PDF, read from its bytes without trusting how it says that they hang together. */
import { damaged } from './unfit.ts';

/** A name after its slash, with `#41` for a character as the format has it. */
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]+)/g;

/** The names in a piece of a PDF, without their slashes. */
export function namesIn(objects: string): Set<string> {
  const names = new Set<string>();
  for (const [, written] of objects.matchAll(NAME)) names.add(plainName(written ?? ''));
  return names;
}

function plainName(written: string): string {
  return written.replace(/#([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A stream of a PDF: what is said of it, and its bytes as they are stored. */
export interface PdfStream {
  readonly dictionary: string;
  readonly content: Buffer;
}

/** Longer than what any program says of a stream of objects. */
const LONGEST_DICTIONARY = 65_536;

/**
 * Every stream, found by the words around it: a table that leaves one out hides it from nobody, nor does another stream around it.
 * @throws Unfit for more streams than a document can have
 */
export function* streamsOf(content: Buffer): Generator<PdfStream> {
  let before = 0;
  let close = -1;
  let found = 0;
  for (let at = content.indexOf(STREAM); at >= 0; at = content.indexOf(STREAM, at + STREAM.length)) {
    const isEnd = content.subarray(at - 3, at).toString('latin1') === 'end';
    if (!isEnd) {
      const preceding = content.subarray(Math.max(before, at - LONGEST_DICTIONARY), at).toString('latin1');
      const start = startOf(content, at + STREAM.length);
      // Looked for once: it is the same for all that begin before it.
      if (close < start) close = endOf(content, start);
      found += 1;
      if (found > MOST_STREAMS) damaged();
      yield {
        dictionary: preceding.slice(Math.max(0, preceding.lastIndexOf(' obj'))),
        content: content.subarray(start, close),
      };
    }
    before = at + STREAM.length;
  }
}

const STREAM = Buffer.from('stream');
/** More than any document of 10 MB has. */
const MOST_STREAMS = 50_000;

/** Behind the word stands one end of a line. */
function startOf(content: Buffer, at: number): number {
  const line = content[at] === 13 ? at + 1 : at;
  return content[line] === 10 ? line + 1 : line;
}

function endOf(content: Buffer, start: number): number {
  const end = content.indexOf('endstream', start, 'latin1');
  return end < 0 ? content.length : end;
}
