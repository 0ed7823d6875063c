import { describe, expect, it } from 'vitest';
import type { ConsumerForm } from './consumer.ts';
import { checkConsumer, checkContact, consumerMay } from './consumer.ts';

const on = '2025-09-01';

const individual: ConsumerForm = {
  kind: 'INDIVIDUAL',
  name: '王芳',
  creditCode: null,
  identityNumber: '11010519491231002X',
  address: '长沙市某路2号',
  telephone: '13800000000',
  email: null,
};
const organisation: ConsumerForm = {
  ...individual,
  kind: 'ORGANISATION',
  name: '长沙某某有限公司',
  creditCode: '91350100M000100Y43',
  identityNumber: null,
};

const fieldsOf = (form: ConsumerForm) => checkConsumer(form, on).map(({ field }) => field);

describe('the registration of a consumer', () => {
  it('HN-NET-01.3 takes an organisation and an individual', () => {
    expect(checkConsumer(individual, on)).toEqual([]);
    expect(checkConsumer(organisation, on)).toEqual([]);
  });

  it('HN-NET-18.1 is voluntary: browsing and complaints need none, evaluations and return visits do', () => {
    for (const act of ['BROWSE', 'REQUEST_SERVICE', 'COMPLAIN', 'APPLY_FOR_MEDIATION'] as const) {
      expect(consumerMay(act, null), act).toBe(true);
    }
    for (const act of ['EVALUATE', 'RETURN_VISIT'] as const) {
      expect(consumerMay(act, null), act).toBe(false);
      expect(consumerMay(act, 'CLOSED'), act).toBe(false);
      expect(consumerMay(act, 'REGISTERED'), act).toBe(true);
    }
  });

  it('HN-NET-18.2 asks for a contact', () => {
    expect(checkConsumer({ ...individual, telephone: ' ' }, on)).toMatchObject([
      { field: 'telephone', requirement: 'HN-NET-18.2' },
    ]);
    expect(fieldsOf({ ...individual, telephone: null, email: 'wang@example.com' })).toEqual([]);
    expect(fieldsOf({ ...individual, telephone: '1', email: 'wang' })).toEqual(['telephone', 'email']);
  });

  it('HN-NET-18.2 checks a new contact by itself', () => {
    const { address, telephone } = individual;
    expect(checkContact({ address, telephone, email: null })).toEqual([]);
    expect(checkContact({ address: ' ', telephone: null, email: null }).map(({ field }) => field)).toEqual([
      'address',
      'telephone',
    ]);
  });

  it('HN-NET-18.2 asks for the true identity and address of a person or unit', () => {
    expect(fieldsOf({ ...individual, identityNumber: '110105194912310021' })).toEqual(['identityNumber']);
    expect(fieldsOf({ ...organisation, creditCode: null })).toEqual(['creditCode']);
    expect(fieldsOf({ ...organisation, name: '', address: null })).toEqual(['name', 'address']);
  });
});
