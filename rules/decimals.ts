/**
 * Half up, at so many decimals, as it is reckoned on paper. Decimals that were added up in another order differ in their sixteenth digit; a half stays a half
 * all the same, so that equal marks come to equal totals (AH-EVAL-07.1, SH-EVAL-08.1, HN-BASE-03.3).
 */
export function roundedTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(Number((value * scale).toPrecision(DIGITS))) / scale;
}

/** As many as every sum of marks has for certain. */
const DIGITS = 12;
