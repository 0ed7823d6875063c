import { describe, expect, it } from 'vitest';
import { AnhuiCase, anhuiPeople as people, fileAnhui, HEFEI, INSTITUTION } from '../../../test/support/anhui-case.ts';
import { at } from '../../../test/support/engine-samples.ts';
import type { ServiceNeedFacts } from './contract.ts';
import { serviceNeedIntake } from './intake.ts';
import { serviceNeed } from './process.ts';

const openedAt = at('2025-09-20 10:00');
const REQUESTER = 'person:consumer-1';

function published() {
  const form = { category: 'TECHNOLOGY', need: '防爆检测。' };
  const filing = fileAnhui(serviceNeedIntake, form, { filer: people.consumer });
  return new AnhuiCase<ServiceNeedFacts>(serviceNeed, filing, { id: 'sne-1', openedAt, filer: people.consumer });
}

function taken() {
  const one = published();
  one.act('offerNeed', people.platform, { provider: INSTITUTION }, at('2025-09-22 10:00'), [INSTITUTION]);
  one.act('takeOrder', people.institution, {}, at('2025-09-23 10:00'));
  return one;
}

function completed(changes: object = {}) {
  const one = taken();
  const input = { completedOn: '2025-09-26', publicBenefit: false, fileIds: [], ...changes };
  one.act('completeService', people.institution, input, at('2025-09-26 10:00'));
  return one;
}

const namesOf = (one: ReturnType<typeof taken>) =>
  (one.written('figure') as { figure: string; n: number }[]).map(({ figure, n }) => `${figure} ${n}`);

describe('a need', () => {
  it('AH-OPS-02.2 taken but not completed does not count as matched', () => {
    const one = taken();
    expect(one.state).toMatchObject({ stage: 'ORDER_TAKEN', deadlines: [] });
    expect(one.transitions.flatMap(({ writes }) => writes)).toEqual([]);
    expect(one.toldTo('orderTaken')).toEqual([REQUESTER]);
  });

  it('AH-EVAL-02.2 completed it counts as one match, and for public benefit if it was', () => {
    expect(namesOf(completed())).toEqual(['matches 1', 'served 1']);
    expect(namesOf(completed({ publicBenefit: true }))).toEqual(['matches 1', 'served 1', 'publicServed 1']);
    expect(() => completed({ completedOn: '2025-09-27' })).toThrow('once it is completed');
    expect(() => completed({ completedOn: '2025-09-22' })).toThrow('before the day on which the order was taken');
    expect(() => completed({ completedOn: '2025-09-23' })).not.toThrow();
  });

  it('AH-EVAL-02.3 counts its enterprise as served under the enterprise and the year, not once a need', () => {
    const written = completed({ publicBenefit: true }).written('figure') as { figure: string; key: string }[];
    expect(Object.fromEntries(written.map(({ figure, key }) => [figure, key]))).toEqual({
      ...{ matches: 'sne-1', served: `${REQUESTER}:2025`, publicServed: `${REQUESTER}:2025` },
    });
  });

  it('AH-OPS-02.2 is offered to a member, which hears of it; declined it is offered anew', () => {
    const one = published();
    one.act('offerNeed', people.platform, { provider: INSTITUTION }, at('2025-09-22 10:00'), [INSTITUTION]);
    expect(one.toldTo('needOffered')).toEqual([INSTITUTION]);
    expect(() => one.act('takeOrder', people.other, {}, at('2025-09-23 10:00'))).toThrow('outside');
    one.act('declineOrder', people.institution, { reason: '设备检修。' }, at('2025-09-23 10:00'));
    expect(one.state).toMatchObject({ stage: 'PUBLISHED', tasks: [{ name: 'matchNeed' }] });
    // Nobody had told the enterprise that somebody would come.
    expect(one.toldTo('needOpenAgain')).toEqual([]);
  });

  it('AH-OPS-02.2 nobody takes within 30 days expires', () => {
    const one = published();
    expect(one.deadline('openNeed')).toMatchObject({ lastDay: '2025-10-20' });
    one.liveUntil(at('2025-10-21 00:00'));
    expect(one.state.outcome).toBe('EXPIRED');
    expect(one.toldTo('needExpired')).toEqual([REQUESTER]);
  });
});

describe('a need that is not served', () => {
  it('AH-OPS-02.2 is taken back by the platform, offered or taken, with a reason that the member reads, and waits anew', () => {
    const one = taken();
    expect(one.tasks).toEqual(['followOrder']);
    one.act('recallNeed', people.platform, { reason: '一个月未联系企业。' }, at('2025-10-23 10:00'));
    expect(one.toldTo('orderEnded')).toEqual([INSTITUTION]);
    expect(one.toldTo('needOpenAgain')).toEqual([REQUESTER]);
    expect(one.state).toMatchObject({ stage: 'PUBLISHED', facts: { takenAt: null } });
    expect(one.tasks).toEqual(['matchNeed']);
    expect(one.deadline('openNeed')).toMatchObject({ lastDay: '2025-11-22' });
    one.act('offerNeed', people.platform, { provider: HEFEI }, at('2025-10-24 10:00'), [HEFEI]);
    one.act('recallNeed', people.platform, { reason: '不接单。' }, at('2025-10-27 10:00'));
    expect(one.toldTo('orderEnded')).toEqual([HEFEI]);
    expect(one.deadline('openNeed')).toMatchObject({ lastDay: '2025-11-22' });
  });

  it('AH-OPS-02.2 is withdrawn by the enterprise after it was taken, too; the member hears of it', () => {
    const one = taken();
    one.act('withdrawNeed', people.consumer, {}, at('2025-10-23 10:00'));
    expect(one.state).toMatchObject({ outcome: 'WITHDRAWN', tasks: [] });
    expect(one.toldTo('orderEnded')).toEqual([INSTITUTION]);
  });

  it('AH-OPS-02.2 is offered to members alone, and not to the enterprise itself', () => {
    const offer = (provider: string, members: string[]) => () =>
      published().act('offerNeed', people.platform, { provider }, at('2025-09-22 10:00'), members);
    expect(offer('91310104MA1FR2CD85', [INSTITUTION])).toThrow('no member');
    expect(offer(REQUESTER, [REQUESTER])).toThrow('enterprise whose need it is');
  });
});

describe('after the service', () => {
  it('AH-OPS-04.1 a return visit is to be made within 10 working days: of 2025-09-26 by 2025-10-16', () => {
    const one = completed();
    expect(one.deadline('visit')).toMatchObject({ lastDay: '2025-10-16' });
    expect(one.tasks).toEqual(['returnVisit']);
    const visit = { visitedOn: '2025-10-10', account: '已解决。' };
    const early = { ...visit, visitedOn: '2025-09-25' };
    expect(() => one.act('recordVisit', people.platform, early, at('2025-10-10 10:00'))).toThrow(
      'before the day of comp',
    );
    one.act('recordVisit', people.platform, visit, at('2025-10-10 10:00'));
    expect(one.state.outcome).toBe('SERVED');
  });

  it('AH-EVAL-02.1 the enterprise evaluates online, once, also after the visit', () => {
    const one = completed();
    one.act('recordVisit', people.platform, { visitedOn: '2025-10-10', account: '已解决。' }, at('2025-10-10 10:00'));
    one.act('evaluateService', people.consumer, { satisfied: true }, at('2025-10-11 10:00'));
    expect(one.state.outcome).toBe('EVALUATED');
    expect(namesOf(one)).toEqual(['evaluations 1', 'satisfied 1']);
    const twice = () => one.act('evaluateService', people.consumer, { satisfied: false }, at('2025-10-12 10:00'));
    expect(twice).toThrow();
    const unhappy = completed();
    unhappy.act('evaluateService', people.consumer, { satisfied: false }, at('2025-09-28 10:00'));
    expect(namesOf(unhappy)).toEqual(['evaluations 1', 'satisfied 0']);
  });
});
