/** Titles, qualifications and media reports of a year, as its summary proves them (AH-EVAL-02.15, 02.16). */
import { text } from '../text.ts';

export const titleLevels = {
  NATIONAL: text('国家级', 'National'),
  PROVINCIAL: text('省级', 'Provincial'),
  CITY: text('市级', 'City'),
} as const;

export type TitleLevel = keyof typeof titleLevels;

/** Titles that count: those of provincial level or above. */
export function countedTitles(levels: readonly TitleLevel[]): number {
  return levels.filter((level) => level !== 'CITY').length;
}

/** Reports that count: those with a link by which they are found. */
export function countedReports(reports: readonly { readonly link?: string | undefined }[]): number {
  return reports.filter(({ link }) => link !== undefined).length;
}
