import { describe, expect, it } from 'vitest';
import type { ConsumerRegistrationFacts } from './contract.ts';
import { at, person } from '../../../test/support/engine-samples.ts';
import { NetworkCase } from '../../../test/support/network-case.ts';
import { consumerRegistrationInputs } from './input.ts';
import { consumerRegistration } from './process.ts';

const party = 'person:u-7';
const hub = { bodyId: 'hn-hub', region: 'HN' };
const consumer = person('u-7', { role: 'consumer', party });
const otherConsumer = person('u-8', { role: 'consumer', party: 'person:u-8' });
const reviewer = person('r-1', { role: 'reviewer', ...hub });
const reviewerElsewhere = person('r-2', { role: 'reviewer', bodyId: 'hn-changsha', region: 'HN/CHANGSHA' });
const provider = person('p-1', { role: 'provider', party: '91430102MA4L8XK93A' });
const contact = { address: '长沙市某路2号', telephone: '13800000000', email: null };
const later = at('2025-09-28 09:00');

function registration() {
  return new NetworkCase<ConsumerRegistrationFacts>(
    consumerRegistration,
    {
      title: '',
      subject: party,
      parties: { consumer: [party] },
      body: hub,
      opening: { kind: 'INDIVIDUAL', platform: 'hn-hub' },
    },
    { id: 'con-1', openedAt: at('2025-09-26 10:00'), filer: consumer },
  );
}

function entryOf(one: { last: { writes: readonly { write: string; data: object }[] } }) {
  return one.last.writes.find(({ write }) => write === 'register')?.data;
}

describe('the registration of a consumer', () => {
  it('HN-NET-18.1 HN-NET-01.3 takes effect at once and stands in the register with codes alone', () => {
    const one = registration();
    expect(one.state).toMatchObject({ stage: 'REGISTERED', outcome: null, deadlines: [] });
    expect(entryOf(one)).toEqual({
      register: 'hn-net.consumers',
      status: 'REGISTERED',
      validFrom: '2025-09-26',
      validTo: null,
      data: { kind: 'INDIVIDUAL', platform: 'hn-hub', identityChecked: false },
    });
    expect(one.lastNotices).toEqual([`registered → ${party}`]);
  });

  it('HN-NET-18.2 is checked afterwards by the platform, once', () => {
    const one = registration();
    expect(one.tasks).toEqual(['checkIdentity']);
    one.act('confirmIdentity', reviewer, {}, later);
    expect(one.state).toMatchObject({ stage: 'REGISTERED', facts: { identityCheckedAt: later }, tasks: [] });
    expect(entryOf(one)).toMatchObject({ status: 'REGISTERED', data: { identityChecked: true } });
    expect(() => one.act('confirmIdentity', reviewer, {}, later)).toThrow('checked already');
  });

  it('HN-NET-18.2 goes on while the consumer puts its contact right, and the reviewer sees whether it did', () => {
    const one = registration();
    one.act('requestCorrection', reviewer, { items: ['telephone'], reason: '号码是空号。' }, later);
    expect(one.state.stage).toBe('REGISTERED');
    expect(one.last.notices).toEqual([
      expect.objectContaining({
        template: 'correctionRequested',
        data: { items: [{ zh: '联系电话', en: 'Telephone' }], reason: '号码是空号。', requestedAt: later },
      }),
    ]);
    const answered = at('2025-09-29 20:00');
    one.act('updateContact', consumer, contact, answered);
    expect(one.last.writes).toEqual([{ write: 'form', data: { changes: contact, filedById: 'u-7' } }]);
    expect(one.last.tasks).toEqual([
      expect.objectContaining({
        name: 'checkIdentity',
        closed: false,
        detail: { kind: 'INDIVIDUAL', items: ['telephone'], askedAt: later, answeredAt: answered },
      }),
    ]);
    one.act('confirmIdentity', reviewer, {}, at('2025-09-30 09:00'));
    expect(one.state).toMatchObject({ facts: { correction: null }, tasks: [] });
  });

  it('HN-NET-18.2 keeps a contact that can be used: none, or a wrong one, is refused at its field', () => {
    const one = registration();
    const refusedAt = (change: object) =>
      consumerRegistrationInputs.updateContact
        .safeParse({ ...contact, ...change })
        .error?.issues.map(({ path }) => path.join('.'));
    expect(refusedAt({})).toBeUndefined();
    expect(refusedAt({ telephone: null })).toEqual(['telephone']);
    expect(refusedAt({ address: ' ' })).toEqual(['address']);
    expect(refusedAt({ email: 'x' })).toEqual(['email']);
    expect(refusedAt({ telephone: '12' })).toEqual(['telephone']);
    one.act('updateContact', consumer, { ...contact, telephone: null, email: 'wang@example.com' }, later);
    expect(one.last.tasks).toEqual([]);
  });

  it('HN-NET-18.2 can be looked at again after it was checked', () => {
    const one = registration();
    one.act('confirmIdentity', reviewer, {}, later);
    one.act('requestCorrection', reviewer, { items: ['address'], reason: '信件退回。' }, at('2026-03-02 09:00'));
    expect(one.tasks).toEqual(['checkIdentity']);
  });

  it('HN-NET-18.1 is closed by the consumer at any time, and by nobody else in its name', () => {
    const one = registration();
    expect(() => one.act('closeRegistration', otherConsumer, {}, later)).toThrow('outside your');
    expect(() => one.act('closeRegistration', reviewer, {}, later)).toThrow('may not');
    one.act('closeRegistration', consumer, {}, later);
    expect(one.state).toMatchObject({ outcome: 'CLOSED', closedAt: later, tasks: [] });
    expect(entryOf(one)).toMatchObject({ status: 'CLOSED', validFrom: '2025-09-26', validTo: '2025-09-28' });
    expect(one.lastNotices).toEqual([`registrationClosed → ${party}`]);
    expect(() => one.act('updateContact', consumer, contact, later)).toThrow('closed');
  });

  it('HN-NET-18.2 XC-05.1 is ended by the reviewer when the identity is false, with a reason', () => {
    const one = registration();
    const ground = 'IDENTITY_OF_ANOTHER';
    expect(() => one.act('endRegistration', reviewer, { ground, reason: ' ' }, later)).toThrow('needs a reason');
    one.act('endRegistration', reviewer, { ground, reason: '本人来电说明未曾注册。' }, later);
    expect(one.state).toMatchObject({ outcome: 'ENDED_BY_PLATFORM', closedAt: later });
    expect(entryOf(one)).toMatchObject({
      status: 'CLOSED',
      validTo: '2025-09-28',
      reason: { zh: '冒用他人身份' },
    });
    expect(one.last.notices).toEqual([
      expect.objectContaining({
        template: 'registrationEnded',
        data: expect.objectContaining({ reason: '本人来电说明未曾注册。', endedAt: later }) as unknown,
      }),
    ]);
  });

  it('HN-NET-18.2 is not ended for a contact that the consumer was never asked to put right', () => {
    const one = registration();
    const end = () =>
      one.act(
        'endRegistration',
        reviewer,
        { ground: 'CONTACT_UNTRUE', reason: '地址不存在。' },
        at('2025-10-20 09:00'),
      );
    expect(end).toThrow('Ask for the contact');
    one.act('requestCorrection', reviewer, { items: ['address'], reason: '地址不存在。' }, later);
    end();
    expect(one.state.outcome).toBe('ENDED_BY_PLATFORM');
  });

  it('HN-NET-18.2 XC-05.5 is checked by the platform at which it was made alone', () => {
    const one = registration();
    const end = { ground: 'IDENTITY_UNTRUE', reason: '不实。' };
    expect(() => one.act('endRegistration', reviewerElsewhere, end, later)).toThrow('outside your');
    expect(() => one.act('confirmIdentity', provider, {}, later)).toThrow('may not');
    const both = person('u-7', { role: 'consumer', party }, { role: 'reviewer', ...hub });
    expect(() => one.act('confirmIdentity', both, {}, later)).toThrow('somebody else must');
    expect(one.transitions).toHaveLength(1);
  });

  it('HN-NET-18.1 waits for nothing: it holds until somebody closes it', () => {
    const one = registration();
    expect(one.liveUntil(at('2030-01-01 00:00'))).toEqual([]);
    expect(one.state.stage).toBe('REGISTERED');
  });
});
