import { describe, expect, it } from 'vitest';
import { hnNetValues } from '../../../rules/hn-net/config.ts';
import type { FoundCase } from '../../engine/intake.ts';
import { at, person } from '../../../test/support/engine-samples.ts';
import { NetworkCase, netPeople as people, PROVIDER, providerEntry } from '../../../test/support/network-case.ts';
import type { FraudSanctionFacts } from './contract.ts';
import { fraudSanctionIntake } from './intake.ts';
import { fraudSanction } from './process.ts';

const department = { bodyId: 'hn-dept-liuyang', region: 'HN/CHANGSHA/LIUYANG' };
const manager = person('department-manager', { role: 'manager', ...department });
const openedAt = at('2026-01-05 10:00');
const foundAt = at('2026-01-20 10:00');
const decidedAt = at('2026-01-21 10:00');
const reason = '签到数据系批量生成。';

const found = (id: string, kind: string, isOpen = false): FoundCase => {
  return { id, kind, subject: PROVIDER, about: null, stage: 'UPLOADED_IN_TIME', isOpen };
};
const records = Array.from({ length: 40 }, (_, n) => `srd-${n}`);
const ownCases = [...records.map((id) => found(id, 'serviceRecord')), found('reg-1', 'providerRegistration', true)];
const form = {
  department: department.bodyId,
  accused: PROVIDER,
  aims: ['FUNDS'],
  records: records.slice(0, 6),
  suspicion: '签到数据重复。',
};

function file(changes: object = {}, { filer = people.department, cases = ownCases, entries = [providerEntry] } = {}) {
  return fraudSanctionIntake.file({
    form: fraudSanctionIntake.form.parse({ ...form, ...changes }),
    filer,
    party: 'person:department',
    filerName: '谭科长',
    now: openedAt,
    rules: hnNetValues(),
    entries,
    cases,
  });
}

function suspected(changes: object = {}, known = {}) {
  const options = { id: 'frd-1', openedAt, filer: people.department };
  return new NetworkCase<FraudSanctionFacts>(fraudSanction, file(changes, known), options);
}

function confirmed() {
  const one = suspected();
  one.act('confirmFraud', manager, { falseRecordIds: records.slice(0, 5), reason }, foundAt);
  return one;
}

const recovery = { amount: 50_000, dueOn: '2026-03-31', reason: '该补助以不实的服务记录取得。' };

describe('a suspicion', () => {
  it('HN-NET-26.1 is taken up by a department, of records that are the own ones of the accused', () => {
    expect(suspected().state).toMatchObject({ stage: 'SUSPECTED', bodyId: 'hn-dept-liuyang', subject: PROVIDER });
    expect(() => file({}, { filer: people.county })).toThrow('SME departments alone');
    expect(() => file({ department: 'hn-liuyang' }, { filer: people.county })).toThrow('SME departments alone');
    expect(() => file({ records: ['srd-77'] })).toThrow('Not all of these');
    expect(() => file({}, { entries: [], cases: ownCases })).toThrow('no such provider');
  });

  it('HN-NET-26.1 is told to the accused, who is heard, and is decided by a manager who did not file it', () => {
    const one = suspected();
    expect(one.toldTo('fraudSuspected')).toEqual([PROVIDER]);
    one.act('giveStatement', people.provider, { statement: '设备故障。', fileIds: [] }, at('2026-01-06 10:00'));
    expect(one.state.facts.statement).toBe('设备故障。');
    const finding = { falseRecordIds: [], reason };
    expect(() => one.act('confirmFraud', people.department, finding)).toThrow('may not');
    const both = person('department', { role: 'manager', ...department });
    expect(() => one.act('confirmFraud', both, finding)).toThrow('somebody else must');
    expect(() => one.act('clearSuspicion', manager, {})).toThrow('reason');
    one.act('clearSuspicion', manager, { reason: '系设备故障所致。' }, foundAt);
    expect(one.state.outcome).toBe('NOT_CONFIRMED');
    expect(one.last.messages).toEqual([]);
  });
});

describe('a finding', () => {
  it('XC-04.3 HN-NET-26.1 waits until the accused was reached, has stated its case, or is proven to know', () => {
    const finding = { falseRecordIds: records.slice(0, 5), reason };
    const unreached = [{ template: 'fraudSuspected', party: PROVIDER }];
    const confirm = (one: ReturnType<typeof suspected>, input: object = finding, reading: unknown = unreached) =>
      one.act('confirmFraud', manager, input, foundAt, reading);
    expect(() => confirm(suspected())).toThrow('have not arrived: Suspected fabrication: state your case');
    expect(confirm(suspected(), finding, []).state.stage).toBe('CONFIRMED');
    const served = { ...finding, serviceProof: '2026年1月8日当面送达，有签收回执。' };
    expect(JSON.stringify(confirm(suspected(), served).lines[0])).toContain('当面送达');
    const heard = suspected();
    heard.act('giveStatement', people.provider, { statement: '设备故障。', fileIds: [] }, at('2026-01-06 10:00'));
    expect(confirm(heard).state.stage).toBe('CONFIRMED');
  });

  it('HN-NET-26.4 excludes the records found false, and no others', () => {
    const one = confirmed();
    expect(one.state).toMatchObject({ stage: 'CONFIRMED', facts: { finding: { on: '2026-01-20' } } });
    expect(one.last.messages.map(({ to, action }) => [to, action])).toEqual(
      records.slice(0, 5).map((id) => [id, 'excludeRecord']),
    );
    const other = { falseRecordIds: ['srd-30'], reason };
    expect(() => suspected().act('confirmFraud', manager, other, foundAt)).toThrow('not under suspicion');
  });

  it('HN-NET-26.1 brings no sanction of itself', () => {
    const one = confirmed();
    expect(one.state.facts).toMatchObject({ sanctions: [], recoveries: [], referrals: [] });
    expect(one.tasks).toEqual(['decideSanctions']);
    expect(one.last.writes).toEqual([]);
  });
});

describe('the sanctions', () => {
  it('HN-NET-26.1 a subsidy of 50,000 becomes a recovery item with its due date and status', () => {
    const one = confirmed();
    expect(() => one.act('recoverFunds', manager, { ...recovery, reason: '' })).toThrow('reason');
    one.act('recoverFunds', manager, recovery, decidedAt);
    expect(one.state.facts.recoveries).toEqual([{ amount: 50_000, dueOn: '2026-03-31', paid: 0, state: 'DUE' }]);
    expect(one.deadline('recovery')).toMatchObject({ lastDay: '2026-03-31' });
    expect(one.state.stage).toBe('SANCTIONED');
    expect(() => one.act('recoverFunds', manager, recovery, decidedAt)).toThrow('outstanding');
  });

  it('HN-NET-26.1 a recovery is followed to its end: overdue, paid in parts, closed', () => {
    const one = confirmed();
    one.act('recoverFunds', manager, recovery, decidedAt);
    one.act('recordPayment', people.department, { amount: 20_000, fileIds: [] }, at('2026-03-01 10:00'));
    one.liveUntil(at('2026-04-01 00:00'));
    expect(one.state.facts.recoveries).toMatchObject([{ paid: 20_000, state: 'OVERDUE' }]);
    expect(one.toldTo('recoveryOverdue')).toEqual([PROVIDER]);
    expect(one.tasks).toEqual(['enforceRecovery']);
    const later = at('2026-04-10 10:00');
    expect(() => one.act('closeSanctions', manager, {}, later)).toThrow('RMB 30000.00 is still outstanding');
    expect(() => one.act('recordPayment', people.department, { amount: 30_001, fileIds: [] }, later)).toThrow(
      'No more',
    );
    one.act('recordPayment', people.department, { amount: 30_000, fileIds: [] }, later);
    expect(one.state).toMatchObject({ tasks: [], facts: { recoveries: [{ paid: 50_000, state: 'RECOVERED' }] } });
    expect(one.toldTo('recoveryPaid')).toEqual([PROVIDER]);
    one.act('closeSanctions', manager, {}, later);
    expect(one.state.outcome).toBe('SANCTIONED');
  });

  it('HN-NET-26.1 a recovery is given up by a decision with its reason alone', () => {
    const one = confirmed();
    one.act('recoverFunds', manager, recovery, decidedAt);
    expect(() => one.act('endRecovery', manager, {})).toThrow('reason');
    one.act('endRecovery', manager, { reason: '企业已注销，无可执行财产。' }, at('2026-04-02 10:00'));
    expect(one.state.facts.recoveries).toMatchObject([{ state: 'ENDED' }]);
    expect(one.toldTo('recoveryEnded')).toEqual([PROVIDER]);
    expect(() => one.act('recordPayment', people.department, { amount: 1, fileIds: [] })).toThrow('No funds');
  });

  it('HN-NET-26.1 HN-NET-26.2 each is recorded and told by itself: honour, award, circular, qualification', () => {
    const one = confirmed();
    one.act('cancelHonour', manager, { honour: '省级示范平台', reason }, decidedAt);
    one.act('revokeAward', manager, { award: '2025 年度优秀服务机构', reason }, decidedAt);
    one.act('circulate', manager, { words: '某公司编造服务记录，予以通报。', reason }, decidedAt);
    expect(one.last.writes).toMatchObject([
      {
        write: 'register',
        data: { register: 'hn-net.bulletins', party: PROVIDER, status: 'CIRCULATED', validFrom: '2026-01-21' },
      },
    ]);
    one.act('cancelQualification', manager, { reason }, decidedAt);
    expect(one.last.messages).toMatchObject([
      { to: 'reg-1', action: 'deregister', input: { ground: 'QUALIFICATION_CANCELLED', reason } },
    ]);
    expect(one.toldTo('sanctionDecided')).toEqual([PROVIDER]);
    expect(one.state.facts.sanctions.map(({ kind }) => kind)).toEqual(['HONOUR', 'AWARD', 'CIRCULAR', 'QUALIFICATION']);
    expect(() => one.act('cancelQualification', manager, { reason }, decidedAt)).toThrow('cancelled already');
  });

  it('HN-NET-26.2 the qualification of a platform is no matter of this case', () => {
    const one = suspected({ accused: 'unit:hn-liuyang', records: [] }, { entries: [], cases: [] });
    one.act('confirmFraud', manager, { falseRecordIds: [], reason }, foundAt);
    expect(() => one.act('cancelQualification', manager, { reason }, decidedAt)).toThrow('not registered');
  });

  it('HN-NET-26.3 a suspected offence is referred, with addressee, day and files', () => {
    const one = confirmed();
    const referral = { addressee: '长沙市公安局', fileIds: ['f-1'], reason: '数额较大。' };
    one.act('refer', manager, referral, decidedAt);
    expect(one.state).toMatchObject({
      stage: 'REFERRED',
      facts: { referrals: [{ addressee: '长沙市公安局', on: '2026-01-21', fileIds: ['f-1'] }] },
    });
    one.act('closeSanctions', manager, {}, at('2026-02-02 10:00'));
    expect(one.state.outcome).toBe('REFERRED');
  });
});
