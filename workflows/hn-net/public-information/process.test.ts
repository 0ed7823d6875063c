import { expect, it } from 'vitest';
import { at, person } from '../../../test/support/engine-samples.ts';
import { NetworkCase, netPeople as people } from '../../../test/support/network-case.ts';
import { hnNetValues } from '../../../rules/hn-net/config.ts';
import type { Person } from '../../../rules/roles.ts';
import type { PublicInformationFacts } from './contract.ts';
import { publicInformationIntake } from './intake.ts';
import { publicInformation } from './process.ts';

const now = at('2025-10-09 10:00');
const cityDepartment = person('dept', { role: 'reviewer', bodyId: 'hn-dept-changsha', region: 'HN/CHANGSHA' });
const earlier = {
  ...{ id: 'pub-1', kind: 'publicInformation', subject: 'unit:hn-hub', about: null, stage: 'PUBLISHED', isOpen: true },
};
const policy = {
  ...{ publisher: 'hn-changsha', kind: 'POLICY', title: '中小企业设备更新贴息政策', words: '对设备更新贷款给予贴息。' },
  ...{ source: '长财企〔2025〕12号', issuedOn: '2025-09-28' },
};
const format = {
  ...{ publisher: 'hn-hub', kind: 'DATA_STANDARD', title: '服务记录报表格式', words: '字段见附件。' },
  ...{ source: '湘企枢〔2025〕5号', issuedOn: '2025-10-08', version: '2' },
};

function file(form: object, filer: Person, cases = [earlier]) {
  const filed = { filer, filerName: '工作人员', party: '', now, rules: hnNetValues(), entries: [], cases };
  return publicInformationIntake.file({ ...filed, form: publicInformationIntake.form.parse(form) });
}

function published(form: object = policy, filer: Person = people.city, id = 'pub-2') {
  return new NetworkCase<PublicInformationFacts>(publicInformation, file(form, filer), { id, openedAt: now, filer });
}

it('HN-NET-05.2 an item of information has its source and date, and is in view at once', () => {
  expect(published().state).toMatchObject({ stage: 'PUBLISHED', facts: { kind: 'POLICY', issuedOn: '2025-09-28' } });
  for (const lacking of ['source', 'issuedOn']) {
    expect(() => file({ ...policy, [lacking]: undefined }, people.city)).toThrow(lacking);
  }
  expect(() => file(policy, people.county)).toThrow('do not work for this body');
});

it('HN-NET-05.2 is taken back with a reason by the body that published it', () => {
  const one = published();
  expect(() => one.act('takeBack', people.city, {}, now)).toThrow('needs a reason');
  expect(() => one.act('takeBack', people.county, { reason: '……' }, now)).toThrow();
  one.act('takeBack', people.city, { reason: '政策已调整。' }, now);
  expect(one.state.outcome).toBe('WITHDRAWN');
});

it('HN-NET-27.1 a local rule is attached with its scope and days, and goes out of view when they are over', () => {
  const rule = {
    ...policy,
    ...{ publisher: 'hn-dept-changsha', kind: 'LOCAL_RULE', validFrom: '2025-10-01', validTo: '2025-12-31' },
  };
  const one = published(rule, cityDepartment);
  expect(one.state.facts).toMatchObject({ scope: 'HN/CHANGSHA', validFrom: '2025-10-01', validTo: '2025-12-31' });
  expect(() => file({ ...rule, validTo: '2025-10-08' }, cityDepartment)).toThrow('out of force');
  one.liveUntil(at('2025-12-31 23:59'));
  expect(one.state.stage).toBe('PUBLISHED');
  one.liveUntil(at('2026-01-01 00:00'));
  expect(one.state.outcome).toBe('EXPIRED');
  const withdrawn = published(rule, cityDepartment);
  withdrawn.act('takeBack', cityDepartment, { reason: '已废止。' }, now);
  expect(withdrawn.last.lines.find(({ type }) => type === 'INFORMATION_WITHDRAWN')?.clause).toBe('HN-NET 第二十六条');
});

it('HN-NET-16.2 HN-NET-16.4 a new version takes the place of the one before, which stays on record', () => {
  expect(() => file({ ...format, replaces: 'pub-9' }, people.hub)).toThrow('no such publication in force');
  const one = published({ ...format, replaces: 'pub-1' }, people.hub);
  expect(one.last.messages).toMatchObject([{ to: 'pub-1', action: 'beReplaced', input: { newerCaseId: 'pub-2' } }]);
  const old = published({ ...format, version: '1' }, people.hub, 'pub-1');
  old.act('beReplaced', { kind: 'system', id: 'pub-2', role: 'system' }, { newerCaseId: 'pub-2' }, now);
  expect(old.state).toMatchObject({ outcome: 'REPLACED', facts: { version: '1', replacedBy: { on: '2025-10-09' } } });
});

it('HN-NET-27.1 a rule that is in force from a later day replaces the one before on that day, not when it is published', () => {
  const rule = { ...policy, publisher: 'hn-dept-changsha', kind: 'LOCAL_RULE', validFrom: '2025-11-01' };
  const cases = [{ ...earlier, subject: 'unit:hn-dept-changsha' }];
  const filing = file({ ...rule, replaces: 'pub-1' }, cityDepartment, cases);
  const one = new NetworkCase<PublicInformationFacts>(publicInformation, filing, { id: 'pub-2', openedAt: now });
  expect(one.transitions.flatMap(({ messages }) => messages)).toEqual([]);
  one.liveUntil(at('2025-10-31 23:59'));
  expect(one.transitions.flatMap(({ messages }) => messages)).toEqual([]);
  one.liveUntil(at('2025-11-01 00:00'));
  expect(one.last.messages).toMatchObject([{ to: 'pub-1', action: 'beReplaced', input: { newerCaseId: 'pub-2' } }]);
  expect(one.state.stage).toBe('PUBLISHED');
});
