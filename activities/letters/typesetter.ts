/** Typst in the thread that loads this: a template, what stands on the page as JSON, and the PDF that comes of it. */
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts, type LetterFonts } from './fonts.ts';

/** A document as PDF/A, and what its template says of it under a label. */
export interface Typeset {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  /** The values that the template has put under the label, e.g. `<seal>`. */
  readonly labelled: (label: string) => readonly unknown[];
}

export interface Typesetter {
  readonly fonts: LetterFonts;
  /** Sets a page that the template reads from `page.json`. The same page and fonts give the same bytes. */
  set(page: object): Typeset;
}

const opened = new Map<string, Typesetter>();

/**
 * The typesetter for a template of this folder; the fonts are read once a thread, because they are large.
 * @param template name of its file, e.g. `letter.typ`
 * @param fontsFolder the operator's folder of fonts
 */
export function typesetter(template: string, fontsFolder: string | undefined): Typesetter {
  const key = JSON.stringify([template, fontsFolder ?? null]);
  const found = opened.get(key) ?? open(template, fontsFolder);
  opened.set(key, found);
  return found;
}

function open(template: string, fontsFolder: string | undefined): Typesetter {
  const fonts = readFonts(fontsFolder);
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: [...fonts.files] }] });
  compiler.addSource('/page.typ', readFileSync(new URL(`./${template}`, import.meta.url), 'utf8'));
  return {
    fonts,
    set(page) {
      compiler.mapShadow('/page.json', Buffer.from(JSON.stringify({ ...page, faces: fonts.faces })));
      const compiled = compiler.compile({ mainFilePath: '/page.typ', resetRead: true });
      const { result } = compiled;
      if (result === null) throw new Error(`${template} cannot be set: ${faultsOf(compiler, compiled)}`);
      const pdf = new Uint8Array(compiler.pdf(result, { pdfStandard: 'a-2u' }));
      const labelled = (label: string) => compiler.query(result, { selector: label, field: 'value' }) as unknown[];
      const set = { pdf, pageCount: result.numOfPages, labelled };
      compiler.evictCache(10);
      return set;
    },
  };
}

function faultsOf(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const fault = compiled.takeError();
  return fault === null ? 'no reason is known' : JSON.stringify(compiler.fetchDiagnostics(fault));
}
