/** What is taken away from the API: tables and documents, as whoever files them opens them. */
import { readXlsx } from 'hucre/xlsx';
import { extractText, getDocumentProxy } from 'unpdf';
import type { TestApi } from './harness.ts';

type Cells = readonly (readonly unknown[])[];

/** The rows of a workbook, the heads first. @throws Error if it is refused */
export async function tableTaken(api: TestApi, who: string, path: string): Promise<Cells> {
  const sheets = (await readXlsx(await taken(api, who, path))).sheets;
  return sheets[0]?.rows ?? [];
}

/** The words of a PDF, without the blanks that a reader of files puts between lines. @throws Error if it is refused */
export async function wordsTaken(api: TestApi, who: string, path: string): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(await taken(api, who, path)), { mergePages: true });
  return text.replace(/\s+/g, '');
}

async function taken(api: TestApi, who: string, path: string): Promise<Uint8Array> {
  const { headers } = await api.as(who);
  const answer = await fetch(`${api.baseUrl}${path}`, { headers });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}
