import { codeOf } from '../typed.ts';
import type { Day } from '../time/instant.ts';
import { dayNumber } from '../time/instant.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/**
 * True for a citizen identity number that can exist (GB 11643-1999): six digits of the place, the day of birth, three
 * of order, and the check character, a capital X for ten. The day of birth must not lie after `on`, a Shanghai day.
 * Says nothing on whether the number was ever given to anybody.
 */
export function isIdentityNumber(identityNumber: string, on: Day): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(identityNumber)) return false;
  if (identityNumber[17] !== identityCheckCharacter(identityNumber.slice(0, 17))) return false;
  const born = bornOn(identityNumber);
  return born !== null && born >= '1900-01-01' && born <= on;
}

/** A number as it is kept, whatever its width, with a capital X and without blanks. */
export function identityNumberOf(typed: string): string {
  return codeOf(typed).toUpperCase();
}

/** The check character of the first 17 digits. */
export function identityCheckCharacter(body: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return checkCharacters[sum % 11] ?? '';
}

function bornOn(identityNumber: string): Day | null {
  const day = `${identityNumber.slice(6, 10)}-${identityNumber.slice(10, 12)}-${identityNumber.slice(12, 14)}`;
  try {
    dayNumber(day);
    return day;
  } catch {
    return null;
  }
}
