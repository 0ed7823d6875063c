/** The typesetter of sheets, beside the thread that answers: a long timeline takes seconds of computing. */
import { Piscina } from 'piscina';
import type { ReportPage, SheetPage, SheetRequest } from './set-sheet.ts';

export type { ReportPage, ReportPiece, SheetPage } from './set-sheet.ts';

const LONGEST_MS = 60_000;

let threads: Piscina<SheetRequest, Uint8Array> | undefined;

/**
 * A sheet as PDF/A. The thread starts with the first sheet and ends when there is none for a while.
 * @param fontsFolder the operator's folder of fonts; none for those of the product alone
 * @throws Error if the typesetter fails, or takes more than a minute
 */
export function setSheet(page: SheetPage, fontsFolder: string | undefined): Promise<Buffer> {
  return set({ template: 'sheet.typ', page, fontsFolder });
}

/** A report as PDF/A; see {@link setSheet}. */
export function setReport(page: ReportPage, fontsFolder: string | undefined): Promise<Buffer> {
  return set({ template: 'report.typ', page, fontsFolder });
}

async function set(request: SheetRequest): Promise<Buffer> {
  threads ??= new Piscina<SheetRequest, Uint8Array>({
    filename: new URL('./set-sheet.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 60_000,
  });
  return Buffer.from(await threads.run(request, { signal: AbortSignal.timeout(LONGEST_MS) }));
}
