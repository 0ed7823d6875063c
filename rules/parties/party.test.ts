import { describe, expect, it } from 'vitest';
import { contactKey, isPartyKey, organisationKey, partyId, partyKind, personKey, unitKey } from './party.ts';

describe('the key of a party', () => {
  it.each([
    [organisationKey('91350100M000100Y43'), '91350100M000100Y43', 'ORGANISATION', '91350100M000100Y43'],
    [personKey('u-17'), 'person:u-17', 'PERSON', 'u-17'],
    [unitKey('hn-changsha'), 'unit:hn-changsha', 'UNIT', 'hn-changsha'],
    [contactKey('c.8'), 'contact:c.8', 'CONTACT', 'c.8'],
  ])('HN-NET-01.2 HN-NET-01.3 HN-NET-18.2 tells what %s stands for', (key, written, kind, id) => {
    expect(key).toBe(written);
    expect(partyKind(key)).toBe(kind);
    expect(partyId(key)).toBe(id);
    expect(isPartyKey(key)).toBe(true);
  });

  it.each(['', 'person:', 'unit', 'store:7', 'person:a b', '91350100m000100y43', 'person:unit:a', '9135'])(
    'HN-NET-01.2 takes "%s" for no party',
    (candidate) => {
      expect(isPartyKey(candidate)).toBe(false);
      expect(() => partyKind(candidate)).toThrow(RangeError);
    },
  );

  it('HN-NET-01.2 makes no key of what cannot be read back', () => {
    expect(() => organisationKey('9135')).toThrow(RangeError);
    expect(() => personKey('')).toThrow(RangeError);
    expect(() => unitKey('hn:hub')).toThrow(RangeError);
  });
});
