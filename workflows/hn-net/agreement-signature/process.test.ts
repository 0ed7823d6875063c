import { describe, expect, it } from 'vitest';
import { at, person } from '../../../test/support/engine-samples.ts';
import { NetworkCase, netPeople as people, PROVIDER } from '../../../test/support/network-case.ts';
import { systemActor } from '../../../rules/roles.ts';
import { tradingPlatform } from '../trading-platform.ts';
import type { AgreementSignatureFacts } from './contract.ts';
import { agreementSignature } from './process.ts';

const manager = person('hub-manager', { role: 'manager', ...tradingPlatform().body });
const agreement = systemActor('agr-2');
const openedAt = at('2025-09-26 10:00');
const reason = '两次提请后仍拒绝签署。';

function offered(effectiveFrom = '2025-10-26') {
  return new NetworkCase<AgreementSignatureFacts>(
    agreementSignature,
    {
      ...{ subject: PROVIDER, title: '某服务商', parties: { provider: [PROVIDER] }, body: tradingPlatform().body },
      opening: { agreementId: 'agr-2', version: 2, effectiveFrom, registrationId: 'reg-1' },
    },
    { id: 'sig-1', openedAt },
  );
}

describe('the signing of a version', () => {
  it('HN-NET-07.2 is asked of the provider before the version takes effect, and its acceptance is stored with its time', () => {
    const one = offered();
    expect(one.lastNotices).toEqual([`agreementOffered → ${PROVIDER}`]);
    expect(one.deadline('answer')).toMatchObject({ lastDay: '2025-10-25' });
    const signedAt = at('2025-10-10 09:30');
    one.act('sign', people.provider, { readInFull: true }, signedAt);
    expect(one.last.writes).toEqual([
      {
        write: 'register',
        data: {
          ...{ register: 'hn-net.agreements', status: 'SIGNED', validFrom: '2025-10-10', validTo: null },
          data: { version: 2, agreementId: 'agr-2', answeredAt: signedAt },
        },
      },
    ]);
    expect(one.state).toMatchObject({ outcome: 'SIGNED', tasks: [], deadlines: [], facts: { signedAt } });
  });

  it('HN-NET-07.1 is given ten working days where the version is in force already', () => {
    expect(offered('2025-01-01').deadline('answer')).toMatchObject({ lastDay: '2025-10-16' });
  });

  it('HN-NET-07.1 is the provider’s alone to do', () => {
    const one = offered();
    expect(() => one.act('sign', people.otherProvider, { readInFull: true }, openedAt)).toThrow('outside your');
    expect(() => one.act('sign', manager, { readInFull: true }, openedAt)).toThrow('may not');
  });

  it('HN-NET-07.2 ends with the version, and with the registration', () => {
    const one = offered();
    one.act('versionSuperseded', agreement, {}, openedAt);
    expect(one.state.outcome).toBe('SUPERSEDED');
    const other = offered();
    other.act('providerLeft', agreement, {}, openedAt);
    expect(other.state.outcome).toBe('LEFT');
  });
});

describe('a provider that does not sign', () => {
  it('HN-NET-07.4 is a task of the platform, and nothing happens of itself', () => {
    const one = offered();
    one.liveUntil(at('2026-03-01 00:00'));
    expect(one.state).toMatchObject({ stage: 'UNANSWERED', outcome: null, tasks: [{ name: 'decideExit' }] });
    expect(one.transitions.flatMap(({ messages }) => messages)).toEqual([]);
    one.act('sign', people.provider, { readInFull: true }, at('2026-03-02 10:00'));
    expect(one.state.outcome).toBe('SIGNED');
  });

  it('HN-NET-07.4 XC-04.3 does not leave for not having answered what never reached it, unless there is proof that it knew', () => {
    const one = offered();
    one.liveUntil(at('2025-10-27 00:00'));
    const unreached = [{ noticeId: 'ntc-1', template: 'agreementOffered', party: PROVIDER }];
    const exit = (input: object) =>
      one.act('startExit', manager, { reason, ...input }, at('2025-10-27 10:00'), unreached);
    expect(() => exit({})).toThrow('have not arrived: Please sign the user agreement');
    expect(exit({ serviceProof: '已当面告知。' }).lines[0]?.title.zh).toContain('已当面告知');
    expect(one.state.outcome).toBe('EXIT');
  });

  it('HN-NET-07.4 leaves by the exit that the agreement names: the deregistration cites its item', () => {
    const one = offered();
    one.act('refuseToSign', people.provider, { reason: '费用过高。' }, at('2025-09-28 10:00'));
    expect(one.state).toMatchObject({ stage: 'REFUSED', tasks: [{ name: 'decideExit' }] });
    expect(() => one.act('startExit', manager, { reason }, at('2025-10-24 10:00'))).toThrow('in force from 2025-10-26');
    expect(() => one.act('startExit', manager, {}, at('2025-10-27 10:00'))).toThrow('needs a reason');
    expect(() => one.act('startExit', people.hub, { reason }, at('2025-10-27 10:00'))).toThrow('may not');
    const unreached = [{ noticeId: 'ntc-1', template: 'agreementOffered' }];
    // It has answered: whether the offer had arrived is beside the point.
    one.act('startExit', manager, { reason }, at('2025-10-27 10:00'), unreached);
    expect(one.last.messages).toMatchObject([
      {
        ...{ to: 'reg-1', action: 'deregister' },
        input: {
          ground: 'AGREEMENT_NOT_SIGNED',
          reason: expect.stringContaining('第八项“平台进入与退出的条件与程序”') as string,
        },
      },
    ]);
    expect(one.last.notices).toMatchObject([{ template: 'exitStarted', data: { version: 2, refused: true, reason } }]);
    expect(one.last.lines[0]).toMatchObject({ type: 'EXIT_STARTED', clause: 'HN-NET 第八条第三项(八)' });
    expect(one.state.outcome).toBe('EXIT');
  });

  it('HN-NET-07.4 may be asked again, with a new time', () => {
    const one = offered();
    one.liveUntil(at('2025-10-26 00:00'));
    one.act('offerAgain', manager, {}, at('2025-10-27 10:00'));
    expect(one.state).toMatchObject({ stage: 'OFFERED', tasks: [] });
    expect(one.deadline('answer')).toMatchObject({ lastDay: '2025-11-10' });
  });
});
