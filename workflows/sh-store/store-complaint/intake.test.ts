import { describe, expect, it } from 'vitest';
import { at, SUBJECT } from '../../../test/support/engine-samples.ts';
import {
  BUYER,
  CALLER,
  complaintPeople as people,
  fileComplaint,
  filedComplaint,
  theStore,
} from '../../../test/support/store-complaint-case.ts';
import { storeComplaintIntake } from './intake.ts';

const file = (changes: object, options: Parameters<typeof fileComplaint>[1] = {}) => {
  return () => fileComplaint(changes, options);
};

describe('filing a complaint about a store', () => {
  it('SH-STORE-14 is about the store, with the Centre, and names the store and not the complainant', () => {
    expect(fileComplaint()).toMatchObject({
      subject: SUBJECT,
      title: theStore.name,
      about: 'store:sto-1',
      parties: { respondent: [SUBJECT], complainant: [BUYER] },
      body: { bodyId: 'sh-centre', region: 'SH/PUDONG' },
      opening: { orderNumber: 'DD-2026-0017', reason: 'FALSE_EFFECT', happenedOn: '2026-02-03' },
    });
    expect(fileComplaint({}, { filer: people.contact }).parties['complainant']).toEqual(['contact:con-1']);
    expect(storeComplaintIntake.lookUp?.(storeComplaintIntake.form.parse(form), BUYER)).toEqual({
      things: ['store named sto-1'],
    });
  });

  it('SH-STORE-14 is refused for what cannot be: no such store, several, a day ahead, oneself, no such reason', () => {
    expect(file({}, { things: [] })).toThrow('no such store');
    const namesakes = [{ ...theStore, data: { ...theStore.data, namesakes: ['sto-1', 'sto-2'] } }];
    expect(file({}, { things: namesakes })).toThrow('Several stores');
    expect(file({ happenedOn: '2026-02-14' })).toThrow('in the future');
    expect(file({ happenedOn: '2026-02-13' })).not.toThrow();
    const opened = [{ ...theStore, data: { ...theStore.data, openedOn: '2026-02-04' } }];
    expect(file({ happenedOn: '2026-02-03' }, { things: opened })).toThrow('before the day on which the store opened');
    expect(file({ happenedOn: '2026-02-04' }, { things: opened })).not.toThrow();
    const own = { ...people.buyer, offices: [{ role: 'consumer', party: SUBJECT }] } as const;
    expect(file({}, { filer: own })).toThrow('about yourself');
    expect(file({ reason: 'NO_VOUCHER' })).toThrow();
    for (const missing of ['account', 'claim', 'store', 'reason', 'happenedOn'])
      expect(file({ [missing]: undefined }), missing).toThrow();
  });

  it('SH-STORE-11.9 of a store that was cleared its orders in hand can be complained of, and nothing else', () => {
    const things = [{ ...theStore, data: { ...theStore.data, status: 'CLEARED' } }];
    expect(file({}, { things })).not.toThrow();
    expect(file({ orderNumber: undefined }, { things })).toThrow('give its number');
    expect(file({ orderNumber: undefined })).not.toThrow();
  });

  it('SH-STORE-14 XC-05.5 staff of the Centre enter it for a caller, and for nobody else', () => {
    const { parties } = fileComplaint({ caller: CALLER }, { filer: people.reviewer });
    expect(parties).toEqual({ respondent: [SUBJECT] });
    expect(file({}, { filer: people.reviewer })).toThrow('Name the caller');
    for (const filer of [people.buyer, people.contact, people.reviewerElsewhere, people.manager])
      expect(file({ caller: CALLER }, { filer }), filer.id).toThrow('Only reviewers');
    expect(file({ caller: { name: '王小明' } }, { filer: people.reviewer })).toThrow();
    expect(file({ caller: { name: '王小明', telephone: '13800001111' } }, { filer: people.reviewer })).not.toThrow();
  });

  it('XC-04.1 no words of people enter the workflow', () => {
    const { opening } = fileComplaint({ caller: CALLER }, { filer: people.reviewer });
    expect(Object.keys(opening).sort()).toEqual(['happenedOn', 'orderNumber', 'reason']);
    expect(
      JSON.stringify(filedComplaint({ caller: CALLER }, people.reviewer, at('2026-02-13 18:00')).state),
    ).not.toContain(CALLER.name);
  });
});

const form = {
  store: 'sto-1',
  reason: 'OTHER',
  account: '…说明',
  claim: '退款',
  happenedOn: '2026-02-01',
};
