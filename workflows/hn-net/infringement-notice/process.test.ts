import { describe, expect, it } from 'vitest';
import { at } from '../../../test/support/engine-samples.ts';
import {
  CONSUMER,
  CONTACT,
  fileForm,
  NetworkCase,
  netPeople as people,
  PROVIDER,
} from '../../../test/support/network-case.ts';
import type { InfringementNoticeFacts } from './contract.ts';
import { infringementNoticeIntake as intake } from './intake.ts';
import { infringementNotice } from './process.ts';

const form = {
  provider: PROVIDER,
  right: 'TRADEMARK',
  certificate: '第 12345678 号注册商标',
  items: ['https://shop.example.cn/items/17'],
  account: '商品页面使用了相同商标。',
  fileIds: ['fil-1'],
};
const openedAt = at('2025-09-25 10:00');
const taken = at('2025-09-26 10:00');
const reason = '商标注册证与商品页面相符。';
const measures = ['BLOCK'];

function filed(changes: object = {}, filer = people.consumer) {
  const filing = fileForm(intake, { ...form, ...changes }, { filer });
  return new NetworkCase<InfringementNoticeFacts>(infringementNotice, filing, { id: 'inf-1', openedAt, filer });
}

function measured(filer = people.consumer) {
  const one = filed({}, filer);
  one.act('takeMeasure', people.county, { measures, offers: [], reason }, taken);
  return one;
}

function answered() {
  const one = measured();
  one.act('answerNotice', people.provider, { answer: '已获授权。', fileIds: ['fil-2'] }, at('2025-09-28 10:00'));
  return one;
}

describe('a notice', () => {
  it('HN-NET-09.1 with certificate, links and proof goes to the platform that brought the provider in', () => {
    const one = filed();
    expect(one.state).toMatchObject({
      ...{ bodyId: 'hn-liuyang', stage: 'NOTICE_RECEIVED', tasks: [{ name: 'examine' }] },
      facts: { proven: true, receivedAt: openedAt },
    });
    expect(one.toldTo('noticeReceived')).toEqual([CONSUMER]);
    expect(() => filed({ fileIds: [] })).toThrow('Attach proof');
    expect(() => filed({}, people.provider)).toThrow('against yourself');
    expect(() => fileForm(intake, form, { entries: [] })).toThrow('No such provider');
  });

  it('HN-NET-09.1 without an account brings its proof with the tracking code, and nothing is done before', () => {
    const one = filed({ fileIds: [] }, people.contact);
    expect(() => one.act('takeMeasure', people.county, { measures, offers: [], reason }, taken)).toThrow(
      'no proof yet',
    );
    one.act('addEvidence', people.contact, { note: '商标注册证', fileIds: ['fil-3'] }, taken);
    one.act('takeMeasure', people.county, { measures, offers: [], reason }, taken);
    expect(one.toldTo('holderTold')).toEqual([CONTACT]);
  });

  it('HN-NET-09.1 accepted, the items are taken down at once and the provider is told under which law', () => {
    const one = measured();
    expect(one.state).toMatchObject({ stage: 'MEASURE_TAKEN', facts: { measure: { measures, takenAt: taken } } });
    expect(one.lastNotices).toEqual([`measureTaken → ${PROVIDER}`, `holderTold → ${CONSUMER}`]);
    expect(one.last.notices[0]?.data).toMatchObject({ statute: { zh: '《中华人民共和国民法典》' }, reason });
  });

  it('HN-NET-09.1 XC-05.1 without sufficient proof is rejected with a reason; the provider has not heard of it', () => {
    const one = filed();
    expect(() => one.act('rejectNotice', people.county, {}, taken)).toThrow('needs a reason');
    one.act('rejectNotice', people.county, { reason: '证书已失效。' }, taken);
    expect(one.state).toMatchObject({ outcome: 'REJECTED', tasks: [], deadlines: [] });
    expect(one.toldTo('noticeDecided')).toEqual([CONSUMER]);
  });

  it('HN-NET-09.1 can be withdrawn; items that were taken down are restored', () => {
    const early = filed();
    early.act('withdrawNotice', people.consumer, {}, taken);
    expect([early.state.outcome, early.noticed]).toEqual(['WITHDRAWN', ['noticeReceived']]);
    const late = measured();
    late.act('withdrawNotice', people.consumer, { reason: '双方已和解。' }, at('2025-09-28 10:00'));
    expect(late.toldTo('noticeWithdrawn')).toEqual([PROVIDER]);
  });
});

describe('the answer', () => {
  it('HN-NET-09.2 a measure of 2025-09-26 can be answered until 2025-10-16, and is then decided', () => {
    const one = measured();
    expect(one.deadline('answer')).toMatchObject({ lastDay: '2025-10-16' });
    expect(() => one.act('keepMeasure', people.county, { reason }, taken)).toThrow('is not open now');
    one.liveUntil(at('2025-10-17 00:00'), () => []);
    expect(one.state).toMatchObject({ stage: 'COUNTER_STATEMENT', outcome: null, tasks: [{ name: 'examine' }] });
    one.act('keepMeasure', people.county, { reason }, at('2025-10-17 10:00'));
    expect(one.state).toMatchObject({ outcome: 'MEASURE_KEPT', tasks: [], deadlines: [] });
    expect(one.toldTo('noticeDecided')).toEqual([CONSUMER, PROVIDER]);
  });

  it('HN-NET-09.2 is told to the rights holder and decided on at once; with a good one the items are restored', () => {
    const one = answered();
    expect(one.toldTo('answerGiven')).toEqual([CONSUMER]);
    expect(one.state).toMatchObject({ stage: 'COUNTER_STATEMENT', deadlines: [{ name: 'attention' }] });
    one.act('liftMeasure', people.county2, { reason: '授权书属实。' }, at('2025-09-28 11:00'));
    expect(one.state.outcome).toBe('MEASURE_LIFTED');
  });

  it('HN-NET-09.2 is read when it comes late, as long as nothing is decided', () => {
    const one = measured();
    one.liveUntil(at('2025-10-17 00:00'), () => []);
    one.act('answerNotice', people.provider, { answer: '授权书补交。', fileIds: [] }, at('2025-10-17 09:00'));
    expect(one.state).toMatchObject({ stage: 'COUNTER_STATEMENT', facts: { answeredAt: at('2025-10-17 09:00') } });
    expect(one.tasks).toEqual(['examine']);
  });

  it('HN-NET-09.2 does not run out before the provider has been reached', () => {
    const one = measured();
    const notice = { noticeId: 'n-1', template: 'measureTaken', recipient: 'a@example.org', request: 'measureTaken:1' };
    one.liveUntil(at('2025-10-17 00:00'), () => [notice]);
    expect(one.state.stage).toBe('MEASURE_TAKEN');
    expect(one.deadline('answer')).toMatchObject({ dueAt: null });
  });
});

describe('its owner and its age', () => {
  it('HN-NET-09.3 open for 5 working days without action it is flagged to the manager, and nothing else follows', () => {
    const one = filed();
    expect(one.deadline('attention')).toMatchObject({ lastDay: '2025-10-09' });
    one.liveUntil(at('2025-10-10 00:00'));
    expect(one.state).toMatchObject({ stage: 'NOTICE_RECEIVED', outcome: null });
    expect(one.last.tasks).toMatchObject([{ name: 'unattended', role: 'manager', detail: { since: openedAt } }]);
    one.act('takeMeasure', people.countyManager, { measures, offers: [], reason }, at('2025-10-10 10:00'));
    expect(one.tasks).toEqual([]);
  });

  it('HN-NET-09.3 is flagged again where nobody decides after the answer', () => {
    const one = answered();
    one.liveUntil(at('2025-10-12 00:00'));
    expect(one.tasks).toEqual(['examine', 'unattended']);
    one.act('keepMeasure', people.county, { reason }, at('2025-10-13 10:00'));
    expect(one.state.tasks).toEqual([]);
  });

  it('HN-NET-09.3 XC-05.5 is the work of whoever holds it', () => {
    const one = filed();
    one.act('claimTask', people.county, { task: 'examine' }, taken);
    expect(() => one.act('takeMeasure', people.county2, { measures, reason }, taken)).toThrow('held by somebody else');
  });
});

describe('offers on the platform', () => {
  it('HN-NET-09.1 HN-NET-09.2 are out of view from the measure on, and come back when it is lifted or the notice withdrawn', () => {
    for (const [action, who] of [
      ['liftMeasure', people.county],
      ['withdrawNotice', people.consumer],
    ] as const) {
      const one = filed();
      const measure = { measures: ['DELETE'], offers: ['ofr-1'], reason };
      expect(() => one.act('takeMeasure', people.county, measure, taken)).toThrow('no offer of this provider');
      one.act('takeMeasure', people.county, measure, taken, [{ id: 'ofr-1', name: '材料成分检测' }]);
      expect(one.last.messages).toMatchObject([
        { to: 'ofr-1', action: 'takeOutOfView', input: { deleted: true, reason } },
      ]);
      one.act(action, who, { reason: '授权书属实。' }, at('2025-09-29 10:00'));
      expect(one.last.messages).toMatchObject([{ to: 'ofr-1', action: 'restoreOffer' }]);
    }
  });

  it('HN-NET-09.1 are named in place of links, or a link is', () => {
    expect(() => filed({ items: [], offers: ['ofr-9'] })).toThrow('no offer of this provider');
    expect(() => filed({ items: [] })).toThrow('at least one address');
  });
});
