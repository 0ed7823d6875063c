import { describe, expect, it } from 'vitest';
import { AnhuiCase, anhuiPeople as people, fileAnhui, HEFEI, INSTITUTION } from '../../../test/support/anhui-case.ts';
import { bulletinFigures } from '../../../rules/ah/figures.ts';
import { at, people as anyone } from '../../../test/support/engine-samples.ts';
import type { QuarterlyBulletinFacts } from './contract.ts';
import { quarterlyBulletinIntake } from './intake.ts';
import { quarterlyBulletin } from './process.ts';

/** What Temporal takes of one payload, in bytes: half of its limit. */
const MOST_OF_A_PAYLOAD = 1024 * 1024;

const third = { year: 2025, quarter: 3 };
const network = {
  asOf: at('2025-10-01 00:00'),
  members: [
    { party: HEFEI, name: '合肥市中小企业综合服务平台', kind: 'CITY_PLATFORM', byMonth: { '2025-08': { matches: 4 } } },
    {
      ...{ party: INSTITUTION, name: '合肥江淮检测有限公司', kind: 'INSTITUTION' },
      byMonth: { '2025-06': { matches: 7 }, '2025-09': { matches: 5, served: 150 } },
    },
  ],
};

function begun() {
  const filing = fileAnhui(quarterlyBulletinIntake, third, { filer: people.platform, now: at('2025-09-20 10:00') });
  return new AnhuiCase<QuarterlyBulletinFacts>(quarterlyBulletin, filing, { filer: people.platform });
}

function drafted(of: object = network) {
  const one = begun();
  one.liveUntil(at('2025-10-01 00:00'), () => of);
  return one;
}

function handedIn(of?: object) {
  const one = drafted(of);
  one.act('submitBulletin', people.platform, {}, at('2025-10-20 10:00'));
  return one;
}

const LATER = at('2025-10-22 10:00');

function issued(of?: object) {
  const one = handedIn(of);
  one.act('approveBulletin', people.departmentManager, {}, LATER);
  one.act('issueBulletin', people.department, { document: '皖经信服务函〔2025〕31号' }, LATER);
  return one;
}

describe('the draft', () => {
  it('AH-EVAL-05.4 AH-EVAL-05.2 is frozen as of 2025-09-30 24:00 with eight columns for each body, and due 2025-10-21', () => {
    const one = begun();
    expect(one.state).toMatchObject({ stage: 'COMPILING', facts: { rows: [] } });
    one.liveUntil(at('2025-10-01 00:00'), () => network);
    expect(one.state).toMatchObject({ stage: 'DRAFT', facts: { asOf: at('2025-10-01 00:00') } });
    const { rows } = one.state.facts;
    expect(rows.map(({ figures }) => Object.keys(figures).length)).toEqual([8, 8]);
    expect(rows[1]?.figures).toMatchObject({ matches: 5, served: 150, activities: 0 });
    expect(one.deadline('draft')).toMatchObject({ lastDay: '2025-10-21', dueAt: at('2025-10-22 00:00') });
    expect(one.tasks).toEqual(['draftBulletin']);
  });

  it('AH-EVAL-05.4 a correction after the draft goes into a note, and the figures stay', () => {
    const one = drafted();
    const before = one.state.facts.rows;
    one.act('addNote', people.platform, { note: '合肥平台 8 月对接次数应为 5。' }, at('2025-10-09 10:00'));
    expect(one.state.facts).toMatchObject({
      rows: before,
      notes: [{ note: '合肥平台 8 月对接次数应为 5。', at: at('2025-10-09 10:00') }],
    });
  });

  it('AH-EVAL-05.4 also while the department has it, and after it was issued every member is told of the note', () => {
    const one = handedIn();
    one.act('addNote', people.platform, { note: '更正一。' }, LATER);
    expect(one.last.tasks).toMatchObject([{ name: 'approveBulletin', detail: { notes: ['更正一。'] } }]);
    one.act('approveBulletin', people.departmentManager, {}, LATER);
    one.act('addNote', people.department, { note: '更正二。' }, LATER);
    expect(one.last.tasks).toMatchObject([{ name: 'issueBulletin', detail: { notes: ['更正一。', '更正二。'] } }]);
    one.act('issueBulletin', people.department, { document: '皖经信服务函〔2025〕31号' }, LATER);
    const { rows } = one.state.facts;
    one.act('addNote', people.platform, { note: '更正三。' }, at('2025-10-28 10:00'));
    expect(one.toldTo('bulletinCorrected')).toEqual([HEFEI, INSTITUTION]);
    expect(one.state).toMatchObject({ outcome: 'ISSUED', facts: { rows } });
    expect(one.state.facts.notes.map(({ note }) => note)).toEqual(['更正一。', '更正二。', '更正三。']);
  });

  it('AH-EVAL-05.1 the end of a quarter opens the bulletin of the next, once', () => {
    const one = drafted();
    expect(one.last.openings).toMatchObject([
      { kind: 'quarterlyBulletin', about: 'bulletin:2025-Q4', joins: true, opening: { year: 2025, quarter: 4 } },
    ]);
    // Ids follow from each other for as long as there are quarters.
    expect(one.last.openings[0]?.id).toBe(`${one.state.id}.2`);
    const about = { kind: 'quarterlyBulletin', subject: 'unit:ah-platform', about: 'bulletin:2025-Q3' };
    const cases = [{ id: 'qbl-0', ...about, stage: 'COMPILING', isOpen: true }];
    const again = () => fileAnhui(quarterlyBulletinIntake, third, { filer: people.platform, cases });
    expect(again).toThrow('bulletin of this quarter');
    expect(() => fileAnhui(quarterlyBulletinIntake, third, { filer: people.department })).toThrow(
      'provincial platform',
    );
  });

  it('AH-EVAL-05.1 a bulletin that staff began before is added to, open or issued, and goes on as it was', () => {
    for (const one of [drafted(), issued()]) {
      const { stage, tasks, outcome } = one.state;
      one.act('quarterBefore', anyone.otherCase, third, LATER);
      expect(one.state).toMatchObject({ stage, tasks, outcome });
      expect(one.last.openings).toEqual([]);
    }
    expect(quarterlyBulletin.contract.oneAtATime).toEqual({ adds: 'quarterBefore', evenAfter: ['ISSUED'] });
  });
});

describe('the approval', () => {
  it('AH-EVAL-05.3 AH-OPS-01.1 is the department’s; what is not approved cannot be issued', () => {
    const one = handedIn();
    expect(one.state).toMatchObject({ stage: 'UNDER_APPROVAL', bodyId: 'ah-department', deadlines: [] });
    const document = '皖经信服务函〔2025〕31号';
    expect(() => one.act('issueBulletin', people.department, { document }, LATER)).toThrow('not open now');
    expect(() => one.act('approveBulletin', people.platformManager, {}, LATER)).toThrow('outside');
    expect(() => one.act('approveBulletin', people.department, {}, LATER)).toThrow('may not');
    one.act('approveBulletin', people.departmentManager, {}, LATER);
    one.act('issueBulletin', people.department, { document }, LATER);
    expect(one.state).toMatchObject({ outcome: 'ISSUED', facts: { document } });
    expect(one.toldTo('bulletinIssued')).toEqual([HEFEI, INSTITUTION]);
  });

  it('AH-EVAL-05.3 AH-EVAL-05.2 of sixteen cities and four hundred institutions it is issued in one step that the engine takes', () => {
    const most = Object.fromEntries(bulletinFigures.map((figure) => [figure, 9_999_999]));
    const byMonth = { '2025-07': most, '2025-08': most, '2025-09': most };
    const members = Array.from({ length: 416 }, (_, nth) => ({
      ...{
        party: String(nth).padStart(18, '0'),
        name: '名称有二十个字的中小企业服务机构有限公司',
        kind: 'INSTITUTION',
        byMonth,
      },
    }));
    const one = issued({ ...network, members });
    expect(new Set(one.toldTo('bulletinIssued')).size).toBe(416);
    for (const handed of [one.last, members]) {
      expect(Buffer.byteLength(JSON.stringify(handed))).toBeLessThan(MOST_OF_A_PAYLOAD);
    }
  });

  it('AH-EVAL-05.3 returned with a reason it goes back to the platform, and is handed in anew', () => {
    const one = handedIn();
    one.act('returnBulletin', people.departmentManager, { reason: '请说明芜湖的数据。' }, LATER);
    expect(one.state).toMatchObject({ stage: 'RETURNED', bodyId: 'ah-platform', tasks: [{ name: 'draftBulletin' }] });
    expect(one.toldTo('bulletinReturned')).toEqual(['reviewer']);
    one.act('submitBulletin', people.platform, {}, at('2025-10-24 10:00'));
    expect(one.state.stage).toBe('UNDER_APPROVAL');
  });

  it('AH-OPS-04.2 with the issue there is a summary for the public, of the network and not of single members', () => {
    const one = issued();
    expect(one.written('register')).toMatchObject([
      {
        ...{ register: 'ah.bulletins', adds: true },
        data: { '2025-Q3': { summary: { members: 2, figures: { matches: 9, served: 150, products: 0 } } } },
      },
    ]);
    expect(JSON.stringify(one.written('register'))).not.toContain(INSTITUTION);
  });
});
