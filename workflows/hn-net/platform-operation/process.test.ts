import { expect, it } from 'vitest';
import { at, person } from '../../../test/support/engine-samples.ts';
import { fileForm, NetworkCase, netPeople as people } from '../../../test/support/network-case.ts';
import type { PlatformOperationFacts } from './contract.ts';
import { platformOperationIntake } from './intake.ts';
import { platformOperation } from './process.ts';

const openedAt = at('2025-10-09 09:00');
const manager = person('hub-manager', { role: 'manager', bodyId: 'hn-hub', region: 'HN' });
const form = { platform: 'hn-hub', measures: '双机热备，每日巡检。' };

function running() {
  const filing = fileForm(platformOperationIntake, form, { filer: people.hub, now: openedAt });
  return new NetworkCase<PlatformOperationFacts>(platformOperation, filing, {
    id: 'opr-1',
    openedAt,
    filer: people.hub,
  });
}

it('HN-NET-14.3 a check records the status, and the next is wanted within a working day', () => {
  const one = running();
  expect(one.deadline('check')).toMatchObject({ lastDay: '2025-10-10' });
  one.act('recordOperation', people.hub, { status: 'NORMAL' }, at('2025-10-10 09:00'));
  expect(one.state).toMatchObject({
    stage: 'RUNNING',
    facts: { checks: 1, latest: { status: 'NORMAL' }, incidents: [] },
  });
  expect(one.deadline('check')).toMatchObject({ lastDay: '2025-10-11' });
});

it('HN-NET-14.3 an incident is recorded with its times, told to the manager and ended by a check that finds all well', () => {
  const one = running();
  expect(() => one.act('recordOperation', people.hub, { status: 'DOWN' }, openedAt)).toThrow('Say what does not work');
  one.act('recordOperation', people.hub, { status: 'DOWN', account: '机房断电。' }, at('2025-10-09 10:00'));
  expect(one.state.stage).toBe('INCIDENT');
  expect(one.toldTo('incidentBegun')).toEqual(['manager']);
  one.act('recordOperation', people.hub, { status: 'DEGRADED', account: '备用机房已启用。' }, at('2025-10-09 11:00'));
  expect(one.toldTo('incidentBegun')).toEqual([]);
  expect(() => one.act('endOperation', manager, { reason: '……' }, at('2025-10-09 11:00'))).toThrow();
  one.act('recordOperation', people.hub, { status: 'NORMAL', account: '已恢复。' }, at('2025-10-09 12:00'));
  expect(one.state.facts.incidents).toEqual([
    {
      ...{ from: at('2025-10-09 10:00'), to: at('2025-10-09 12:00'), worst: 'DOWN' },
      accounts: ['机房断电。', '备用机房已启用。', '已恢复。'],
    },
  ]);
});

it('HN-NET-14.3 a check that is not made is the manager’s to see to', () => {
  const one = running();
  one.liveUntil(at('2025-10-11 00:00'));
  expect(one.toldTo('operationCheckOverdue')).toEqual(['manager']);
  expect(one.state.tasks.map(({ name }) => name)).toContain('overdue');
});
