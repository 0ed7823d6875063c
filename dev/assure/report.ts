/** What an examination says at its end. */
import type { PartResult } from './part.ts';

/** A block for each part: its figures, then what was found. */
export function tableOf(results: readonly PartResult[]): string {
  return results
    .map(({ part, findings, figures, seconds }) =>
      [
        '',
        `${part}: ${findings.length === 0 ? 'nothing found' : `${findings.length} found`}, ${Math.round(seconds)} s`,
        ...Object.entries(figures).map(([name, value]) => `  ${name.padEnd(24)}${value}`),
        ...findings.map((finding) => `  FOUND ${finding}`),
      ].join('\n'),
    )
    .join('\n');
}
