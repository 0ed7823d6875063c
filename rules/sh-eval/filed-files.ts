/** The files of a filing with the places they stand in, and what is wrong with their form (SH-EVAL-13.3, 13.5). */
import type { AssessmentFiling } from './form.ts';
import { bodyFault, scanFault, type FormatFault } from './formats.ts';
import { materials, type FiledMaterials, type MaterialKey } from './materials.ts';

/** A file of a filing. */
export interface FiledFile {
  readonly key: MaterialKey;
  /** Path into the filing, e.g. `materials.fees.0`. */
  readonly field: string;
  readonly fileId: string;
}

const LISTS = [
  'licence',
  'honours',
  'recognition',
  'fees',
  'premises',
  'equipment',
  'projects',
  'certification',
  'benefitAudit',
] as const;

/** Every file of a filing, each with the line of the checklist that it belongs to. */
export function filedFiles(filed: FiledMaterials): FiledFile[] {
  const listed = (key: MaterialKey, at: string, ids: readonly string[]): FiledFile[] =>
    ids.map((fileId, index) => ({ key, field: `materials.${at}.${index}`, fileId }));
  const single = (key: MaterialKey, at: string, fileId: string | null): FiledFile[] =>
    fileId === null ? [] : [{ key, field: `materials.${at}`, fileId }];
  return [
    ...single('report', 'report.pdf', filed.report.pdf),
    ...single('report', 'report.word', filed.report.word),
    ...LISTS.flatMap((key) => listed(key, key, filed[key])),
    ...listed('fees', 'feeExplanation', filed.feeExplanation),
    ...listed('staff', 'staff.slips', filed.staff.slips),
    ...listed('staff', 'staff.copies', filed.staff.copies),
    ...filed.agreements.flatMap(({ fileIds }, index) => listed('agreements', `agreements.${index}.fileIds`, fileIds)),
    ...filed.accounts.flatMap(({ fileIds }, index) => listed('accounts', `accounts.${index}.fileIds`, fileIds)),
    ...listed('served', 'served.fileIds', filed.served.fileIds),
    ...single('commitment', 'commitment.fileId', filed.commitment.fileId),
  ];
}

/** What is wrong with the form of the files. @param nameOf the name under which a file was uploaded, by its id */
export function formatFaults(
  filing: Pick<AssessmentFiling, 'materials'>,
  nameOf: (fileId: string) => string,
): FormatFault[] {
  return filedFiles(filing.materials).flatMap(({ key, field, fileId }) => {
    const file = { field, name: nameOf(fileId) };
    if (key === 'report') return bodyFault(file, field.endsWith('.pdf') ? 'pdf' : 'word') ?? [];
    return materials[key].form === 'SCAN' ? (scanFault(file) ?? []) : [];
  });
}
