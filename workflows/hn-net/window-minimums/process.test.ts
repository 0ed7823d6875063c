import { describe, expect, it } from 'vitest';
import type { WindowFigures } from '../../../rules/hn-net/minimums.ts';
import { at, people as anyone, person } from '../../../test/support/engine-samples.ts';
import { NetworkCase } from '../../../test/support/network-case.ts';
import type { WindowMinimumsFacts } from './facts.ts';
import { windowMinimums } from './process.ts';

const OPERATOR = '91430102MA4L8XK93A';
const department = { bodyId: 'hn-dept-liuyang', region: 'HN/CHANGSHA/LIUYANG' } as const;
const manager = person('m-1', { role: 'manager', ...department });
const operator = person('op', { role: 'provider', party: OPERATOR });

function figures(serving: number, members = 100): WindowFigures & { windows: [] } {
  const providers = Array.from({ length: 20 }, (_, nth) => ({
    party: `person:p-${nth}`,
    lastServedOn: nth < serving ? '2025-08-15' : null,
  }));
  return { asOf: at('2025-10-01 00:00'), providers, members, windows: [] };
}

function watched() {
  const opening = { id: 'hn-liuyang', name: '浏阳市中小企业综合窗口服务平台', kind: 'COUNTY_COMPREHENSIVE' };
  return new NetworkCase<WindowMinimumsFacts>(
    windowMinimums,
    {
      ...{ title: '', subject: OPERATOR, parties: { operator: [OPERATOR] }, body: department, bodies: { department } },
      ...{ about: 'window:hn-liuyang', opening },
    },
    { id: 'wmn-1', openedAt: at('2025-08-20 10:00') },
  );
}

function checkedWith(serving: number, members?: number) {
  const one = watched();
  one.liveUntil(at('2025-10-01 00:00'), () => figures(serving, members));
  return one;
}

describe('the least numbers of a window', () => {
  it('HN-NET-03.1 are looked at when a quarter is over, and say what was counted', () => {
    const one = checkedWith(20);
    expect(one.state).toMatchObject({
      stage: 'MET',
      facts: { latest: { from: '2025-07-01', to: '2025-09-30', met: true } },
    });
    expect(one.deadline('nextCheck')).toMatchObject({ lastDay: '2025-12-31' });
    // The check is the platform’s own: nobody has missed a time (XC-05.3).
    expect(one.transitions.flatMap(({ lines }) => lines.map(({ title }) => title.en))).toContainEqual(
      expect.stringMatching(/^The time has come: Check the numbers/),
    );
    const line = one.last.lines.find(({ type }) => type === 'MINIMUMS_CHECKED');
    expect(line?.title.en).toContain('20 providers connected, 20 of them serving (least 20)');
    expect(line?.detail).toMatchObject({ counted: expect.arrayContaining(['person:p-0']) as unknown });
    expect(one.noticed).toEqual([]);
  });

  it('HN-NET-03.7 with 19 providers on 2025-10-01 a task opens, operator and department are told, and the window stays one', () => {
    const one = checkedWith(19);
    expect(one.state).toMatchObject({ stage: 'BELOW_MINIMUM', closedAt: null, facts: { shortSince: '2025-09-30' } });
    expect(one.tasks).toEqual(['decideShortfall']);
    expect([one.toldTo('belowMinimum'), one.toldTo('shortfallFound')]).toEqual([[OPERATOR], ['manager']]);
    expect(one.transitions.flatMap(({ messagesAbout }) => messagesAbout)).toEqual([]);
  });

  it('HN-NET-03.7 is followed by what a manager decides, and the loss of qualification is proposed to the case of the window', () => {
    const one = checkedWith(19);
    const decision = { measure: 'PROPOSE_DISQUALIFICATION', reason: '连续两个季度未达下限。' };
    expect(() => one.act('decideShortfall', operator, decision, at('2025-10-10 10:00'))).toThrow('may not');
    expect(() => one.act('decideShortfall', anyone.manager, decision, at('2025-10-10 10:00'))).toThrow('outside');
    one.act('decideShortfall', manager, decision, at('2025-10-10 10:00'));
    expect(one.last.messagesAbout).toMatchObject([
      { kind: 'windowQualification', action: 'proposeDisqualification', input: { ground: 'DUTIES_NOT_DONE' } },
    ]);
    expect(one.state).toMatchObject({ stage: 'BELOW_MINIMUM', tasks: [], closedAt: null });
  });

  it('HN-NET-03.3 tells a second quarter anew, and its end', () => {
    const one = checkedWith(20, 99);
    expect(one.state.stage).toBe('BELOW_MINIMUM');
    one.liveUntil(at('2026-01-01 00:00'), () => figures(20, 99));
    expect(one.noticed.filter((name) => name === 'belowMinimum')).toHaveLength(2);
    expect(one.noticed.filter((name) => name === 'shortfallFound')).toHaveLength(1);
    one.act('checkNow', manager, {}, at('2026-01-10 10:00'), { ...figures(0), providers: servedLately(20) });
    expect(one.state).toMatchObject({ stage: 'MET', tasks: [], facts: { shortSince: null } });
    expect(one.toldTo('minimumsMet')).toEqual([OPERATOR]);
    expect(one.toldTo('shortfallEnded')).toEqual(['manager']);
  });

  it('XC-04 HN-NET-25.2 tells who was asked to decide that the window has lost its qualification, and nobody twice', () => {
    const asked = checkedWith(19);
    asked.act('windowEnded', anyone.otherCase, {}, at('2025-10-09 10:00'));
    expect(asked.last.notices).toMatchObject([
      { template: 'shortfallEnded', to: { role: 'manager' }, data: { why: { zh: '窗口资格已取消' } } },
    ]);
    const decided = checkedWith(19);
    decided.act('decideShortfall', manager, { measure: 'GUIDE', reason: '指导。' }, at('2025-10-09 10:00'));
    decided.act('windowEnded', anyone.otherCase, {}, at('2025-10-10 10:00'));
    expect(decided.toldTo('shortfallEnded')).toEqual([]);
  });

  it('HN-NET-25.2 ends with the window', () => {
    const one = watched();
    one.act('windowEnded', anyone.otherCase, {}, at('2025-09-01 10:00'));
    expect(one.state).toMatchObject({ outcome: 'ENDED', deadlines: [] });
  });
});

function servedLately(many: number) {
  return Array.from({ length: many }, (_, nth) => ({ party: `person:p-${nth}`, lastServedOn: '2025-12-20' as const }));
}
