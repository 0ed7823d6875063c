import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, creditCodeOf, isCreditCode } from './credit-code.ts';

describe('credit codes (GB 32100-2015)', () => {
  it.each([
    '91350100M000100Y43',
    '91310115MA1K3AB128',
    '9131010957413114XP',
    // A law firm, a public institution, an association, a village collective, a ministry.
    ...['31310000425016', '12310000425000', '51310000501700', 'N2430102MF0123', '11100000000013']
      .map((begin) => begin.padEnd(17, '7'))
      .map((body) => body + checkDigit(body)),
  ])('takes %s', (code) => {
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
    '000000000000000000',
    // Check digits that are right, of a department, a kind, a place and an organisation that there are none of.
    ...['01310115MA1K3AB12', '98310115MA1K3AB12', '91990115MA1K3AB12', '91000000MA1K3AB12', '91310115000000000'].map(
      (body) => body + checkDigit(body),
    ),
  ])('refuses %s', (code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it('has a check digit for every code', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^9[123]43\d{4}M[0-9A-HJ-NPQRTUWXY]{7}X$/), (body) => {
        expect(isCreditCode(body + checkDigit(body))).toBe(true);
      }),
    );
  });

  it.each([
    '91310115ma1k3ab128',
    '９１３１０１１５ＭＡ１Ｋ３ＡＢ１２８',
    ' 9131 0115 MA1K 3AB1 28　',
    '91310115-MA1K3AB12-8',
  ])('SH-STORE-03.1 reads %s as it is kept', (typed) => {
    expect(creditCodeOf(typed)).toBe('91310115MA1K3AB128');
  });
});
