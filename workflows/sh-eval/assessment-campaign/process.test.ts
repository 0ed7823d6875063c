import { describe, expect, it } from 'vitest';
import { campaign2020 } from '../../../rules/sh-eval/campaign.ts';
import { DISTRICTS } from '../../../rules/sh-store/districts.ts';
import {
  AssessmentCase,
  assessmentPeople as people,
  fileAssessment,
  figures,
  OPENED,
} from '../../../test/support/assessment-case.ts';
import { at } from '../../../test/support/engine-samples.ts';
import type { AssessmentCampaignFacts } from './contract.ts';
import { assessmentCampaignIntake } from './intake.ts';
import { assessmentCampaign } from './process.ts';

const { year, institutionCutOff, sendTo } = campaign2020;
const form = { ...campaign2020, contacts: [{ name: '陈立', telephone: '021-23119365' }] };
const published = { link: 'https://sheitc.example.cn/assessment/2020' };

function filed(changes: object = {}, found: object = {}) {
  return fileAssessment(assessmentCampaignIntake, { ...form, ...changes }, { filer: people.commission, ...found });
}

function draft(changes: object = {}, now = OPENED) {
  const filing = filed(changes, { now });
  const options = { id: 'asc-1', filer: people.commission, openedAt: now };
  return new AssessmentCase<AssessmentCampaignFacts>(assessmentCampaign, filing, options);
}

function opened(changes: object = {}, now = OPENED) {
  const one = draft(changes, now);
  one.act('openCampaign', people.manager, {}, now);
  return one;
}

/** A campaign of which nine entries are graded. */
function resultsSet() {
  const one = opened();
  one.liveUntil(at('2020-12-19 09:00'));
  one.act('startAssessment', people.commission, {}, at('2020-12-25 10:00'), figures({ DOCUMENT_REVIEW: 8 }));
  one.act('setResults', people.manager, {}, at('2021-01-25 10:00'), figures({ RESULTS_SET: 8 }, { NOT_ADMITTED: 1 }));
  return one;
}

it('XC-05.3 SH-EVAL-09.1 the line of the results says of how many institutions', () => {
  const { title } = resultsSet().last.lines.find(({ type }) => type === 'RESULTS_SET') ?? {};
  expect(title).toEqual({ zh: '测评结果已确定：已确定等次 8 家', en: 'Results set: Institutions with a grade: 8' });
});

describe('the set-up of a campaign', () => {
  it('SH-EVAL-01.5 is filed by the commission alone, once a year, with dates that can stand', () => {
    expect(filed()).toMatchObject({ about: 'campaign:2020', body: { bodyId: 'sh-commission' } });
    expect(filed().parties['districts']).toHaveLength(DISTRICTS.length);
    expect(() => filed({}, { filer: people.district })).toThrow(expect.objectContaining({ code: 'OUT_OF_SCOPE' }));
    const earlier = { id: 'asc-0', kind: 'assessmentCampaign', subject: '', about: 'campaign:2020', isOpen: true };
    expect(() => filed({}, { cases: [{ ...earlier, stage: 'OPEN' }] })).toThrow('asc-0');
    expect(filed({}, { cases: [{ ...earlier, stage: 'WITHDRAWN', isOpen: false }] }).about).toBe('campaign:2020');
    expect(() => filed({ districtCutOff: institutionCutOff })).toThrow('put their cut-off later');
  });

  it('SH-EVAL-01.5 is opened by a manager who has not drafted it, and its dates can be changed until then', () => {
    const one = draft();
    expect(one.tasks).toEqual(['openCampaign']);
    const later = { institutionCutOff, districtCutOff: at('2020-12-21 17:00'), sendTo };
    one.act('reviseCampaign', people.manager2, later, OPENED);
    expect(one.last.writes).toMatchObject([{ write: 'form', data: { changes: later } }]);
    expect(() => one.act('openCampaign', people.manager2, {}, OPENED)).toThrow('somebody else must');
    one.act('openCampaign', people.manager, {}, OPENED);
    expect(one.state).toMatchObject({ stage: 'OPEN', facts: { districtCutOff: later.districtCutOff } });
    expect(one.toldTo('callForEntries')).toHaveLength(16);
    expect(() => one.act('reviseCampaign', people.manager2, later, OPENED)).toThrow(
      expect.objectContaining({ code: 'NOT_NOW' }),
    );
  });

  it.each([
    ['at night', at('2020-12-18 23:59'), 'does not lie within office hours (09:00 to 17:30)'],
    ['on a Saturday', at('2020-12-19 17:00'), 'is on no working day'],
    ['on a holiday', at('2021-01-01 10:00'), 'is on no working day'],
  ])('SH-EVAL-01.5 XC-02.1 a cut-off %s is to be confirmed', (_when, districtCutOff, why) => {
    const one = draft({ districtCutOff });
    expect(() => one.act('openCampaign', people.manager, {}, OPENED)).toThrow(why);
    one.act('openCampaign', people.manager, { confirmOutsideHours: true }, OPENED);
    expect(one.deadline('districtCutOff')).toMatchObject({ dueAt: districtCutOff });
    expect(one.last.lines.map(({ title }) => title.zh)).toContainEqual(
      expect.stringContaining('已确认截止时间可在工作时间以外'),
    );
  });

  it('SH-EVAL-01.5 a campaign of 2026 runs by the dates of 2026', () => {
    const dates = { institutionCutOff: at('2026-12-11 17:00'), districtCutOff: at('2026-12-18 17:00') };
    const one = opened({ year: 2026, ...dates }, at('2026-11-10 10:00'));
    expect(one.deadline('institutionCutOff')).toMatchObject({ dueAt: dates.institutionCutOff });
    expect(one.liveUntil(at('2026-12-19 00:00'))).toEqual([at('2026-12-11 17:00:01'), at('2026-12-18 17:00:01')]);
  });

  it('SH-EVAL-01.5 a draft can be withdrawn, an open campaign not', () => {
    const one = draft();
    one.act('withdrawCampaign', people.commission, {}, OPENED);
    expect(one.state.outcome).toBe('WITHDRAWN');
    expect(() => opened().act('withdrawCampaign', people.commission, {}, OPENED)).toThrow('not open now');
  });
});

describe('the course of a campaign', () => {
  it('SH-EVAL-05.2 SH-EVAL-06.2 goes on by itself one second after each cut-off', () => {
    const one = opened();
    one.liveUntil(at('2020-12-11 17:00'));
    expect(one.state.stage).toBe('OPEN');
    one.liveUntil(at('2020-12-11 17:00:01'));
    expect(one.state.stage).toBe('DISTRICT_REVIEW');
    one.liveUntil(at('2020-12-18 17:00'));
    expect(one.state.stage).toBe('DISTRICT_REVIEW');
    one.liveUntil(at('2020-12-18 17:00:01'));
    expect(one.state).toMatchObject({ stage: 'COMPLIANCE_REVIEW', tasks: [{ name: 'startAssessment' }] });
  });

  it('SH-EVAL-07.1 the assessment begins when it is decided of every entry whether it is assessed', () => {
    const one = opened();
    one.liveUntil(at('2020-12-19 09:00'));
    const now = at('2020-12-25 10:00');
    const undecided = figures({ COMPLIANCE_REVIEW: 1, DOCUMENT_REVIEW: 7 });
    expect(() => one.act('startAssessment', people.commission, {}, now, undecided)).toThrow('assessed: 1');
    one.act('startAssessment', people.commission, {}, now, figures({ DOCUMENT_REVIEW: 8 }, { NOT_ADMITTED: 1 }));
    expect(one.state).toMatchObject({ stage: 'ASSESSMENT', tasks: [{ name: 'setResults' }] });
  });

  it('SH-EVAL-09.1 results are set once every entry has its grade, and published by somebody else', () => {
    const one = opened();
    one.liveUntil(at('2020-12-19 09:00'));
    one.act('startAssessment', people.commission, {}, at('2020-12-25 10:00'), figures({ DOCUMENT_REVIEW: 8 }));
    const now = at('2021-01-25 10:00');
    const missing = figures({ SCORED: 1, RESULTS_SET: 7 });
    expect(() => one.act('setResults', people.manager, {}, now, missing)).toThrow('no grade yet: 1');
    const all = figures({ RESULTS_SET: 8 });
    one.act('setResults', people.manager, {}, now, all);
    expect(one.state.stage).toBe('RESULTS_SET');
    expect(() => one.act('publishResults', people.manager, published, now, all)).toThrow('somebody else must');
    expect(() => one.act('publishResults', people.manager2, published, now, missing)).toThrow('no grade yet: 1');
    expect(() => one.act('publishResults', people.manager2, published, now, figures())).toThrow('no result');
  });

  it('SH-EVAL-01.3 SH-EVAL-09.3 publication tells every entry with the term of the list, by one message', () => {
    const one = resultsSet();
    const now = at('2021-02-01 10:00');
    one.act('publishResults', people.manager2, published, now, figures({ RESULTS_SET: 8 }));
    expect(one.state).toMatchObject({
      stage: 'PUBLISHED',
      facts: { published: { at: now, ...published, term: { validFrom: '2020-01-01', validTo: '2021-12-31' } } },
    });
    expect(one.last.messagesAbout).toMatchObject([
      {
        kind: 'assessmentEntry',
        action: 'publishResult',
        input: { publishedAt: now, ...published, validFrom: '2020-01-01', validTo: '2021-12-31' },
      },
    ]);
    expect(one.toldTo('resultsPublished')).toHaveLength(16);
  });

  it('SH-EVAL-09.1 results can be taken back before they are published, with a reason', () => {
    const one = resultsSet();
    expect(() => one.act('withdrawResults', people.manager2, {}, at('2021-01-26 10:00'))).toThrow('needs a reason');
    one.act('withdrawResults', people.manager2, { reason: '一家机构的等次有误。' }, at('2021-01-26 10:00'));
    expect(one.state).toMatchObject({ stage: 'ASSESSMENT', facts: { resultsSetAt: null } });
  });

  it('SH-EVAL-01.1 is closed when no entry is open any more', () => {
    const one = resultsSet();
    one.act('publishResults', people.manager2, published, at('2021-02-01 10:00'), figures({ RESULTS_SET: 8 }));
    const now = at('2021-03-01 10:00');
    expect(() => one.act('closeCampaign', people.commission, {}, now, figures({ OBJECTION: 1 }))).toThrow('open: 1');
    one.act('closeCampaign', people.commission, {}, now, figures({}, { PUBLISHED: 8 }));
    expect(one.state.outcome).toBe('CLOSED');
  });

  it('SH-EVAL-01.5 remembers nothing of its entries, however many there are', () => {
    expect(Object.keys(resultsSet().state.facts).sort()).toEqual(
      ['districtCutOff', 'institutionCutOff', 'openedAt', 'published', 'resultsSetAt', 'sendTo', 'year'].sort(),
    );
    expect(year).toBe(2020);
  });
});
