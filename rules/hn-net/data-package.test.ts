import { describe, expect, it } from 'vitest';
import type { Release } from './data-package.ts';
import { basisOf, checkRelease, packageFieldKeys, packageFields, packageRecipients } from './data-package.ts';

const toCourt: Release = {
  recipient: 'COURT',
  recipientName: '长沙市某区人民法院',
  legalBasis: '《民事诉讼法》第七十条',
  requestNumber: '(2025)湘01调字第1号',
  fields: ['providerName', 'licence', 'order'],
  purpose: null,
};
const lacking = (changes: Partial<Release>) => checkRelease({ ...toCourt, ...changes }).map(({ field }) => field);

describe('the data package for other channels', () => {
  it('HN-NET-21.4 goes to a court on a written request and a legal basis', () => {
    expect(lacking({})).toEqual([]);
    expect(lacking({ legalBasis: ' ', requestNumber: null })).toEqual(['legalBasis', 'requestNumber']);
    expect(lacking({ recipientName: '', fields: [] })).toEqual(['recipientName', 'fields']);
    expect(basisOf(toCourt)).toBe('《民事诉讼法》第七十条');
  });

  it('HN-NET-21.4 goes to the consumer by the measures themselves', () => {
    const toConsumer = { recipient: 'CONSUMER', legalBasis: null, requestNumber: null } as const;
    expect(lacking(toConsumer)).toEqual([]);
    expect(basisOf({ ...toCourt, ...toConsumer })).toBe('HN-NET 第十九条第四项');
  });

  it('HN-NET-08.5 goes to an authority on a written request', () => {
    expect(lacking({ recipient: 'AUTHORITY', legalBasis: null })).toEqual([]);
    expect(lacking({ recipient: 'AUTHORITY', requestNumber: null })).toEqual(['requestNumber']);
  });

  it('HN-NET-15.6 HN-NET-21.4 releases personal information only for a stated purpose', () => {
    expect(lacking({ fields: ['identityNumber'] })).toEqual(['purpose']);
    expect(lacking({ fields: ['identityNumber'], purpose: '确认被告身份' })).toEqual([]);
  });

  it('HN-NET-21.4 holds registration data and evidence, in both languages', () => {
    expect(new Set(packageFieldKeys.map((key) => packageFields[key].group))).toEqual(
      new Set(['REGISTRATION', 'EVIDENCE']),
    );
    for (const { title } of [...Object.values(packageFields), ...Object.values(packageRecipients)]) {
      expect(title.zh && title.en).toBeTruthy();
    }
  });
});
