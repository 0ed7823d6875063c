/** Sets letters, in a thread of its own: see `letter-setter.ts`. */
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts, type LetterFonts } from './fonts.ts';
import type { LetterPage } from './page.ts';

/** The middle of the room for a seal, in millimetres from the upper left corner of its page. */
export interface SealPlace {
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

/** A letter as PDF, as the typesetter hands it out. */
export interface SetLetter {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  readonly sealPlace: SealPlace;
}

export interface SetRequest {
  readonly page: LetterPage;
  /** The operator's folder of fonts. */
  readonly fontsFolder: string | undefined;
}

const template = readFileSync(new URL('./letter.typ', import.meta.url), 'utf8');

let opened:
  { readonly folder: string | undefined; readonly fonts: LetterFonts; readonly compiler: NodeCompiler } | undefined;

/** The fonts are read once a thread: they are large. */
function open(folder: string | undefined) {
  if (opened?.folder !== folder || opened === undefined) {
    const fonts = readFonts(folder);
    const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: [...fonts.files] }] });
    compiler.addSource('/letter.typ', template);
    opened = { folder, fonts, compiler };
  }
  return opened;
}

/** Sets one letter, or answers which of its characters no font has. The same page and fonts give the same bytes. */
export default function setLetter({
  page,
  fontsFolder,
}: SetRequest): SetLetter | { readonly missing: readonly string[] } {
  const { fonts, compiler } = open(fontsFolder);
  const missing = fonts.missingIn(wordsOf(page));
  if (missing.length > 0) return { missing };
  compiler.mapShadow('/letter.json', Buffer.from(JSON.stringify({ ...page, faces: fonts.faces })));
  const compiled = compiler.compile({ mainFilePath: '/letter.typ', resetRead: true });
  const { result } = compiled;
  if (result === null) throw new Error(`The letter cannot be set: ${faultsOf(compiler, compiled)}`);
  const pdf = new Uint8Array(compiler.pdf(result, { pdfStandard: 'a-2u' }));
  const [sealPlace] = compiler.query(result, { selector: '<seal>', field: 'value' }) as SealPlace[];
  if (sealPlace === undefined) throw new Error('The letter has no room for a seal.');
  compiler.evictCache(10);
  return { pdf, pageCount: result.numOfPages, sealPlace };
}

function faultsOf(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const fault = compiled.takeError();
  return fault === null ? 'no reason is known' : JSON.stringify(compiler.fetchDiagnostics(fault));
}

/** Every word that stands on the page. */
function wordsOf({ issuer, number, title, remark, to, blocks, dated, notes }: LetterPage): string {
  const body = blocks.flatMap((block) => (block.kind === 'table' ? [block.head, ...block.rows].flat() : [block.words]));
  return [issuer, number, title, remark ?? '', to, ...body, dated, ...notes].join('');
}
