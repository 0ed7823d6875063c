import { describe, expect, it } from 'vitest';
import { permit, personForm, proof, providerForm } from './provider.fixture.ts';
import type { ProviderForm } from './provider.ts';
import { permitStatus, providerIdentity, providerKinds } from './provider.ts';
import { isRefusalReason, refusalReasonCodes, refusalReasons } from './refusal-reasons.ts';
import { checkRegistration, filingIssues, groundsOf } from './registration-check.ts';
import { regulatedTradeCodes, regulatedTrades } from './trades.ts';

const on = '2025-09-01';
const fieldsOf = (form: ProviderForm) => checkRegistration(form, on).map(({ field }) => field);

describe('who may be registered', () => {
  it.each(providerKinds)('HN-NET-01.2 registers a provider of the kind %s', (kind) => {
    const form = kind === 'NATURAL_PERSON' ? personForm() : providerForm({ kind });
    expect(checkRegistration(form, on)).toEqual([]);
    expect(providerIdentity[kind].title.zh && providerIdentity[kind].proof.en).toBeTruthy();
  });

  it('HN-NET-01.2 takes the identity card of a natural person in place of a licence', () => {
    expect(providerIdentity.NATURAL_PERSON.proof.zh).toBe('居民身份证');
    expect(fieldsOf(personForm({ identityNumber: '110105194912310021' }))).toEqual(['identityNumber']);
    expect(fieldsOf(personForm({ identityProof: null }))).toEqual(['identityProof']);
    expect(fieldsOf(personForm({ creditCode: '91350100M000100Y43' }))).toEqual(['creditCode']);
  });

  it('HN-NET-06.2 names everything that is missing, so that the form is not filed', () => {
    const blank = providerForm({
      name: ' ',
      creditCode: '91350100M000100Y44',
      identityProof: { fileId: ' ', link: null, validUntil: null },
      address: null,
      contactName: '',
      telephone: '无',
      email: 'a@b',
      broughtInBy: 'hn-dept-liuyang',
    });
    const issues = checkRegistration(blank, on);
    expect(filingIssues(issues)).toEqual(issues);
    expect(issues.map(({ field }) => field).sort()).toEqual(
      ['name', 'creditCode', 'identityProof', 'address', 'contactName', 'telephone', 'email', 'broughtInBy'].sort(),
    );
    expect(checkRegistration(providerForm({ address: ' ' }), on)).toMatchObject([
      { field: 'address', requirement: 'HN-NET-06.2', blocks: 'FILING', message: { zh: '请填写地址' } },
    ]);
  });

  it('HN-NET-16.7 asks which platform brings the provider in', () => {
    expect(checkRegistration(providerForm({ broughtInBy: 'elsewhere' }), on)).toMatchObject([
      { field: 'broughtInBy', requirement: 'HN-NET-16.7' },
    ]);
  });
});

describe('permits', () => {
  it('HN-NET-06.3 refuses a human-resources agency without its permit', () => {
    const issues = checkRegistration(providerForm({ trades: ['HUMAN_RESOURCES_AGENCY'] }), on);
    expect(issues).toMatchObject([{ field: 'permits', requirement: 'HN-NET-06.3', blocks: 'REGISTRATION' }]);
    expect(issues[0]?.message.zh).toContain('人力资源服务许可证');
    expect(filingIssues(issues)).toEqual([]);
    expect(groundsOf(issues)).toEqual(['PERMIT_MISSING']);
  });

  it('HN-NET-06.3 takes the permit of the trade, as a file or a link, while it is valid', () => {
    const agency = (permits: ProviderForm['permits']) =>
      checkRegistration(providerForm({ trades: ['HUMAN_RESOURCES_AGENCY'], permits }), on);
    expect(agency([permit()])).toEqual([]);
    expect(agency([permit({ fileId: null, link: 'https://example.com/1' })])).toEqual([]);
    expect(agency([permit({ validUntil: '2025-08-31' }), permit()])).toEqual([]);
    expect(groundsOf(agency([permit({ trade: 'LABOUR_DISPATCH' })]))).toEqual(['PERMIT_MISSING']);
    expect(groundsOf(agency([permit({ fileId: null })]))).toEqual(['PERMIT_MISSING']);
    expect(groundsOf(agency([permit({ validUntil: '2025-08-31' })]))).toEqual(['PERMIT_INVALID']);
    expect(filingIssues(agency([permit({ number: '' })]))).toHaveLength(1);
  });

  it('HN-NET-06.3 lists the trades that need one, with the law that demands it', () => {
    expect(regulatedTradeCodes).toHaveLength(11);
    for (const code of regulatedTradeCodes) {
      const { trade, permit: needed, law } = regulatedTrades[code];
      expect(trade.zh && trade.en && needed.zh && needed.en && law.en, code).toBeTruthy();
      expect(law.zh, code).toMatch(/^《.+》$/);
    }
  });

  it('HN-NET-06.4 holds a permit valid through its last day', () => {
    expect(permitStatus(proof({ validUntil: on }), on)).toBe('VALID');
    expect(permitStatus(proof({ validUntil: '2025-08-31' }), on)).toBe('EXPIRED');
    expect(permitStatus(proof(), on)).toBe('VALID');
  });

  it('HN-NET-06.2 finds an expired licence or card', () => {
    const expired = proof({ validUntil: '2025-08-31' });
    for (const form of [providerForm({ identityProof: expired }), personForm({ identityProof: expired })]) {
      expect(groundsOf(checkRegistration(form, on))).toEqual(['IDENTITY_INVALID']);
    }
  });
});

describe('refusals', () => {
  it('HN-NET-05.1 knows the grounds of the fixed list and no other', () => {
    expect(refusalReasonCodes).toHaveLength(12);
    expect(isRefusalReason('PERMIT_MISSING')).toBe(true);
    for (const other of ['', 'COMPETITOR', 'permit_missing', 'toString']) expect(isRefusalReason(other)).toBe(false);
    for (const { title, clause, requirement } of Object.values(refusalReasons)) {
      expect(clause).toMatch(/^HN-NET 第.+条/);
      expect(requirement).toMatch(/^HN-NET-\d\d\.\d+$/);
      expect(title.zh && title.en).toBeTruthy();
    }
  });
});
