import { SaxesParser } from 'saxes';
import { damaged } from './unfit.ts';

/** Attributes of an element by their names without prefix. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * Reads a small XML part and tells of each element. A document type has no place in an Office file and could pull in more.
 * @throws Unfit for a part that cannot be read
 */
export function readElements(content: Buffer, element: (name: string, attributes: Attributes) => void): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('doctype', damaged);
  parser.on('error', damaged);
  parser.on('opentag', ({ name, attributes }) => {
    const local = Object.entries(attributes).map(([key, value]) => [localName(key), value]);
    element(localName(name), Object.fromEntries(local) as Attributes);
  });
  parser.write(xmlText(content)).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The characters of a part, which is in UTF-8 or UTF-16 as Office has it. @throws Unfit for any other encoding */
export function xmlText(content: Buffer): string {
  const encoding = encodingOf(content);
  try {
    const read = new TextDecoder(encoding, { fatal: true }).decode(content);
    const declared = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/i.exec(read)?.[1];
    if (declared !== undefined && !/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(declared)) damaged();
    return read;
  } catch {
    return damaged();
  }
}

function encodingOf(content: Buffer): string {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}
