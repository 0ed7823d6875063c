import { expect, it } from 'vitest';
import { hnNetValues } from '../../../rules/hn-net/config.ts';
import type { Person } from '../../../rules/roles.ts';
import { at, person } from '../../../test/support/engine-samples.ts';
import { NetworkCase, netPeople as people } from '../../../test/support/network-case.ts';
import type { FoundCase } from '../../engine/intake.ts';
import type { ContentMonitoringFacts } from './contract.ts';
import { contentMonitoringIntake as intake } from './intake.ts';
import { contentMonitoring } from './process.ts';

const manager = person('hub-manager', { role: 'manager', bodyId: 'hn-hub', region: 'HN' });
const openedAt = at('2025-09-26 10:00');
const check = { providers: 12, items: 40, findingIds: [], fileIds: [] };

function filing(filer: Person = people.hub, cases: readonly FoundCase[] = []) {
  return intake.file({
    form: intake.form.parse({ procedure: '每周抽查不少于四十项。' }),
    ...{ filer, party: 'person:hub', filerName: '张运营', now: openedAt, rules: hnNetValues() },
    ...{ entries: [], cases },
  });
}

function watching() {
  return new NetworkCase<ContentMonitoringFacts>(contentMonitoring, filing(), {
    ...{ id: 'mon-1', openedAt, filer: people.hub },
  });
}

it('HN-NET-08.1 is the hub’s, taken up by its own officers, once at a time', () => {
  expect(filing()).toMatchObject({ subject: 'unit:hn-hub', body: { bodyId: 'hn-hub' } });
  expect(() => filing(people.county)).toThrow('do not work for this body');
  const earlier = { id: 'mon-0', kind: 'contentMonitoring', subject: 'unit:hn-hub', about: null, stage: 'WATCHING' };
  expect(() => filing(people.hub, [{ ...earlier, isOpen: true }])).toThrow('under way already');
  expect(filing(people.hub, [{ ...earlier, isOpen: false }])).toBeDefined();
});

it('HN-NET-08.1 what is published is checked every 5 working days, and each check is logged', () => {
  const one = watching();
  expect(one.deadline('check')).toMatchObject({ lastDay: '2025-10-10' });
  one.act('recordCheck', people.hub, check, at('2025-10-09 10:00'));
  expect(one.state.facts).toEqual({
    checks: 1,
    latest: { at: at('2025-10-09 10:00'), providers: 12, items: 40, findings: [] },
  });
  expect(one.last.lines[0]?.title.zh).toContain('检查服务商 12 家、服务（商品） 40 项；未发现违法信息');
  expect(one.deadline('check')).toMatchObject({ lastDay: '2025-10-15' });
  expect(one.tasks).toEqual(['check']);
});

it('HN-NET-08.1 names the cases that a check has led to', () => {
  const one = watching();
  one.act('recordCheck', people.hub, { ...check, findingIds: ['ilc-1'] }, at('2025-10-09 10:00'));
  expect(one.state.facts.latest?.findings).toEqual(['ilc-1']);
  expect(one.last.lines[0]?.title.zh).toContain('发现违法信息');
});

it('HN-NET-08.1 a check that is late is flagged to the manager, and its record takes the flag away', () => {
  const one = watching();
  one.liveUntil(at('2025-10-11 00:00'));
  expect(one.tasks).toEqual(['check', 'overdue']);
  expect(one.toldTo('checkOverdue')).toEqual(['manager']);
  one.act('recordCheck', people.hub, check, at('2025-10-11 10:00'));
  expect(one.tasks).toEqual(['check']);
});

it('HN-NET-08.1 XC-05.1 is ended by a manager alone, with a reason', () => {
  const one = watching();
  expect(() => one.act('endMonitoring', people.hub, { reason: '……' }, openedAt)).toThrow('may not');
  expect(() => one.act('endMonitoring', manager, {}, openedAt)).toThrow('needs a reason');
  one.act('endMonitoring', manager, { reason: '枢纽平台终止交易服务。' }, openedAt);
  expect(one.state).toMatchObject({ outcome: 'ENDED', deadlines: [], tasks: [] });
});
