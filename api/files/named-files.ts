import type { Access } from '../abilities.ts';
import type { ApiContext } from '../context.ts';
import { InvalidInput, type FieldFault } from '../http/problem.ts';
import { text } from '../../rules/text.ts';
import type { Reader } from '../reader.ts';
import { findFile, isFileKey, mayRead } from './kept-files.ts';

/**
 * Sees to it that every file an input names is there, stays, and may be read by who names it; otherwise a person could make a file of
 * another their own by putting its id into a form.
 * @throws InvalidInput naming each field
 */
export async function requireFiles(
  context: ApiContext,
  reader: Reader,
  access: Access,
  caseId: string,
  input: unknown,
): Promise<void> {
  const named = namedFiles(input);
  if (named.length === 0) return;
  const faults: FieldFault[] = [];
  for (const [field, id] of named) {
    const file = await findFile(context.database, id);
    if (file === null || !(await mayRead(context.database, reader, access, file, caseId))) {
      faults.push({
        field,
        message: text(
          '没有这个文件，或您无权使用，请重新上传。',
          'There is no such file for you to use; upload it again.',
        ),
      });
    }
  }
  if (faults.length > 0) throw new InvalidInput(faults);
  // Before the case hears of them: one that it refuses is kept for nothing, one that it takes must not be removed.
  await context.database.file.updateMany({
    where: { id: { in: named.map(([, id]) => id) }, usedAt: null },
    data: { usedAt: new Date() },
  });
}

/** Ids of files in an input with their paths: strings of our form, wherever they stand. */
export function namedFiles(input: unknown, path: readonly string[] = []): [field: string, id: string][] {
  if (typeof input === 'string') return isFileField(path, input) ? [[path.join('.'), input]] : [];
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([key, part]) => namedFiles(part, [...path, key]));
}

/**
 * Fields are called `fileId` or `fileIds.0`, or end so, and all below `files` are some; below `materials`, where texts stand among the files, what looks like
 * one is one. As `FILE_FIELDS` says it of what is stored.
 */
function isFileField(path: readonly string[], value: string): boolean {
  const names = path.filter((part) => !/^\d+$/.test(part));
  if (names.includes('files') || /(^f|F)ileIds?$/.test(names.at(-1) ?? '')) return true;
  return names.includes('materials') && isFileKey(value);
}
