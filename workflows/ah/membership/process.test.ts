import { describe, expect, it } from 'vitest';
import {
  AnhuiCase,
  anhuiPeople as people,
  fileAnhui,
  HEFEI,
  INSTITUTION,
  institutionEntry,
} from '../../../test/support/anhui-case.ts';
import { at, people as anyone } from '../../../test/support/engine-samples.ts';
import type { Person } from '../../../rules/roles.ts';
import { membershipIntake } from './intake.ts';
import { membership } from './process.ts';

const form = {
  cityPlatform: 'ah-platform-hefei',
  name: '合肥江淮检测有限公司',
  services: '检验检测、标准咨询。',
  contactName: '周敏',
  telephone: '0551-62000000',
};

function filed(changes: object = {}, filer: Person = people.institution) {
  return new AnhuiCase(membership, fileAnhui(membershipIntake, { ...form, ...changes }, { filer }), { filer });
}

describe('coming into the network', () => {
  it('AH-OPS-01.4 an institution that the city platform brings in has it as introducer, for which it counts', () => {
    const one = filed({ creditCode: INSTITUTION }, people.hefei);
    expect(one.state).toMatchObject({ stage: 'MEMBER', bodyId: 'ah-platform-hefei', facts: { introducer: HEFEI } });
    expect(one.written('register')).toMatchObject([
      { register: 'ah.members', status: 'MEMBER', data: { introducer: HEFEI, cityPlatform: 'ah-platform-hefei' } },
    ]);
    expect(one.written('figure')).toEqual([
      { party: HEFEI, figure: 'resources', key: INSTITUTION, n: 1, day: '2025-09-20' },
    ]);
  });

  it('AH-OPS-01.5 an institution that applies is taken in by its city platform, and coordinated by the province', () => {
    const one = filed();
    expect(one.state).toMatchObject({
      stage: 'APPLIED',
      bodyId: 'ah-platform-hefei',
      tasks: [{ name: 'decideResidency' }],
    });
    expect(() => one.act('admit', people.wuhu, {})).toThrow('outside');
    one.act('admit', people.hefei, {}, at('2025-09-20 11:00'));
    expect(one.state).toMatchObject({ stage: 'MEMBER', facts: { introducer: null } });
    expect(one.written('figure')).toEqual([]);
    const [reports] = one.last.openings;
    expect(reports).toMatchObject({ kind: 'periodicReport', bodyId: 'ah-platform', about: `member:${INSTITUTION}` });
    expect(one.toldTo('memberAdmitted')).toEqual([INSTITUTION]);
  });

  it('AH-OPS-01.4 declining needs a reason, and the institution is told', () => {
    const one = filed();
    expect(() => one.act('decline', people.hefei, { reason: '' })).toThrow('reason');
    one.act('decline', people.hefei, { reason: '服务场所尚未设立。' }, at('2025-09-22 10:00'));
    expect(one.state.outcome).toBe('DECLINED');
    expect(one.toldTo('residencyDeclined')).toEqual([INSTITUTION]);
    expect(one.written('register')).toEqual([]);
  });

  it('AH-OPS-01.1 city platforms are put on record by the province alone', () => {
    const city = { kind: 'CITY_PLATFORM' };
    expect(filed(city, people.platform).state).toMatchObject({
      ...{ stage: 'MEMBER', subject: HEFEI, bodyId: 'ah-platform', facts: { introducer: null } },
    });
    for (const filer of [people.hefei, people.institution]) {
      expect(() => filed(city, filer)).toThrow('by the province');
    }
    expect(() => filed({ creditCode: INSTITUTION }, people.wuhu)).toThrow('their own city');
  });

  it('AH-OPS-01.5 who is a member already is none a second time', () => {
    const about = { kind: 'membership', subject: INSTITUTION, about: `member:${INSTITUTION}` };
    const open = [{ id: 'amb-0', ...about, stage: 'MEMBER', isOpen: true }];
    expect(() => fileAnhui(membershipIntake, form, { cases: open })).toThrow('member already');
  });
});

describe('the end of a membership', () => {
  it('AH-EVAL-07.3 the residency of an institution is cancelled, and it owes no more reports', () => {
    const one = filed({ creditCode: INSTITUTION }, people.hefei);
    one.act('cancelMembership', anyone.otherCase, { reason: '年度评价不合格。' }, at('2026-03-02 10:00'));
    expect(one.state.outcome).toBe('RESIDENCY_CANCELLED');
    expect(one.written('register')).toMatchObject([{ status: 'RESIDENCY_CANCELLED', validTo: '2026-03-02' }]);
    expect(one.last.messagesAbout).toMatchObject([
      { kind: 'periodicReport', action: 'membershipEnded' },
      { kind: 'changeFiling', action: 'membershipEnded' },
    ]);
    const city = filed({ kind: 'CITY_PLATFORM' }, people.platform);
    city.act('cancelMembership', anyone.otherCase, { reason: '年度评价不合格。' }, at('2026-03-02 10:00'));
    expect(city.state.outcome).toBe('TITLE_CANCELLED');
  });

  it('AH-EVAL-07.6 cancelled on 2026-03-02 it applies on 2026-03-03: accepted, and flagged', () => {
    const entries = [{ ...institutionEntry, status: 'RESIDENCY_CANCELLED' }];
    const filing = fileAnhui(membershipIntake, form, { entries, now: at('2026-03-03 10:00') });
    const one = new AnhuiCase(membership, filing, { openedAt: at('2026-03-03 10:00'), filer: people.institution });
    expect(one.state).toMatchObject({ stage: 'APPLIED', facts: { formerStatus: 'RESIDENCY_CANCELLED' } });
    expect(one.last.tasks).toMatchObject([{ detail: { formerStatus: 'RESIDENCY_CANCELLED' } }]);
  });
});
