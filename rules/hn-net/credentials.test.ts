import { describe, expect, it } from 'vitest';
import type { Credentials } from './credentials.ts';
import {
  changedCredentials,
  credentialsOf,
  credentialTitle,
  expiredCredentials,
  groundsAgainst,
  nextExpiry,
} from './credentials.ts';
import { permit, personForm, proof, providerForm } from './provider.fixture.ts';
import type { ProviderForm } from './provider.ts';
import { checkRegistration, groundsOf } from './registration-check.ts';

const on = '2025-09-01';
const old = permit({ validUntil: '2025-08-31' });
const agency = (permits: ProviderForm['permits']) => providerForm({ trades: ['HUMAN_RESOURCES_AGENCY'], permits });
const of = (form: ProviderForm): Credentials => credentialsOf(form);

describe('the papers of a provider', () => {
  it('HN-NET-06.4 have expired when their last day is over', () => {
    expect(expiredCredentials(of(agency([old])), '2025-08-31')).toEqual([]);
    expect(expiredCredentials(of(agency([old])), on)).toEqual(['HUMAN_RESOURCES_AGENCY']);
    const person = of(personForm({ identityProof: proof({ validUntil: '2025-08-31' }) }));
    expect(expiredCredentials(person, on)).toEqual(['IDENTITY']);
    expect(credentialTitle('IDENTITY', 'NATURAL_PERSON').zh).toBe('居民身份证');
    expect(credentialTitle('HUMAN_RESOURCES_AGENCY', 'ENTERPRISE').zh).toBe('人力资源服务许可证');
  });

  it('HN-NET-06.4 name the next last day, from that day on', () => {
    expect(nextExpiry(of(agency([old])), '2025-08-31')).toBe('2025-08-31');
    expect(nextExpiry(of(agency([old])), on)).toBeNull();
    expect(nextExpiry(of(agency([permit()])), on)).toBe('2027-12-31');
  });

  it('HN-NET-06.4 count as the one of a trade that lasts longest: a permit that was replaced opens no task', () => {
    expect(expiredCredentials(of(agency([old, permit()])), on)).toEqual([]);
    expect(nextExpiry(of(agency([old, permit()])), on)).toBe('2027-12-31');
    expect(nextExpiry(of(agency([old, permit({ validUntil: null })])), on)).toBeNull();
  });

  it('HN-NET-06.3 give the grounds that the check of the form gives', () => {
    const forms = [
      providerForm(),
      agency([]),
      agency([old]),
      agency([old, permit()]),
      agency([permit({ fileId: null })]),
      agency([permit({ trade: 'LABOUR_DISPATCH' })]),
      personForm({ identityProof: proof({ validUntil: '2025-08-31' }) }),
    ];
    for (const form of forms) expect(groundsAgainst(of(form), on)).toEqual(groundsOf(checkRegistration(form, on)));
    expect(groundsAgainst(of(agency([])), on)).toEqual(['PERMIT_MISSING']);
  });

  it('HN-NET-06.1 stay as they were but for what is changed', () => {
    const before = of(agency([old]));
    expect(changedCredentials(before, {})).toEqual(before);
    expect(changedCredentials(before, { permits: [permit()] })).toEqual(of(agency([permit()])));
    expect(groundsAgainst(changedCredentials(before, { trades: [] }), on)).toEqual([]);
    const renewed = changedCredentials(before, { identityProof: proof({ validUntil: '2030-01-01' }) });
    expect(renewed.proofs).toEqual([
      { of: 'IDENTITY', validUntil: '2030-01-01' },
      { of: 'HUMAN_RESOURCES_AGENCY', validUntil: '2025-08-31' },
    ]);
  });

  it('HN-NET-15.7 hold neither name, number nor address', () => {
    expect(JSON.stringify(of(personForm()))).not.toMatch(/王芳|11010519491231002X|浏阳/);
  });
});
