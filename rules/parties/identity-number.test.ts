import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../time/instant.ts';
import { identityCheckCharacter, isIdentityNumber } from './identity-number.ts';

const on = '2025-09-01';
const withCheck = (body: string) => body + identityCheckCharacter(body);

describe('identity numbers (GB 11643-1999)', () => {
  // 11010519491231002X is the specimen of the standard.
  it.each(['11010519491231002X', withCheck('43010420000229001')])('HN-NET-18.2 HN-NET-06.2 takes %s', (number) => {
    expect(isIdentityNumber(number, on)).toBe(true);
  });

  it.each([
    ['a wrong check character', '110105194912310021'],
    ['a small x', '11010519491231002x'],
    ['15 digits', '110105491231002'],
    ['a day of birth that does not exist', withCheck('43010420010229001')],
    ['a day of birth that lies ahead', withCheck('43010420250902001')],
    ['a day of birth in 1850', withCheck('43010418500101001')],
    ['a place that starts with 0', withCheck('03010420000229001')],
    ['nothing', ''],
  ])('HN-NET-18.2 refuses %s', (_, number) => {
    expect(isIdentityNumber(number, on)).toBe(false);
  });

  it('HN-NET-18.2 finds every single wrong digit', () => {
    const day = fc.integer({ min: 0, max: 45_000 }).map((n) => addDays('1900-01-01', n).replaceAll('-', ''));
    const body = fc.tuple(fc.constantFrom('430104', '430181', '310115'), day, fc.stringMatching(/^\d{3}$/));
    fc.assert(
      fc.property(body, fc.nat(16), fc.integer({ min: 1, max: 9 }), (parts, place, shift) => {
        const number = withCheck(parts.join(''));
        const other = String((Number(number[place]) + shift) % 10);
        expect(isIdentityNumber(number, on)).toBe(true);
        expect(isIdentityNumber(number.slice(0, place) + other + number.slice(place + 1), on)).toBe(false);
      }),
    );
  });
});
