import { describe, expect, it } from 'vitest';
import { at, person } from '../../../test/support/engine-samples.ts';
import { fileForm, NetworkCase, netPeople as people } from '../../../test/support/network-case.ts';
import { tradingPlatform } from '../trading-platform.ts';
import type { PromotionFacts } from './contract.ts';
import { promotionInputs } from './input.ts';
import { promotionIntake } from './intake.ts';
import { promotion } from './process.ts';

const { body } = tradingPlatform();
const reviewer = person('hub-2', { role: 'reviewer', ...body });
const manager = person('hub-manager', { role: 'manager', ...body });
const openedAt = at('2025-09-26 10:00');
const form = {
  ...{ title: '服务月', from: '2025-10-10', to: '2025-10-31' },
  ...{ reason: '平台十周年', method: '满减', rules: '每单限用一次', range: '检测服务', restrictions: '每户一次' },
  claims: [{ claim: '原价1000元', fileIds: ['f-1'] }],
};

function draft(changes: object = {}) {
  const filing = fileForm(promotionIntake, { ...form, ...changes }, { filer: people.hub, now: openedAt });
  return new NetworkCase<PromotionFacts>(promotion, filing, { id: 'prm-1', openedAt, filer: people.hub });
}

function published() {
  const one = draft();
  one.act('approvePublicity', reviewer, {}, openedAt);
  one.act('publish', manager, {}, openedAt);
  return one;
}

describe('the publicity', () => {
  it('HN-NET-13.1 with a claim without proof needs a second reviewer', () => {
    const one = draft({ claims: [{ claim: '全省最低价', fileIds: [] }] });
    expect(() => one.act('approvePublicity', people.hub, {}, openedAt)).toThrow('somebody else must');
    one.act('approvePublicity', reviewer, {}, openedAt);
    expect(one.tasks).toEqual(['approveAgain']);
    expect(() => one.act('publish', manager, {}, openedAt)).toThrow('A second reviewer must approve');
    const again = { reason: '已向物价部门核对。' };
    expect(() => one.act('approveUnproven', reviewer, again, openedAt)).toThrow('somebody else must');
    one.act('approveUnproven', manager, again, openedAt);
    one.act('publish', manager, {}, openedAt);
    expect(one.state.stage).toBe('PUBLISHED');
  });

  it('HN-NET-13.1 with proof of each claim needs one, and anew once the draft was changed', () => {
    const one = draft();
    one.act('approvePublicity', reviewer, {}, openedAt);
    expect(() => one.act('approveUnproven', manager, { reason: '……' }, openedAt)).toThrow('No claim waits');
    one.act('reviseDraft', people.hub, { changes: { ...form, range: '全部服务' } }, openedAt);
    expect(() => one.act('publish', manager, {}, openedAt)).toThrow('has not been checked');
    one.act('approvePublicity', reviewer, {}, openedAt);
    one.act('publish', manager, {}, openedAt);
    expect(one.state.stage).toBe('PUBLISHED');
  });

  it('HN-NET-13.1 that exaggerates is returned with the reason', () => {
    const one = draft();
    expect(() => one.act('returnDraft', reviewer, {}, openedAt)).toThrow('needs a reason');
    one.act('returnDraft', reviewer, { reason: '夸大宣传。' }, openedAt);
    expect(one.last.notices).toMatchObject([{ template: 'promotionReturned' }]);
    expect(one.tasks).toEqual([]);
  });
});

describe('the plan', () => {
  it('HN-NET-13.2 without its restrictions cannot be published', () => {
    for (const item of ['reason', 'method', 'rules', 'range', 'restrictions']) {
      const one = draft({ [item]: null });
      one.act('approvePublicity', reviewer, {}, openedAt);
      expect(() => one.act('publish', manager, {}, openedAt), item).toThrow('The plan lacks');
    }
    expect(() => draft({ to: '2025-10-09' })).toThrow('cannot end before it begins');
  });

  it('HN-NET-13.2 runs from its first day to 24:00 of its last', () => {
    const one = published();
    expect(one.liveUntil(at('2025-12-01 00:00'))).toEqual([at('2025-10-10 00:00'), at('2025-11-01 00:00')]);
    expect(one.state.outcome).toBe('ENDED');
  });

  it('HN-NET-13.3 cannot be edited once it is published, and is changed for force majeure alone', () => {
    const one = published();
    one.liveUntil(at('2025-10-10 00:00'));
    const now = at('2025-10-15 10:00');
    expect(() => one.act('reviseDraft', people.hub, { changes: form }, now)).toThrow();
    const change = { to: '2025-10-20', forceMajeure: '台风致机房停运。', fileIds: ['f-2'] };
    expect(() => promotionInputs.proposeChange.parse({ ...change, forceMajeure: '' })).toThrow('force majeure');
    one.act('proposeChange', people.hub, change, now);
    expect(one.state).toMatchObject({ stage: 'RUNNING', facts: { to: '2025-10-31' } });
    const proposer = person('hub', { role: 'manager', ...body });
    expect(() => one.act('acceptChange', proposer, { reason: '……' }, now)).toThrow('somebody else must');
    one.act('acceptChange', manager, { reason: '气象部门证明属实。' }, now);
    expect(one.state).toMatchObject({ stage: 'CHANGED_FORCE_MAJEURE', facts: { to: '2025-10-20', proposed: null } });
    expect(one.liveUntil(at('2025-12-01 00:00'))).toEqual([at('2025-10-21 00:00')]);
  });

  it('HN-NET-13.3 stands where a manager finds no force majeure', () => {
    const one = published();
    const change = { to: '2025-10-20', forceMajeure: '库存不足。', fileIds: ['f-2'] };
    one.act('proposeChange', people.hub, change, openedAt);
    expect(() => one.act('proposeChange', people.hub, change, openedAt)).toThrow('waits to be decided');
    one.act('rejectChange', manager, { reason: '可以预见。' }, openedAt);
    expect(one.state).toMatchObject({ stage: 'PUBLISHED', facts: { to: '2025-10-31', changes: [] }, tasks: [] });
    expect(() => one.act('acceptChange', manager, { reason: '……' }, openedAt)).toThrow('No change waits');
  });
});

describe('the mailing', () => {
  it('HN-NET-15.9 is ordered once, for a plan that is published, and its result is on record', () => {
    expect(() => draft().act('orderMailing', manager, {}, openedAt)).toThrow();
    const one = published();
    one.act('orderMailing', manager, {}, openedAt);
    expect(() => one.act('orderMailing', manager, {}, openedAt)).toThrow('ordered already');
    const result = { told: 400, leftOut: 100 };
    one.act('mailingFinished', { kind: 'system', id: 'HN-NET-15.9', role: 'system' }, result, openedAt);
    expect(one.state.facts.mailing).toEqual({ orderedAt: openedAt, result });
    expect(promotion.contract.notices['promotionAdvertised']?.class).toBe('commercial');
  });
});
