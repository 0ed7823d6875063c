import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../rules/roles.ts';
import { at, person } from '../../../test/support/engine-samples.ts';
import { fileForm, NetworkCase, netPeople as people } from '../../../test/support/network-case.ts';
import { tradingPlatform } from '../trading-platform.ts';
import type { DeletionReading } from '../words.ts';
import type { DataDeletionFacts } from './contract.ts';
import { dataDeletionIntake } from './intake.ts';
import { dataDeletion } from './process.ts';

const { body } = tradingPlatform();
const manager = person('hub-manager', { role: 'manager', ...body });
const other = person('hub-manager-2', { role: 'manager', ...body });
const records = systemActor('HN-NET-10.6');
const reason = '保存期已满，无保留必要。';
const now = at('2027-07-02 09:00');

const reading: DeletionReading = {
  ...{ asOf: '2027-07-02', all: 100, due: 12, held: { NOT_YET: 80, OPEN_CASE: 3 } },
  copies: [
    { name: 'anjuan-20270701T190000Z', takenAt: at('2027-07-02 03:00'), keptUntil: at('2027-08-01 03:00') },
    { name: 'anjuan-20270630T190000Z', takenAt: at('2027-07-01 03:00'), keptUntil: at('2027-07-31 03:00') },
  ],
};

function proposed(filer = people.hub, of = 'IDENTITY') {
  const filing = fileForm(dataDeletionIntake, { class: of, why: '到期清理' }, { filer, now });
  return new NetworkCase<DataDeletionFacts>(dataDeletion, filing, { id: 'del-1', openedAt: now, filer });
}

function reckoned(found: DeletionReading = reading, filer = people.hub) {
  const one = proposed(filer);
  one.act('reckonDeletion', people.hub, {}, now, found);
  return one;
}

const said = (one: NetworkCase<DataDeletionFacts>) => JSON.stringify(one.last.lines);

describe('the dry run', () => {
  it('HN-NET-10.4 lists the backups in which the records stand, and until when', () => {
    const one = reckoned();
    expect(one.state).toMatchObject({ stage: 'RECKONED', facts: { reckoned: reading }, tasks: [{ name: 'confirm' }] });
    expect(said(one)).toContain('备份 2 份');
    expect(said(one)).toContain('2027年8月1日');
    expect(said(reckoned({ ...reading, copies: [] }))).toContain('没有登记的备份');
  });

  it('HN-NET-10.6 counts what would go and what is kept, and why, and can be made again', () => {
    const one = reckoned();
    expect(said(one)).toContain('截至2027年7月2日可删除 100 件中的 12 件');
    expect(said(one)).toContain('保存期未满 80 件、当事人有未办结的案件 3 件');
    one.act('reckonDeletion', manager, {}, at('2027-07-03 09:00'), { ...reading, asOf: '2027-07-03', due: 13 });
    expect(one.state.facts.reckoned).toMatchObject({ due: 13 });
  });
});

describe('the decision', () => {
  it('HN-NET-10.6 is that of a manager who has not proposed it, and deletes what the dry run counted', () => {
    const one = reckoned();
    expect(() => one.act('confirmDeletion', people.hub, { reason }, now, reading)).toThrow('may not');
    const own = reckoned(reading, manager);
    expect(() => own.act('confirmDeletion', manager, { reason }, now, reading)).toThrow();
    one.act('confirmDeletion', manager, { reason }, now, reading);
    expect(one.state).toMatchObject({
      stage: 'DELETING',
      facts: { confirmed: { due: 12, asOf: '2027-07-02' } },
      tasks: [],
    });
    one.act('deletionCarriedOut', records, { cases: 12, files: 30 }, now);
    expect(one.state).toMatchObject({ outcome: 'DELETED' });
    expect(said(one)).toContain('已删除 12 件的记录和文件 30 个');
  });

  it('HN-NET-10.6 an open mediation on 2027-07-02 leaves nothing to delete: it is refused', () => {
    const held: DeletionReading = { ...reading, all: 1, due: 0, held: { OPEN_CASE: 1 } };
    const one = reckoned(held);
    expect(() => one.act('confirmDeletion', manager, { reason }, now, held)).toThrow('open case: 1');
    expect(one.state.stage).toBe('RECKONED');
  });

  it('HN-NET-10.6 does not stand on figures that nobody has seen', () => {
    const one = reckoned();
    for (const found of [
      { ...reading, due: 13 },
      { ...reading, asOf: '2027-07-03' },
    ])
      expect(() => one.act('confirmDeletion', manager, { reason }, now, found)).toThrow('dry run again');
  });

  it('HN-NET-10.6 stops where more than the share would go, until another manager allows it for this dry run', () => {
    const many: DeletionReading = { ...reading, due: 21, held: { NOT_YET: 79 } };
    const one = reckoned(many);
    expect(() => one.act('confirmDeletion', manager, { reason }, now, many)).toThrow('21 of 100 cases');
    one.act('overrideBreaker', other, { reason: '2025年上线首批服务商集中注销。' }, now);
    expect(() => one.act('overrideBreaker', manager, { reason }, now)).toThrow('allowed already');
    expect(() => one.act('confirmDeletion', other, { reason }, now, many)).toThrow();
    one.act('reckonDeletion', people.hub, {}, now, many);
    expect(() => one.act('confirmDeletion', manager, { reason }, now, many)).toThrow('it stops');
    one.act('overrideBreaker', other, { reason }, now);
    one.act('confirmDeletion', manager, { reason }, now, many);
    expect(one.state.stage).toBe('DELETING');
    expect(() => reckoned().act('overrideBreaker', other, { reason }, now)).toThrow('no more than the share');
  });

  it('HN-NET-10.6 can be left undone until it is confirmed, with a reason', () => {
    const one = reckoned();
    one.act('cancelDeletion', people.hub, { reason: '拟移交档案馆。' }, now);
    expect(one.state).toMatchObject({ outcome: 'CANCELLED' });
    const going = reckoned();
    going.act('confirmDeletion', manager, { reason }, now, reading);
    expect(() => going.act('cancelDeletion', manager, { reason }, now)).toThrow();
  });
});

it('HN-NET-10.6 is proposed by staff of the hub', () => {
  expect(() => proposed(people.county)).toThrow('staff');
  expect(() => proposed(people.hub, 'EVERYTHING')).toThrow('class');
});
