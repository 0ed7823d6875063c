import { describe, expect, it } from 'vitest';
import { hnNetValues } from '../../../rules/hn-net/config.ts';
import { permit, personForm, proof, providerForm } from '../../../rules/hn-net/provider.fixture.ts';
import type { ProviderForm } from '../../../rules/hn-net/provider.ts';
import { at, person } from '../../../test/support/engine-samples.ts';
import type { Filed, FoundCase, FoundEntry } from '../../engine/intake.ts';
import { providerRegistrationIntake as intake } from './intake.ts';
import { refusalOf } from '../../../rules/refusal.fixture.ts';

const party = '91350100M000100Y43';

function file(changes: Partial<ProviderForm> = {}, more: Partial<Filed<never>> = {}) {
  const form = intake.form.parse(providerForm(changes));
  return intake.file({
    form,
    filer: person('u-1', { role: 'provider', party }),
    party,
    filerName: '李明',
    now: at('2025-03-03 10:00'),
    rules: hnNetValues(),
    entries: [],
    cases: [],
    ...more,
  });
}

function found(changes: Partial<FoundCase> = {}): FoundCase {
  return {
    id: 'reg-7',
    kind: 'providerRegistration',
    subject: party,
    about: null,
    stage: 'REGISTERED',
    isOpen: true,
    ...changes,
  };
}

describe('filing a registration', () => {
  it('HN-NET-06.2 HN-NET-16.7 goes to the platform that brings the provider in, in codes and days alone', () => {
    const filing = file({ trades: ['HUMAN_RESOURCES_AGENCY'], permits: [permit()] });
    expect(filing).toEqual({
      subject: party,
      title: '浏阳启航企业服务有限公司',
      parties: { provider: [party] },
      body: { bodyId: 'hn-liuyang', region: 'HN/CHANGSHA/LIUYANG' },
      about: `offering:${party}`,
      opening: {
        kind: 'ENTERPRISE',
        credentials: {
          trades: ['HUMAN_RESOURCES_AGENCY'],
          proofs: [
            { of: 'IDENTITY', validUntil: null },
            { of: 'HUMAN_RESOURCES_AGENCY', validUntil: '2027-12-31' },
          ],
        },
        services: ['S1'],
        broughtInBy: 'hn-liuyang',
        operates: null,
        leftBefore: null,
      },
    });
  });

  it('HN-NET-06.2 refuses a form without address, licence or contact', () => {
    for (const field of ['address', 'identityProof', 'contactName', 'telephone', 'email', 'services', 'name']) {
      const { success, error } = intake.form.safeParse({ ...providerForm(), [field]: undefined });
      expect(success, field).toBe(false);
      expect(error?.issues[0]?.path, field).toEqual([field]);
    }
    expect(intake.form.safeParse({ ...providerForm(), address: ' ' }).success).toBe(false);
    expect(intake.form.safeParse(providerForm({ identityProof: proof({ fileId: null }) })).success).toBe(false);
    expect(intake.form.safeParse({ ...providerForm(), more: 1 }).success).toBe(false);
  });

  it('HN-NET-01.2 takes the identity card of a natural person in place of a licence', () => {
    const form = intake.form.parse(personForm());
    const filed = { form, party: 'person:u-1', filer: person('u-1', { role: 'provider', party: 'person:u-1' }) };
    expect(file({}, filed as never)).toMatchObject({ subject: 'person:u-1', opening: { kind: 'NATURAL_PERSON' } });
    const wrong = intake.form.parse(personForm({ identityNumber: '110105194912310021' }));
    expect(refusalOf(() => file({}, { ...filed, form: wrong } as never)).details.field).toBe('identityNumber');
    // Neither for an organisation under the account of a person, nor the other way round.
    expect(refusalOf(() => file({}, { form } as never)).details.field).toBe('kind');
    expect(refusalOf(() => file({}, { party: 'person:u-1' })).details.field).toBe('creditCode');
  });

  it('HN-NET-06.2 is for the organisation that the account acts for', () => {
    const refusal = refusalOf(() => file({ creditCode: '91310115MA1K3AB128' }));
    expect([refusal.code, refusal.details.field]).toEqual(['INVALID_INPUT', 'creditCode']);
    expect(refusalOf(() => file({ creditCode: '91350100M000100Y44' })).details).toMatchObject({
      field: 'creditCode',
      facts: { requirement: 'HN-NET-06.2' },
    });
  });

  it('HN-NET-05.5 links a provider from another city to the window that brought it in', () => {
    expect(file({ address: '广州市天河区某路8号', broughtInBy: 'hn-changsha-machinery' }).body.bodyId).toBe(
      'hn-changsha-machinery',
    );
    expect(file({ broughtInBy: 'hn-hub' }).body).toEqual({ bodyId: 'hn-hub', region: 'HN' });
    for (const broughtInBy of ['hn-dept-changsha', 'elsewhere']) {
      expect(() => file({ broughtInBy }), broughtInBy).toThrow('no such platform');
    }
    expect(intake.form.safeParse(providerForm({ broughtInBy: '' })).success).toBe(false);
  });

  it('HN-NET-01.5 is asked of the operator of a window as of any other', () => {
    expect(file({ operates: 'hn-liuyang' }).opening).toMatchObject({ operates: 'hn-liuyang' });
    expect(() => file({ operates: 'hn-dept-changsha' })).toThrow('no such platform');
  });

  it('HN-NET-06.3 takes a form without a permit: the review refuses it or asks for the permit', () => {
    expect(file({ trades: ['HUMAN_RESOURCES_AGENCY'] }).opening).toMatchObject({
      credentials: { trades: ['HUMAN_RESOURCES_AGENCY'] },
    });
  });

  it('HN-NET-04.1 takes a service without a handling time, and no two of one code', () => {
    const [service] = providerForm().services;
    const bare = { ...service, items: {} };
    const { services } = intake.form.parse({ ...providerForm(), services: [bare] });
    expect(services[0]?.items.handlingTime).toBeNull();
    expect(intake.form.safeParse({ ...providerForm(), services: [service, service] }).success).toBe(false);
  });

  it('HN-NET-06.1 is open once on the whole network', () => {
    expect(intake.lookUp?.(intake.form.parse(providerForm()), party)).toEqual({
      registers: ['hn-net.windows'],
      entries: [{ register: 'hn-net.providers', party }],
      cases: [{ kind: 'providerRegistration', subject: party }],
    });
    const { code, details } = refusalOf(() => file({}, { cases: [found({ isOpen: false }), found()] }));
    expect([code, details.facts]).toEqual(['ALREADY_OPEN', { caseId: 'reg-7', stage: 'REGISTERED' }]);
    expect(file({}, { cases: [found({ isOpen: false, stage: 'REFUSED' })] }).subject).toBe(party);
  });

  it('HN-NET-05.1 HN-NET-25.3 is open to one who left before, with the reason put before the reviewer', () => {
    const entry: FoundEntry = {
      register: 'hn-net.providers',
      party,
      name: '浏阳启航企业服务有限公司',
      status: 'DEREGISTERED',
      bodyId: 'hn-liuyang',
      region: 'HN/CHANGSHA/LIUYANG',
      data: { deregisteredFor: 'QUALIFICATION_CANCELLED' },
    };
    expect(file({}, { entries: [entry] }).opening).toMatchObject({ leftBefore: 'QUALIFICATION_CANCELLED' });
  });
});
