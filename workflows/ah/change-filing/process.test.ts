import type { Instant } from '../../../rules/time/index.ts';
import { describe, expect, it } from 'vitest';
import {
  AnhuiCase,
  anhuiPeople as people,
  fileAnhui,
  hefeiEntry,
  INSTITUTION,
  institutionEntry,
} from '../../../test/support/anhui-case.ts';
import { at, people as anyone, person } from '../../../test/support/engine-samples.ts';
import type { Person } from '../../../rules/roles.ts';
import type { ChangeFilingFacts } from './contract.ts';
import { changeFilingIntake } from './intake.ts';
import { changeFiling } from './process.ts';

const proof = (name: string) => ({ proof: name, fileIds: ['f-1'] });
const form = {
  change: 'LEGAL_REPRESENTATIVE',
  oldValue: '周敏',
  newValue: '陈立',
  effectiveOn: '2025-09-26',
  proofs: [proof('LICENCE'), proof('RESOLUTION')],
};
const entries = [institutionEntry, hefeiEntry];

function filed(changes: object = {}, filer: Person = people.institution, when = '2025-09-28 10:00') {
  const filing = fileAnhui(changeFilingIntake, { ...form, ...changes }, { filer, now: at(when), entries });
  return new AnhuiCase<ChangeFilingFacts>(changeFiling, filing, { id: 'chf-1', openedAt: at(when), filer });
}

describe('a change that is reported', () => {
  it('AH-OPS-05.1 of 2025-09-26 is due 2025-10-16; later it is marked late', () => {
    expect(filed().state.facts).toMatchObject({ dueOn: '2025-10-16', isLate: false });
    expect(filed({}, people.institution, '2025-10-16 23:59').state.facts.isLate).toBe(false);
    const late = filed({}, people.institution, '2025-10-17 00:00');
    expect(late.state.facts.isLate).toBe(true);
    expect(late.toldTo('changeReceived')).toEqual([INSTITUTION]);
    expect(() => filed({ effectiveOn: '2025-09-29' })).toThrow('once it was made');
  });

  it('AH-OPS-01.2 filed in Hefei it is a task of the bureau of Hefei', () => {
    const one = filed();
    expect(one.state).toMatchObject({ bodyId: 'ah-bureau-hefei', tasks: [{ name: 'reviewChange' }] });
    expect(() => one.act('checkProof', people.wuhuBureau, { missing: [] })).toThrow('outside');
    expect(filed({}, people.hefei).state.subject).toBe('unit:ah-platform-hefei');
  });

  it('AH-OPS-05.2 the record changes from the filing on, and says from when the change was', () => {
    const one = filed({ change: 'NAME', newValue: '合肥江淮检验有限公司' });
    expect(one.written('register')).toEqual([]);
    one.act('checkProof', people.hefeiBureau, { missing: [] }, at('2025-10-10 10:00'));
    one.act('fileChange', people.hefeiBureau, {}, at('2025-10-10 11:00'));
    expect(one.written('register')).toMatchObject([
      {
        ...{ register: 'ah.changes', adds: true, validFrom: '2025-10-10' },
        data: { filed: { NAME: { caseId: 'chf-1', effectiveOn: '2025-09-26', filedOn: '2025-10-10' } } },
      },
    ]);
    expect(one.written('renamed')).toEqual([{ name: '合肥江淮检验有限公司' }]);
    expect(one.state.outcome).toBe('FILED');
    expect(one.toldTo('changeFiled')).toEqual([INSTITUTION]);
  });

  it('AH-OPS-05.3 with complete proof the only way is to file it; with missing proof the only way is back', () => {
    const one = filed();
    one.act('checkProof', people.hefeiBureau, { missing: [] }, at('2025-10-10 10:00'));
    const back = { reason: '材料不全。' };
    expect(() => one.act('returnChange', people.hefeiBureau, back)).toThrow('only be filed');
    expect(one.blocked('fileChange', people.hefeiBureau, at('2025-10-10 10:00'))).toEqual([]);

    const lacking = filed();
    lacking.act('checkProof', people.hefeiBureau, { missing: ['RESOLUTION'] }, at('2025-10-10 10:00'));
    expect(() => lacking.act('fileChange', people.hefeiBureau, {})).toThrow('Resolution');
    lacking.act('returnChange', people.hefeiBureau, back, at('2025-10-10 11:00'));
    expect(lacking.state).toMatchObject({ stage: 'RETURNED', tasks: [{ name: 'followUp' }], deadlines: [] });
    expect(lacking.toldTo('changeReturned')).toEqual([INSTITUTION]);
    const { institution } = people;
    lacking.act('reportChange', institution, { proofs: [proof('RESOLUTION')] }, at('2025-10-20 10:00'));
    // It was reported in time, and stays so.
    expect(lacking.state).toMatchObject({ stage: 'CHANGE_REPORTED', facts: { missing: [], isLate: false } });
    expect(lacking.tasks).toEqual(['reviewChange']);
  });

  it('AH-OPS-05.1 the values stand in the form and not in the case, since they may name people', () => {
    expect(JSON.stringify(filed().state)).not.toContain('陈立');
    expect(() => fileAnhui(changeFilingIntake, form, { filer: people.other, entries })).toThrow('no member');
  });
});

describe('a change that was not reported', () => {
  const found = { member: INSTITUTION, proofs: [] };

  it('AH-OPS-05.4 found after its time, it is noted for the annual evaluation, and can be reported still', () => {
    const one = filed(found, people.hefeiBureau, '2025-11-03 10:00');
    expect(one.state).toMatchObject({ stage: 'UNREPORTED', deadlines: [], tasks: [{ name: 'followUp' }] });
    expect(one.written('register')).toMatchObject([
      {
        register: 'ah.changes',
        data: { unreported: { 'chf-1': { kind: 'LEGAL_REPRESENTATIVE', foundOn: '2025-11-03' } } },
      },
    ]);
    expect(one.toldTo('changeFound')).toEqual([INSTITUTION]);
    one.act('reportChange', people.institution, { proofs: form.proofs }, at('2025-11-05 10:00'));
    expect(one.state.facts).toMatchObject({ isLate: true, missing: [] });
  });

  it('AH-OPS-05.4 reported in the last second, and looked at once its time was recorded as over, it is noted no more', () => {
    const one = filed(found, people.hefeiBureau, '2025-09-30 10:00');
    one.liveUntil(at('2025-10-17 00:00'));
    expect(one.state.facts.noted).toBe(true);
    const report = (receivedAt: Instant) =>
      one.actLate('reportChange', people.institution, receivedAt, at('2025-10-17 00:10'), undefined, {
        proofs: form.proofs,
      });
    report(at('2025-10-16 23:59'));
    expect(one.state.facts).toMatchObject({ isLate: false, noted: false, reportedOn: '2025-10-16' });
    expect(one.written('register')).toMatchObject([{ data: { unreported: { 'chf-1': null } } }]);
  });

  it('AH-OPS-05.4 found within its time, it is noted once that has passed', () => {
    const one = filed(found, people.hefeiBureau, '2025-09-30 10:00');
    expect(one.deadline('report')).toMatchObject({ lastDay: '2025-10-16' });
    expect(one.written('register')).toEqual([]);
    one.liveUntil(at('2025-10-17 00:00'));
    expect(one.written('register')).toHaveLength(1);
    expect(one.tasks).toEqual(['followUp']);
  });

  it('AH-OPS-05.4 recorded by mistake it is taken back by a manager of the bureau, with the reason, and the note is lifted', () => {
    const one = filed(found, people.hefeiBureau, '2025-11-03 10:00');
    const manager = person('manager', { role: 'manager', bodyId: 'ah-bureau-hefei', region: 'AH/HEFEI' });
    const because = { reason: '工商登记没有变更。' };
    expect(() => one.act('withdrawFinding', people.hefeiBureau, because)).toThrow('may not');
    expect(() => one.act('withdrawFinding', manager, { reason: '' })).toThrow('reason');
    one.act('withdrawFinding', manager, because, at('2025-11-10 10:00'));
    expect(one.state).toMatchObject({ outcome: 'FINDING_WITHDRAWN', tasks: [] });
    expect(one.written('register')).toMatchObject([{ adds: true, data: { unreported: { 'chf-1': null } } }]);
    expect(one.toldTo('findingWithdrawn')).toEqual([INSTITUTION]);
    const early = filed(found, people.hefeiBureau, '2025-09-30 10:00');
    early.act('withdrawFinding', manager, because, at('2025-10-09 10:00'));
    expect(early.state).toMatchObject({ outcome: 'FINDING_WITHDRAWN', deadlines: [] });
    expect(early.written('register')).toEqual([]);
  });

  it('AH-OPS-05.4 of who is no member any more nothing is waited for', () => {
    for (const one of [filed(found, people.hefeiBureau, '2025-11-03 10:00'), filed()]) {
      one.act('membershipEnded', anyone.otherCase, {}, at('2025-11-10 10:00'));
      expect(one.state).toMatchObject({ outcome: 'ENDED', tasks: [], deadlines: [] });
    }
  });

  it('AH-OPS-01.2 only the bureau of its city puts it on record', () => {
    for (const filer of [people.wuhuBureau, people.hefei, people.other]) {
      expect(() => filed(found, filer, '2025-11-03 10:00')).toThrow('bureau of its city');
    }
  });
});
