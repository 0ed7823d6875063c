import { describe, expect, it } from 'vitest';
import { at, people as anyone, person } from '../../../test/support/engine-samples.ts';
import { NetworkCase } from '../../../test/support/network-case.ts';
import type { PlanExchangeFacts } from './facts.ts';
import { planExchange } from './process.ts';

const OPERATOR = '91430102MA4L8XK93A';
const hub = { bodyId: 'hn-hub', region: 'HN' } as const;
const WINDOW = 'unit:hn-liuyang';
const operator = person('op', { role: 'provider', party: OPERATOR });
const reviewer = person('h-1', { role: 'reviewer', ...hub });
const ownPeople = person('w-1', { role: 'reviewer', bodyId: 'hn-liuyang', region: 'HN/CHANGSHA/LIUYANG' });
const plan = { summary: '组织对接活动四场。', fileIds: ['f-1'] };

function exchange(openedAt = '2025-10-20 10:00') {
  return new NetworkCase<PlanExchangeFacts>(
    planExchange,
    {
      ...{
        title: '',
        subject: OPERATOR,
        parties: { operator: [OPERATOR], window: [WINDOW] },
        body: hub,
        bodies: { hub },
      },
      ...{ about: 'window:hn-liuyang', opening: { window: '浏阳市中小企业综合窗口服务平台' } },
    },
    { id: 'pln-1', openedAt: at(openedAt) },
  );
}

function inYear() {
  const one = exchange();
  one.liveUntil(at('2026-01-01 00:00'));
  return one;
}

describe('the exchange of yearly plans', () => {
  it('HN-NET-17.1 is due both ways by 31 January, 24:00, with the last reminder on the working day before', () => {
    const one = inYear();
    expect(one.state).toMatchObject({ stage: 'DUE', tasks: [{ name: 'sendHubPlan' }], facts: { year: 2026 } });
    for (const name of ['windowPlan', 'hubPlan']) {
      expect(one.deadline(name)).toMatchObject({ lastDay: '2026-01-31', dueAt: '2026-02-01T00:00:00.000+08:00' });
    }
    expect(one.toldTo('planAsked')).toEqual([OPERATOR, WINDOW]);
    const woken = one.liveUntil(at('2026-01-31 23:59'));
    expect(woken.at(-1)).toBe(at('2026-01-30 09:00'));
    expect(one.last.notices.map(({ template }) => template)).toEqual(expect.arrayContaining(['deadlineReminder']));
    expect(one.state.stage).toBe('DUE');
  });

  it('HN-NET-17.1 is overdue at 2026-02-01 00:00 though that day is a Sunday, and may be sent late', () => {
    const one = inYear();
    one.act('sendHubPlan', reviewer, plan, at('2026-01-15 10:00'));
    one.liveUntil(at('2026-02-01 00:00'));
    expect(one.state).toMatchObject({ stage: 'OVERDUE', facts: { lateIn: { window: [2026], hub: [] } } });
    expect(one.toldTo('planOverdue')).toEqual([OPERATOR, WINDOW]);
    one.act('sendWindowPlan', operator, plan, at('2026-02-03 10:00'));
    expect(one.state).toMatchObject({
      stage: 'SENT',
      facts: { plans: { window: { late: true }, hub: { late: false } } },
    });
    expect(() => one.act('sendWindowPlan', operator, plan, at('2026-02-04 10:00'))).toThrow();
  });

  it('HN-NET-17.1 one of 2026-02-01 00:00 is late, whoever has noted that January is over', () => {
    const inTime = inYear();
    inTime.act('sendWindowPlan', operator, plan, at('2026-01-31 23:59'));
    expect(inTime.state.facts).toMatchObject({ plans: { window: { late: false } }, lateIn: { window: [] } });
    const one = inYear();
    one.act('sendWindowPlan', operator, plan, at('2026-02-01 00:00'));
    expect(one.state.facts).toMatchObject({ plans: { window: { late: true } }, lateIn: { window: [2026] } });
  });

  it('HN-NET-17.2 the other side is told and can comment', () => {
    const one = inYear();
    expect(() => one.act('commentPlan', reviewer, { comment: '好。' }, at('2026-01-10 10:00'))).toThrow('has not sent');
    one.act('sendWindowPlan', operator, plan, at('2026-01-15 10:00'));
    expect(one.toldTo('planSent')).toEqual(['reviewer']);
    one.act('commentPlan', reviewer, { comment: '建议增加一场。' }, at('2026-01-16 10:00'));
    expect(one.toldTo('planCommented')).toEqual([OPERATOR, WINDOW]);
    one.act('sendHubPlan', reviewer, plan, at('2026-01-17 10:00'));
    expect(one.toldTo('planSent')).toEqual([OPERATOR, WINDOW]);
    one.act('commentPlan', operator, { comment: '收悉。' }, at('2026-01-18 10:00'));
    expect(one.toldTo('planCommented')).toEqual(['reviewer']);
  });

  it('HN-NET-17.1 HN-NET-16.1 is sent and commented on by the people of the window itself, and by those of no other', () => {
    const at15 = at('2026-01-15 10:00');
    const one = inYear();
    one.act('sendHubPlan', reviewer, plan, at('2026-01-10 10:00'));
    const elsewhere = person('w-2', { role: 'reviewer', bodyId: 'hn-changsha', region: 'HN/CHANGSHA' });
    expect(() => one.act('sendWindowPlan', elsewhere, plan, at15)).toThrow('outside');
    one.act('sendWindowPlan', ownPeople, plan, at15);
    expect(one.state).toMatchObject({ stage: 'SENT', facts: { plans: { window: { late: false } } } });
    expect(one.toldTo('planSent')).toEqual(['reviewer']);
    one.act('commentPlan', ownPeople, { comment: '收悉。' }, at15);
    expect(one.toldTo('planCommented')).toEqual(['reviewer']);
  });

  it('HN-NET-17.2 contacts apart from the plans are logged, none before it was made', () => {
    const one = exchange();
    const contact = { contactOn: '2025-10-21', account: '电话沟通服务记录接口。' };
    expect(() => one.act('logContact', operator, contact, at('2025-10-20 11:00'))).toThrow('once it was made');
    one.act('logContact', operator, contact, at('2025-10-21 11:00'));
    expect(one.state.facts.contacts).toEqual(['2025-10-21']);
  });

  it('HN-NET-17.1 begins anew each year, whatever the year before came to', () => {
    const one = inYear();
    one.liveUntil(at('2027-01-01 00:00'));
    expect(one.state).toMatchObject({ stage: 'DUE', facts: { year: 2027, lateIn: { window: [2026], hub: [2026] } } });
    expect(one.deadline('windowPlan')).toMatchObject({ lastDay: '2027-01-31' });
    expect(one.tasks).toEqual(['sendHubPlan']);
  });

  it('HN-NET-17.1 of a window that is recognised in January, plans of that year are due', () => {
    expect(exchange('2026-01-20 10:00').state).toMatchObject({ stage: 'DUE', facts: { year: 2026 } });
    expect(exchange('2026-02-01 00:00').state).toMatchObject({ stage: 'WAITING', deadlines: [{ name: 'nextYear' }] });
  });

  it('HN-NET-25.2 ends with the window', () => {
    const one = inYear();
    one.act('windowEnded', anyone.otherCase, {}, at('2026-01-05 10:00'));
    expect(one.state).toMatchObject({ outcome: 'ENDED', tasks: [], deadlines: [] });
  });
});
