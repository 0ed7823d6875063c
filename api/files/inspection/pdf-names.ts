/** The names that stand in the objects of a PDF, read from its bytes without trusting how it says that they hang together. */

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

/** Every stream, found by the words around it: a table that leaves one out hides it from nobody. */
export function* streamsOf(content: Buffer): Generator<PdfStream> {
  let end = 0;
  for (let at = content.indexOf('stream', 0, 'latin1'); at >= 0; at = content.indexOf('stream', at + 6, 'latin1')) {
    const isEnd = content.subarray(at - 3, at).toString('latin1') === 'end';
    if (isEnd) end = at + 6;
    else {
      const before = content.subarray(Math.max(end, at - LONGEST_DICTIONARY), at).toString('latin1');
      const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
      const start =
        at + 6 + (content[at + 6] === 13 ? 1 : 0) + (content[at + 6] === 10 || content[at + 7] === 10 ? 1 : 0);
      const close = content.indexOf('endstream', start, 'latin1');
      yield { dictionary, content: content.subarray(start, close < 0 ? content.length : close) };
    }
  }
}
