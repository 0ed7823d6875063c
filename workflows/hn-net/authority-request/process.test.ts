import { describe, expect, it } from 'vitest';
import { at, person } from '../../../test/support/engine-samples.ts';
import { asFiling, fileForm, NetworkCase, netPeople as people, PROVIDER } from '../../../test/support/network-case.ts';
import { illegalContent } from '../illegal-content/process.ts';
import { authorityRequest as contract, type AuthorityRequestFacts } from './contract.ts';
import { authorityRequestIntake as intake } from './intake.ts';
import { authorityRequest } from './process.ts';

const hub = { bodyId: 'hn-hub', region: 'HN' } as const;
const manager = person('hub-manager', { role: 'manager', ...hub });
const receivedAt = at('2025-09-26 09:00');
const openedAt = at('2025-09-26 10:00');
const answered = at('2025-09-28 10:00');

const court = {
  provider: PROVIDER,
  requester: 'COURT',
  requesterName: '长沙市岳麓区人民法院',
  requestNumber: '（2025）湘0104调45号',
  legalBasis: '《中华人民共和国民事诉讼法》第七十条',
  asked: 'DATA',
  account: '请提供该服务商的登记信息和订单记录。',
  receivedAt,
  fileIds: ['fil-1'],
};
const authority = {
  ...court,
  requester: 'AUTHORITY',
  requesterName: '长沙市市场监督管理局',
  asked: 'BOTH',
};
const data = { fields: ['providerName', 'order'], tellProvider: false, fileIds: ['fil-2'] };

function filed(changes: object = {}, filer = people.hub) {
  const filing = fileForm(intake, { ...court, ...changes }, { filer, now: openedAt });
  return new NetworkCase<AuthorityRequestFacts>(authorityRequest, filing, { id: 'arq-1', openedAt, filer });
}

describe('a request comes', () => {
  it('HN-NET-08.5 is entered by the platform that received it, with number, basis and the letter itself', () => {
    expect(filed().state).toMatchObject({ bodyId: 'hn-hub', stage: 'REQUEST_RECEIVED', tasks: [{ name: 'answer' }] });
    expect(
      fileForm(intake, { ...court, platform: 'hn-liuyang' }, { filer: people.county, now: openedAt }).body,
    ).toEqual({
      bodyId: 'hn-liuyang',
      region: 'HN/CHANGSHA/LIUYANG',
    });
    expect(() => filed({}, people.county)).toThrow('do not work for this body');
    for (const field of ['requestNumber', 'legalBasis', 'requesterName']) {
      expect(() => filed({ [field]: undefined })).toThrow(field);
    }
    expect(() => filed({ fileIds: [] })).toThrow('fileIds');
    expect(() => filed({ receivedAt: at('2025-09-26 11:00') })).toThrow('in the future');
  });

  it('HN-NET-08.5 does not tell the provider that somebody asks for its data', () => {
    expect(contract.parties.provider.toldLater).toBe(true);
    const one = filed();
    one.act('answerRequest', manager, data, answered);
    expect(one.noticed).toEqual([]);
    expect(one.transitions.some(({ partiesChanged }) => partiesChanged)).toBe(false);
  });

  it('HN-NET-08.5 is answered within its own time, or within that of the platform; then a manager sees to it', () => {
    expect(filed().deadline('answer')).toMatchObject({ lastDay: '2025-10-10' });
    const own = filed({ answerBy: '2025-09-29' });
    expect(own.deadline('answerByLetter')).toMatchObject({ lastDay: '2025-09-29' });
    expect(own.deadline('answer')).toBeUndefined();
    own.liveUntil(at('2025-09-30 00:00'));
    expect(own.state).toMatchObject({ stage: 'REQUEST_RECEIVED', outcome: null });
    expect(own.tasks).toEqual(['answer', 'overdue']);
  });
});

describe('the answer', () => {
  it('HN-NET-08.5 HN-NET-21.4 data package, recipient, basis and time are logged', () => {
    const one = filed();
    one.act('answerRequest', manager, data, answered);
    expect(one.state).toMatchObject({
      outcome: 'ANSWERED',
      deadlines: [],
      facts: {
        release: {
          recipient: 'COURT',
          fields: ['providerName', 'order'],
          basis: '《中华人民共和国民事诉讼法》第七十条',
          releasedAt: answered,
        },
      },
    });
    const [line] = one.last.lines;
    expect(line).toMatchObject({
      type: 'REQUEST_ANSWERED',
      clause: 'HN-NET 第十九条第四项',
      requirement: 'HN-NET-21.4',
    });
    for (const said of ['长沙市岳麓区人民法院', '湘0104调45号', '民事诉讼法', '订单与交易记录', '未告知服务商']) {
      expect(line?.title.zh).toContain(said);
    }
  });

  it('HN-NET-15.6 personal information leaves only with its purpose, and never by one person alone', () => {
    const one = filed();
    const personal = { ...data, fields: ['contact'] };
    expect(() => one.act('answerRequest', manager, personal, answered)).toThrow('what it is needed for');
    expect(() => one.act('answerRequest', people.hub, data, answered)).toThrow('somebody else must');
    one.act('answerRequest', manager, { ...personal, purpose: '送达诉讼文书' }, answered);
    expect(one.state.outcome).toBe('ANSWERED');
  });

  it('HN-NET-08.5 the provider is told where that is allowed, and reads the case from then on', () => {
    const one = filed();
    one.act('answerRequest', manager, { ...data, tellProvider: true }, answered);
    expect(one.toldTo('dataReleased')).toEqual([PROVIDER]);
    expect(one.last.partiesChanged).toBe(true);
  });

  it('HN-NET-08.5 XC-05.1 is refused with a reason, or says what it supplies', () => {
    const one = filed();
    expect(() => one.act('answerRequest', manager, { ...data, fields: [] }, answered)).toThrow(
      'Choose what is supplied',
    );
    expect(() => one.act('refuseRequest', manager, { fileIds: [] }, answered)).toThrow('needs a reason');
    one.act('refuseRequest', manager, { reason: '未附调查令。', fileIds: ['fil-3'] }, answered);
    expect(one.state).toMatchObject({ outcome: 'REFUSED', facts: { release: null } });
  });
});

describe('measures that an authority demands', () => {
  const measures = { breach: 'PROHIBITED', links: ['https://shop.example.cn/items/17'] };

  it('HN-NET-08.5 start a case of unlawful content at the hub, whose times run from the request', () => {
    const one = filed({ ...authority, platform: 'hn-liuyang' }, people.county);
    expect(() => one.act('answerRequest', people.countyManager, data, answered)).toThrow('deal with the content first');
    one.act('takeMeasures', people.countyManager, measures, answered);
    const [opening] = one.last.openings;
    expect(opening).toMatchObject({ kind: 'illegalContent', bodyId: 'hn-hub', subject: PROVIDER, parties: {} });
    const content = new NetworkCase(illegalContent, asFiling(opening!), { id: 'ilc-1', openedAt: answered });
    expect(content.state).toMatchObject({ facts: { source: 'AUTHORITY', knownAt: receivedAt } });
    expect(() => one.act('takeMeasures', people.countyManager, measures, answered)).toThrow('already');
    one.act('answerRequest', people.countyManager, data, answered);
    expect(one.last.lines[0]).toMatchObject({ clause: 'HN-NET 第八条第六项', requirement: 'HN-NET-08.5' });
    expect(one.state.outcome).toBe('ANSWERED');
  });

  it('HN-NET-08.5 are taken only where they are asked for, and answered without data where none are', () => {
    expect(() => filed().act('takeMeasures', manager, measures, answered)).toThrow('does not ask for measures');
    const one = filed({ ...authority, asked: 'MEASURES' });
    one.act('takeMeasures', manager, measures, answered);
    const none = { fields: [], fileIds: [] };
    expect(() => one.act('answerRequest', manager, { ...none, tellProvider: true }, answered)).toThrow(
      'nobody is told',
    );
    one.act('answerRequest', manager, { ...none, tellProvider: false }, answered);
    expect(one.state).toMatchObject({ outcome: 'ANSWERED', facts: { release: null, contentCaseId: 'ilc-1' } });
  });
});
