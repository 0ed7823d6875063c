import { describe, expect, it } from 'vitest';
import type { FoundCase } from '../../engine/intake.ts';
import { hnNetValues } from '../../../rules/hn-net/config.ts';
import { consumerRegistrationInputs } from './input.ts';
import { consumerRegistrationIntake } from './intake.ts';
import { consumerRegistration } from './contract.ts';
import { at, person } from '../../../test/support/engine-samples.ts';

const individual = {
  kind: 'INDIVIDUAL',
  name: '王芳',
  identityNumber: '11010519491231002x',
  consent: true,
  address: '长沙市某路2号',
  telephone: '13800000000',
};
const organisation = {
  kind: 'ORGANISATION',
  name: '长沙某某有限公司',
  creditCode: '91350100M000100Y43',
  address: '长沙市某路2号',
  email: 'office@example.com',
  consent: true,
};
const { form } = consumerRegistrationIntake;

function file(filed: object, party = 'person:u-7', cases: readonly FoundCase[] = []) {
  return consumerRegistrationIntake.file({
    form: form.parse(filed),
    filer: person('u-7', { role: 'consumer', party }),
    party,
    filerName: '王芳',
    now: at('2025-09-26 10:00'),
    rules: hnNetValues(),
    entries: [],
    cases,
  });
}

function refusalOf(filed: object, party?: string, cases?: readonly FoundCase[]): unknown {
  try {
    file(filed, party, cases);
  } catch (refusal) {
    return refusal;
  }
  return null;
}

const earlier = (isOpen: boolean): FoundCase => ({
  id: 'con-1',
  kind: 'consumerRegistration',
  subject: 'person:u-7',
  about: null,
  stage: isOpen ? 'REGISTERED' : 'CLOSED',
  isOpen,
});

describe('filing the registration of a consumer', () => {
  it('HN-NET-01.3 HN-NET-18.1 takes an individual and an organisation, free, at the hub unless another platform is named', () => {
    expect(file(individual)).toEqual({
      subject: 'person:u-7',
      title: '王芳',
      parties: { consumer: ['person:u-7'] },
      body: { bodyId: 'hn-hub', region: 'HN' },
      opening: { kind: 'INDIVIDUAL', platform: 'hn-hub' },
    });
    expect(file({ ...organisation, platform: 'hn-liuyang' }, '91350100M000100Y43')).toMatchObject({
      subject: '91350100M000100Y43',
      body: { bodyId: 'hn-liuyang', region: 'HN/CHANGSHA/LIUYANG' },
    });
    expect(form.safeParse({ ...individual, fee: 10 }).success).toBe(false);
    expect(consumerRegistration.intake).toEqual({ by: ['consumer'] });
  });

  it('HN-NET-18.2 answers 422 at the contact when none is given', () => {
    const { telephone, ...without } = individual;
    expect(telephone).toBe('13800000000');
    for (const filed of [without, { ...individual, telephone: ' ' }, { ...individual, telephone: null }]) {
      expect(refusalOf(filed)).toMatchObject({
        code: 'INVALID_INPUT',
        details: { field: 'telephone', facts: { requirement: 'HN-NET-18.2' } },
      });
    }
  });

  it('HN-NET-18.2 names every field that is missing or not true', () => {
    expect(refusalOf({ ...individual, identityNumber: '110105194912310021', address: null })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { field: 'identityNumber', facts: { more: ['address'] } },
    });
    expect(refusalOf({ ...organisation, creditCode: null })).toMatchObject({ details: { field: 'creditCode' } });
    expect(refusalOf({ ...individual, platform: 'hn-dept-changsha' })).toMatchObject({
      details: { field: 'platform' },
    });
    expect(form.safeParse({ ...individual, kind: 'WINDOW' }).success).toBe(false);
    expect(form.safeParse({ ...individual, address: 'x'.repeat(201) }).success).toBe(false);
  });

  it('HN-NET-18.2 XC-05.5 lets an account of an organisation register that organisation alone', () => {
    const other = '91430102MA4L8XK93A';
    expect(refusalOf(organisation, other)).toMatchObject({ details: { field: 'creditCode' } });
    expect(refusalOf(individual, other)).toMatchObject({ details: { field: 'kind' } });
    expect(file(organisation)).toMatchObject({ subject: 'person:u-7', opening: { kind: 'ORGANISATION' } });
  });

  it('HN-NET-18.1 registers a party once at a time, and anew after it has closed', () => {
    expect(consumerRegistrationIntake.lookUp?.(form.parse(individual), 'person:u-7')).toEqual({
      registers: ['hn-net.windows'],
      cases: [{ kind: 'consumerRegistration', subject: 'person:u-7' }],
    });
    expect(refusalOf(individual, 'person:u-7', [earlier(true)])).toMatchObject({
      code: 'ALREADY_OPEN',
      details: { facts: { caseId: 'con-1' } },
    });
    expect(refusalOf(individual, 'person:u-7', [earlier(false)])).toBeNull();
  });

  it('HN-NET-18.2 XC-05.1 schemas ask for items, grounds of the list and reasons', () => {
    const { requestCorrection, endRegistration } = consumerRegistrationInputs;
    expect(requestCorrection.safeParse({ items: [], reason: '空号。' }).success).toBe(false);
    expect(requestCorrection.safeParse({ items: ['email', 'email'], reason: '空号。' }).success).toBe(false);
    expect(requestCorrection.safeParse({ items: ['email'] }).success).toBe(false);
    expect(endRegistration.safeParse({ ground: 'COMPETITOR', reason: '—' }).success).toBe(false);
  });
});
