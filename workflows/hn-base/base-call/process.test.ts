import { describe, expect, it } from 'vitest';
import { BASE, BaseCase, basePeople as people, fileBaseForm, OTHER_BASE } from '../../../test/support/base-case.ts';
import { at, people as anyone, person } from '../../../test/support/engine-samples.ts';
import type { Person } from '../../../rules/roles.ts';
import type { FoundCase, FoundEntry } from '../../engine/intake.ts';
import type { HnBaseReadings } from '../words.ts';
import type { BaseCallFacts } from './contract.ts';
import { baseCallIntake } from './intake.ts';
import { baseCall } from './process.ts';

const form = { year: 2019, document: '关于组织申报2019年度示范基地的通知' };
const other = anyone.otherCase;
const experts = ['e1', 'e2', 'e3', 'e4'].map((id) => ({
  expert: `person:${id}`,
  conflicts: id === 'e1' ? [BASE] : [],
}));
const noon = at('2019-04-28 10:00');

function call() {
  const filing = fileBaseForm(baseCallIntake, form, people.province, { now: at('2019-04-01 10:00') });
  return new BaseCase<BaseCallFacts>(baseCall, filing, { id: 'bcl-1', openedAt: at('2019-04-01 10:00') });
}

/** A call whose entries have these scores, one a base; null for one that has none yet. */
function scored(...scores: readonly (number | null)[]) {
  const one = call();
  for (const n of scores.keys()) {
    const base = n === 0 ? BASE : OTHER_BASE;
    const entry = { declaration: `bdc-${n + 1}`, base, title: `基地${n + 1}`, city: 'hn-dept-changsha' };
    one.act('entryReceived', other, entry, at('2019-04-25 10:00'));
  }
  one.liveUntil(at('2019-04-27 00:00'));
  one.act('namePool', people.province, { experts }, noon, []);
  for (const [n, score] of scores.entries())
    if (score !== null) one.act('entryScored', other, { declaration: `bdc-${n + 1}`, score }, noon);
  return one;
}

function select(one: ReturnType<typeof call>, n: number, reason?: string) {
  const input = { declaration: `bdc-${n}`, ...(reason && { reason }) };
  return one.act('selectBase', people.provinceManager, input, noon, []);
}

/** `filed` is what the records have of declarations that are filed and in no review. */
function close(one: ReturnType<typeof call>, reason: string, filed: HnBaseReadings['filedDeclarations'] = []) {
  return one.act('closeSelection', people.provinceManager, { reason }, noon, { filed, interests: [] });
}

describe('a call', () => {
  it('HN-BASE-02.2 HN-BASE-04.2 has the dates of the rules, or its own, and stands in the register', () => {
    const one = call();
    expect(one.state.facts).toMatchObject({ filingDay: '2019-04-26', finalDay: '2019-05-10' });
    expect(one.deadline('filing')).toMatchObject({ lastDay: '2019-04-26' });
    expect(one.last.writes).toMatchObject([{ write: 'register', data: { register: 'hn-base.calls', status: 'OPEN' } }]);
    const own = { ...form, year: 2020, filingDay: '2020-04-24', finalDay: '2020-05-08' };
    expect(fileBaseForm(baseCallIntake, own, people.province).opening).toMatchObject({ filingDay: '2020-04-24' });
    expect(() => fileBaseForm(baseCallIntake, { ...own, finalDay: '2020-04-24' }, people.province)).toThrow(
      'after the',
    );
    expect(() => fileBaseForm(baseCallIntake, form, people.province, { now: at('2019-05-01 10:00') })).toThrow(
      'before today',
    );
    expect(() => fileBaseForm(baseCallIntake, form, people.city)).toThrow('provincial department');
    const before: FoundEntry = {
      ...{
        register: 'hn-base.calls',
        party: 'unit:base-call-2019',
        name: '',
        status: 'CLOSED',
        bodyId: '',
        region: '',
      },
      data: { year: 2019, caseId: 'bcl-0' },
    };
    expect(() => fileBaseForm(baseCallIntake, form, people.province, { entries: [before] })).toThrow('bcl-0');
    const justOpened: FoundCase = {
      ...{ id: 'bcl-9', kind: 'baseCall', subject: '', about: 'base-call:2019', stage: 'OPEN', isOpen: true },
    };
    expect(() => fileBaseForm(baseCallIntake, form, people.province, { cases: [justOpened] })).toThrow('bcl-9');
    expect(baseCallIntake.lookUp?.({ ...form, filingDay: null, finalDay: null }, '')).toMatchObject({
      cases: [{ kind: 'baseCall', about: 'base-call:2019' }],
    });
  });

  it('HN-BASE-05.2 HN-BASE-01.5 tells every title that a call has opened', () => {
    expect(call().last.messagesHandled).toMatchObject([
      {
        bodyId: 'hn-dept-province',
        kind: 'baseTitle',
        action: 'callOpened',
        input: { year: 2019, filingDay: '2019-04-26' },
      },
    ]);
  });

  it('HN-BASE-03.1 draws a panel for each entry, leaving out who has to do with the base, also one that comes later', () => {
    const one = call();
    const entry = { declaration: 'bdc-1', base: BASE, title: '基地1', city: 'hn-dept-changsha' };
    one.act('entryReceived', other, entry, at('2019-04-25 10:00'));
    expect(() => one.act('namePool', people.province, { experts }, at('2019-04-26 10:00'), [])).toThrow('not open now');
    one.liveUntil(at('2019-04-27 00:00'));
    expect(() => one.act('namePool', people.province, { experts: experts.slice(0, 3) }, noon, [])).toThrow(
      'too few for: 基地1',
    );
    one.act('namePool', people.province, { experts }, noon, []);
    const [drawn] = one.last.messages;
    one.act('entryReceived', other, entry, noon);
    expect(one.state.facts.entries).toHaveLength(1);
    expect(one.last.messages).toEqual([]);
    expect(drawn).toMatchObject({ to: 'bdc-1', action: 'panelDrawn' });
    const { order, seed } = drawn?.input as { order: string[]; seed: string };
    expect(order.toSorted()).toEqual(['person:e2', 'person:e3', 'person:e4']);
    expect(seed).toBe('bcl-1 2019-04-26 person:e1 person:e2 person:e3 person:e4 bdc-1');
    one.act('entryReceived', other, { ...entry, declaration: 'bdc-2', base: OTHER_BASE }, noon);
    expect(one.last.messages).toMatchObject([{ to: 'bdc-2', action: 'panelDrawn' }]);
  });

  it('HN-BASE-03.1 who has an interest in a base on record is not drawn for it, and the line of the lot says so', () => {
    const one = call();
    const entry = { base: OTHER_BASE, title: '基地2', city: 'hn-dept-changsha' };
    one.act('entryReceived', other, { declaration: 'bdc-2', ...entry }, at('2019-04-25 10:00'));
    one.liveUntil(at('2019-04-27 00:00'));
    const recorded = [{ base: OTHER_BASE, people: ['person:e2', 'person:e3'] }];
    expect(() => one.act('namePool', people.province, { experts }, noon, recorded)).toThrow('too few for: 基地2');
    one.act('namePool', people.province, { experts }, noon, [{ base: OTHER_BASE, people: ['person:e2'] }]);
    const { order } = one.last.messages[0]?.input as { order: string[] };
    expect(order.toSorted()).toEqual(['person:e1', 'person:e3', 'person:e4']);
    expect(one.last.lines.find(({ type }) => type === 'POOL_NAMED')?.title.zh).toContain(
      `person:e2；回避：${OTHER_BASE}`,
    );
  });

  it('HN-BASE-03.1 experts are named again in addition to those named before, and lots are drawn anew', () => {
    const one = scored(90, null);
    const more = [...experts, { expert: 'person:e5', conflicts: [] }];
    expect(() => one.act('namePool', people.province, { experts: more.slice(1) }, noon, [])).toThrow(
      'list them again: person:e1',
    );
    one.act('namePool', people.province, { experts: more }, noon, []);
    expect(one.last.messages.map(({ to, action }) => [to, action])).toEqual([
      ['bdc-1', 'panelDrawn'],
      ['bdc-2', 'panelDrawn'],
    ]);
    expect((one.last.messages[0]?.input as { order: string[] }).order).toContain('person:e5');
  });
});

describe('the selection', () => {
  it('HN-BASE-03.1 selects no entry without the opinions of its experts, and does not close without them', () => {
    const one = scored(90, null);
    expect(() => select(one, 2)).toThrow('not complete');
    expect(() => close(one, '按得分。')).toThrow('lack opinions of experts: 基地2');
  });

  it('HN-BASE-02.4 does not close while the paper of a declaration that was filed in time is not recorded', () => {
    const one = scored(90);
    const filed = [
      { declaration: 'bdc-1', name: '基地1' },
      { declaration: 'bdc-7', name: '基地7' },
    ];
    expect(() => close(one, '按得分。', filed)).toThrow('recorded as complete: 基地7.');
    close(one, '按得分。', filed.slice(0, 1));
    expect(one.state.outcome).toBe('CLOSED');
  });

  it('HN-BASE-03.2 selects four and refuses a fifth', () => {
    const one = scored(95, 90, 88, 85, 80);
    for (const n of [1, 2, 3, 4]) select(one, n);
    expect(() => select(one, 5)).toThrow('4 bases are selected already');
    expect(() => select(one, 1)).toThrow('on the list already');
    one.act('takeBackSelection', people.provinceManager, { declaration: 'bdc-4', reason: '误选。' }, noon, []);
    expect(() => select(one, 5)).toThrow('place 5');
  });

  it('HN-BASE-03.2 does not close over one that was recorded after the selection and came before a selected one', () => {
    const one = scored(95, 90, 88, 85);
    for (const n of [1, 2, 3, 4]) select(one, n);
    const entry = { declaration: 'bdc-5', base: OTHER_BASE, title: '基地5', city: 'hn-dept-changsha' };
    one.act('entryReceived', other, entry, noon);
    one.act('entryScored', other, { declaration: 'bdc-5', score: 92 }, noon);
    expect(() => close(one, '按得分。')).toThrow('these selected bases are beyond the first 4 now: 基地4（5）');
    one.act('takeBackSelection', people.provinceManager, { declaration: 'bdc-4', reason: '名次后移。' }, noon, []);
    select(one, 5);
    close(one, '按得分。');
    expect(one.state.outcome).toBe('CLOSED');
    // Level with the last place it is not beyond it.
    const level = scored(95, 90, 88, 85);
    for (const n of [1, 2, 3, 4]) select(level, n);
    level.act('entryReceived', other, entry, noon);
    level.act('entryScored', other, { declaration: 'bdc-5', score: 85 }, noon);
    close(level, '同分，先选者服务企业更多。');
    expect(level.state.outcome).toBe('CLOSED');
  });

  it('HN-BASE-03.1 HN-BASE-03.2 a score that changes after the opening is told as it was and is, and the places follow', () => {
    const one = scored(95, 90, 88, 85, 84);
    for (const n of [1, 2, 3, 4]) select(one, n);
    one.act('entryScored', other, { declaration: 'bdc-4', score: 83 }, noon);
    expect(one.last.lines.find(({ type }) => type === 'ENTRY_SCORED')?.title.zh).toContain(
      '由 平均 85 分 改为 平均 83 分',
    );
    expect(() => close(one, '按得分。')).toThrow('are beyond the first 4 now: 基地4（5）');
    one.act('entryScored', other, { declaration: 'bdc-4' }, noon);
    expect(() => close(one, '按得分。')).toThrow('lack opinions of experts: 基地4');
  });

  it('HN-BASE-03.3 asks the manager for a reason at a tie, and is content with fewer than four', () => {
    const one = scored(95, 90, 88, 85, 85);
    select(one, 1);
    expect(() => select(one, 5)).toThrow('same score');
    select(one, 5, '服务企业更多。');
    expect(one.last.lines.find(({ type }) => type === 'ENTRY_SELECTED')?.title.zh).toContain('服务企业更多');
    close(one, '其余未达要求。');
    expect(one.state.facts.entries.filter(({ selected }) => selected)).toHaveLength(2);
    expect(one.state.outcome).toBe('CLOSED');
  });

  it('HN-BASE-03.4 tells each of nine entries its result', () => {
    const one = scored(95, 90, 88, 85, 80, 79, 78, 77, 76);
    for (const n of [1, 2, 3, 4]) select(one, n);
    close(one, '按专家评审得分。');
    const told = one.last.messages.map(({ action }) => action);
    expect(told.filter((action) => action === 'baseSelected')).toHaveLength(4);
    expect(told.filter((action) => action === 'baseNotSelected')).toHaveLength(5);
    expect(one.last.messagesAbout).toMatchObject([{ kind: 'baseDeclaration', action: 'callEnded' }]);
    expect(one.toldTo('listMade')).toEqual(['reviewer']);
  });

  it('HN-BASE-03.1 XC-05.5 who has an interest in one of the bases neither names experts nor makes the list', () => {
    const one = scored(95, 94);
    const interested = (who: Person) => [{ base: OTHER_BASE, people: [`person:${who.id}`] }];
    const { provinceManager: manager, province } = people;
    const refused = 'decide nothing in it';
    expect(() => one.act('namePool', province, { experts }, noon, interested(province))).toThrow(refused);
    const pick = { declaration: 'bdc-1' };
    expect(() => one.act('selectBase', manager, pick, noon, interested(manager))).toThrow(refused);
    one.act('selectBase', manager, pick, noon, interested(province));
    const back = { ...pick, reason: '误选。' };
    expect(() => one.act('takeBackSelection', manager, back, noon, interested(manager))).toThrow(refused);
    const record = { filed: [], interests: interested(manager) };
    expect(() => one.act('closeSelection', manager, { reason: '按得分。' }, noon, record)).toThrow(refused);
  });

  it('XC-05.5 who named the experts does not decide', () => {
    const both = person(
      'both',
      { role: 'reviewer', bodyId: 'hn-dept-province', region: 'HN' },
      { role: 'manager', bodyId: 'hn-dept-province', region: 'HN' },
    );
    const one = call();
    one.act(
      'entryReceived',
      other,
      { declaration: 'bdc-1', base: OTHER_BASE, title: '基地1', city: 'hn-dept-changsha' },
      at('2019-04-25 10:00'),
    );
    one.liveUntil(at('2019-04-27 00:00'));
    one.act('namePool', both, { experts }, noon, []);
    one.act('entryScored', other, { declaration: 'bdc-1', score: 90 }, noon);
    expect(() => one.act('selectBase', both, { declaration: 'bdc-1' }, noon, [])).toThrow('somebody else must');
    one.act('entryWithdrawn', other, { declaration: 'bdc-1' }, noon);
    expect(one.state.facts.entries).toEqual([]);
  });
});
