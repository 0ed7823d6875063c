/** Unified social credit codes: 18 characters, the last one a check digit (GB 32100-2015). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** True for a code whose check digit is right. */
export function isCreditCode(code: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && code[17] === checkDigit(code.slice(0, 17));
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
