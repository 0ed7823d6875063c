import { describe, expect, it } from 'vitest';
import { summed } from '../../../rules/ah/figures.ts';
import {
  AnhuiCase,
  anhuiPeople as people,
  fileAnhui,
  HEFEI,
  hefeiEntry,
  INSTITUTION,
  institutionEntry,
} from '../../../test/support/anhui-case.ts';
import { at } from '../../../test/support/engine-samples.ts';
import type { Person } from '../../../rules/roles.ts';
import type { ActivityFacts, EvidenceFacts } from '../../cooperation/service-activity/facts.ts';
import { memberActivityIntake } from './intake.ts';
import { memberActivity } from './process.ts';

const openedAt = at('2025-09-20 10:00');
const form = { name: '政策进园区', kind: 'THEMED', mode: 'OFFLINE', plannedOn: '2025-09-28', content: '政策宣讲。' };
const attendance = [{ body: 'ah-platform-hefei', enterprises: 30, persons: 40 }];
const entries = [institutionEntry, hefeiEntry];

function planned(changes: object = {}, filer: Person = people.institution) {
  const filing = fileAnhui(memberActivityIntake, { ...form, ...changes }, { filer, now: openedAt, entries });
  return new AnhuiCase<ActivityFacts & EvidenceFacts>(memberActivity, filing, { id: 'mac-1', openedAt, filer });
}

function held(changes: object = {}, filer: Person = people.institution, published = true) {
  const one = planned(changes, filer);
  if (published) {
    one.act('publishActivity', filer, {}, at('2025-09-21 10:00'));
    one.act('openSignUp', filer, {}, at('2025-09-21 10:00'));
    one.act('recordSignUps', filer, { enterprises: 35 }, at('2025-09-27 10:00'));
  }
  one.act('recordHeld', filer, { heldOn: '2025-09-28', checkedIn: 30, attendance }, at('2025-09-28 18:00'));
  return one;
}

type Activity = ReturnType<typeof held>;

function upload(
  one: Activity,
  when: string,
  filer: Person = people.institution,
  pieces = ['LIST', 'PHOTOS', 'SUMMARY'],
) {
  for (const piece of pieces) one.act('uploadEvidence', filer, { piece, fileIds: ['f-1'] }, at(when));
}

function accepted(one: Activity, onPlan = false) {
  one.act('acceptEvidence', people.platform, { onPlan }, at('2025-10-20 10:00'));
  const figures = one.written('figure') as { party: string; figure: string; n: number }[];
  return (party: string) =>
    Object.fromEntries(figures.filter((of) => of.party === party).map(({ figure, n }) => [figure, n]));
}

describe('the evidence', () => {
  it('AH-EVAL-03.1 of an offline activity is refused without an entry online', () => {
    const one = held({}, people.institution, false);
    expect(() => upload(one, '2025-09-29 10:00')).toThrow('published');
    one.act('publishActivity', people.institution, {}, at('2025-09-29 10:00'));
    upload(one, '2025-09-29 10:00');
    expect(one.state.stage).toBe('EVIDENCE_UPLOADED');
  });

  it('AH-EVAL-03.2 AH-EVAL-03.5 of Sunday 2025-09-28 is due Saturday 2025-10-11, reminded of on 9 and 11 October; photos alone are late', () => {
    const one = held();
    expect(one.deadline('evidence')).toMatchObject({ lastDay: '2025-10-11', dueAt: at('2025-10-12 00:00') });
    upload(one, '2025-09-30 10:00', people.institution, ['PHOTOS']);
    expect(one.liveUntil(at('2025-10-11 23:59'))).toEqual([at('2025-10-09 09:00'), at('2025-10-11 09:00')]);
    one.liveUntil(at('2025-10-12 00:00'));
    expect(one.state).toMatchObject({ stage: 'MISSING', bodyId: 'ah-platform', facts: { evidenceLate: true } });
    expect(one.toldTo('evidenceLate')).toEqual([INSTITUTION]);
  });

  it('AH-EVAL-03.4 uploaded late it counts as an activity, and not as a timely report', () => {
    const one = held();
    one.liveUntil(at('2025-10-12 00:00'));
    upload(one, '2025-10-13 10:00');
    const of = accepted(one);
    expect(of(INSTITUTION)).toEqual({ activities: 1, evidenceLate: 1 });
  });

  it('AH-EVAL-03.2 without all of it, it is closed as missing and does not count', () => {
    const one = held();
    one.liveUntil(at('2025-10-12 00:00'));
    one.act('closeMissing', people.platform, { reason: '两次督促未果。' }, at('2025-11-13 10:00'));
    expect(one.written('figure')).toMatchObject([{ figure: 'evidenceLate' }]);
  });
});

describe('what counts', () => {
  it('AH-EVAL-03.3 online with publication, sign-up and check-in but no evaluation it does not count', () => {
    const one = held({ mode: 'ONLINE' });
    upload(one, '2025-09-29 10:00');
    expect(accepted(one)(INSTITUTION)).toEqual({ evidenceInTime: 1 });
    const evaluated = held({ mode: 'ONLINE' });
    const { institution } = people;
    evaluated.act('recordEvaluations', institution, { evaluations: 10, satisfied: 9 }, at('2025-09-29 10:00'));
    upload(evaluated, '2025-09-29 10:00');
    expect(accepted(evaluated)(INSTITUTION)).toEqual({
      ...{ evidenceInTime: 1, activities: 1, evaluations: 10, satisfied: 9 },
    });
  });

  it('AH-EVAL-02.4 of 10 activities with 3 on the plan, 10 and 3 are shown', () => {
    const one = held({ onPlan: true });
    upload(one, '2025-09-29 10:00');
    expect(accepted(one, true)(INSTITUTION)).toMatchObject({ activities: 1, keyActivities: 1 });
    const months = { '2025-05': { activities: 6, keyActivities: 2 }, '2025-09': { activities: 4, keyActivities: 1 } };
    expect(summed(months, '2025-01', '2025-12')).toEqual({ activities: 10, keyActivities: 3 });
  });

  it('AH-EVAL-02.4 that says itself that it is on the plan is a key activity only if whoever examines it says so', () => {
    const one = held({ onPlan: true, partners: [HEFEI] });
    upload(one, '2025-09-29 10:00');
    const of = accepted(one);
    expect([of(INSTITUTION), of(HEFEI)]).toEqual([{ evidenceInTime: 1, activities: 1 }, {}]);
  });

  it('AH-OPS-02.3 is joined by members alone, later too', () => {
    const one = planned();
    const join = (partner: string) => () => one.act('addPartner', people.institution, { partner }, openedAt, [HEFEI]);
    expect(join('unit:ah-platform-wuhu')).toThrow('no member');
    join(HEFEI)();
    expect(one.state.parties).toMatchObject({ partners: [HEFEI] });
  });

  it('AH-OPS-02.3 AH-EVAL-02.8 who takes part in a major activity of the province is linked, and it counts as cooperation', () => {
    const one = held({ onPlan: true, partners: [HEFEI, INSTITUTION] }, people.platform);
    expect(one.state.parties).toMatchObject({ partners: [HEFEI, INSTITUTION] });
    upload(one, '2025-09-29 10:00', people.platform);
    one.act('acceptEvidence', people.platform2, { onPlan: true }, at('2025-10-20 10:00'));
    const cooperation = one.written('figure').filter((of) => (of as { figure: string }).figure === 'cooperation');
    expect(cooperation).toMatchObject([{ party: HEFEI }, { party: INSTITUTION }]);
  });

  it('AH-EVAL-02.8 a city platform that organises its residents cooperates, and so do they', () => {
    const one = held({ partners: [INSTITUTION] }, people.hefei);
    upload(one, '2025-09-29 10:00', people.hefei);
    const of = accepted(one);
    expect([of(HEFEI)['cooperation'], of(INSTITUTION)]).toEqual([1, { cooperation: 1 }]);
  });

  it('AH-OPS-02.3 is planned by members for a day to come, with members as partners', () => {
    expect(() => planned({ plannedOn: '2025-09-19' })).toThrow('day to come');
    expect(() => planned({}, people.other)).toThrow('no member');
    expect(() => planned({ partners: ['unit:ah-platform-wuhu'] })).toThrow('no member');
  });
});
