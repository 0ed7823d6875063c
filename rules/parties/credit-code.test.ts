import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, isCreditCode } from './credit-code.ts';

describe('credit codes (GB 32100-2015)', () => {
  it.each(['91350100M000100Y43', '91310115MA1K3AB128', '9131010957413114XP'])('takes %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it('finds every single wrong character and every exchange of neighbours', () => {
    const code = '91350100M000100Y43';
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    for (let place = 0; place < 18; place += 1) {
      for (const other of alphabet.replace(code[place] ?? '', '')) {
        expect(isCreditCode(code.slice(0, place) + other + code.slice(place + 1))).toBe(false);
      }
      const swapped = code.slice(0, place) + (code[place + 1] ?? '') + (code[place] ?? '') + code.slice(place + 2);
      if (swapped !== code) expect(isCreditCode(swapped)).toBe(false);
    }
  });

  it.each([
    '',
    '91350100M000100Y4',
    '91350100M000100Y433',
    '91350100m000100y43',
    '91350100I000100Y43',
    '9135 0100M000100Y4',
  ])('refuses %s', (code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it('has a check digit for every code', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{17}$/), (body) => {
        expect(isCreditCode(body + checkDigit(body))).toBe(true);
      }),
    );
  });
});
