/** Unified social credit codes: 18 characters, the last one a check digit (GB 32100-2015). */
import { codeOf } from '../typed.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * What the first two characters can be, the department of the registration and the kind of organisation there (GB 32100-2015 with its
 * amendment of 2021): 1 institutions, 2 foreign affairs, 3 justice, 4 culture, 5 civil affairs, 6 tourism, 7 religion, 8 trade unions, 9 market
 * supervision, A military, N agriculture, Y others.
 */
const KINDS = /^(1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)/;

/** The place of the registration (GB/T 2260): the country as a whole or a province, city and county. */
const PLACES = /^..(10|1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)\d{4}/;

/** An organisation code of one and the same character was never given to anybody. */
const SAME = /^.{8}(.)\1{8}/;

/** True for a code that can have been given: made as the standard says, with its right check digit. */
export function isCreditCode(code: string): boolean {
  return (
    /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) &&
    KINDS.test(code) &&
    PLACES.test(code) &&
    !SAME.test(code) &&
    code[17] === checkDigit(code.slice(0, 17))
  );
}

/** A code as it is kept, whatever its width and case, and with blanks or dashes between its parts. */
export function creditCodeOf(typed: string): string {
  return codeOf(typed)
    .replace(/[-‐‑–—－]/g, '')
    .toUpperCase();
}

/** The check digit of the first 17 characters: weights are the powers of 3 modulo 31. */
export function checkDigit(body: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}
