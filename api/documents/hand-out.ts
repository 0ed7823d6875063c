/** Documents that are made when somebody asks for them. */
import { download } from '../files/download.ts';
import { sha256 } from '../http/canonical.ts';
import type { Reply } from '../http/route.ts';

export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The answer that hands a document out. @param file its `id` is its name where a browser knows no other */
export function handOut(
  file: { readonly id: string; readonly name: string; readonly mime: string },
  content: Buffer,
): Reply {
  return download({ ...file, sha256: sha256(content) }, content);
}
