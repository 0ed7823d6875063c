import { describe, expect, it } from 'vitest';
import { filing, paperInOrder } from '../../../rules/sh-eval/filing.fixture.ts';
import { eligibilityItems } from '../../../rules/sh-eval/eligibility-items.ts';
import { gradeTitles } from '../../../rules/sh-eval/grades.ts';
import type { FiledMaterials } from '../../../rules/sh-eval/materials.ts';
import { missingMaterials } from '../../../rules/sh-eval/materials-check.ts';
import { indicatorTitles } from '../../../rules/sh-eval/scores.ts';
import type { Person } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import type { Instant } from '../../../rules/time/index.ts';
import {
  AssessmentCase,
  assessmentPeople as people,
  campaignThing,
  fileAssessment,
  INSTITUTION,
  marks,
  storePoints,
} from '../../../test/support/assessment-case.ts';
import { at } from '../../../test/support/engine-samples.ts';
import { registers } from '../words.ts';
import type { AssessmentEntryFacts } from './facts.ts';
import { assessmentEntryInputs } from './input.ts';
import { assessmentEntryIntake } from './intake.ts';
import { assessmentEntry } from './process.ts';

const form = {
  ...{ year: 2020, basis: 'NEW', registeredIn: 'SH/PUDONG' },
  ...filing({ overview: { category: 'LEGAL', recognition: 'FIRST_TIME', firstRecognisedOn: null } }),
};
const materialsOf = (materials: Partial<FiledMaterials>) =>
  missingMaterials(filing({ materials }), { year: 2020, submittedOn: '2020-12-10' });
const conditions = (changes: object = {}) => ({ notMet: [], headcountStands: null, ...changes });
const reason = '材料与事实不符。';
const DEPARTMENT = 'unit:sh-pudong';
const filedAt = at('2020-11-20 10:00');

function filed(changes: object = {}, found: object = {}) {
  const who = { filer: people.institution, now: filedAt, ...found };
  return fileAssessment(assessmentEntryIntake, { ...form, ...changes }, who);
}

class Entry extends AssessmentCase<AssessmentEntryFacts> {
  constructor(rules: object = {}) {
    super(assessmentEntry, filed(), { id: 'ase-1', filer: people.institution, openedAt: filedAt, rules });
  }

  submit(now = at('2020-12-10 10:00'), points = storePoints()) {
    this.act('submitEntry', people.institution, {}, now, { points, issues: [] });
    return this;
  }

  paper(receivedAt = at('2020-12-10 15:00'), now = receivedAt, by: Person = people.district) {
    this.act('recordPaper', by, { receivedAt, checks: paperInOrder }, now);
    return this;
  }

  recommended() {
    this.submit().paper();
    this.act('recommend', people.district, {}, at('2020-12-15 10:00'), conditions());
    return this;
  }

  posted(postedAt = at('2020-12-18 16:00'), now = postedAt) {
    this.act('recordDispatch', people.district, { letter: '浦科经〔2020〕88号', postedAt }, now);
    return this;
  }

  admitted() {
    this.recommended().posted();
    this.act('admit', people.commission, {}, at('2020-12-22 10:00'));
    return this;
  }

  /** Lives through the end of the year, at which the ledger has so many points. */
  overYearEnd(year = 950) {
    this.liveUntil(at('2021-01-04 09:00'), (_name, before) => {
      expect(before).toBe(at('2021-01-01 00:00'));
      return storePoints({ asOf: '2020-12-31', year });
    });
    return this;
  }

  verified() {
    this.admitted();
    this.act('finishDocuments', people.assessor, {}, at('2020-12-28 10:00'));
    this.overYearEnd();
    const verification = { authentic: true, asked: 20, satisfaction: 95, findings: '抽查属实。', fileIds: [] };
    this.act('recordVerification', people.assessor, verification, at('2021-01-08 10:00'));
    return this;
  }

  scored() {
    this.verified();
    this.act('fileSheet', people.assessor, { scores: marks(80) }, at('2021-01-11 10:00'), []);
    const first = [{ assessor: 'assessor', scores: marks(80), note: null }];
    this.act('fileSheet', people.assessor2, { scores: marks(90) }, at('2021-01-12 10:00'), first);
    return this;
  }

  graded(grade = 'EXCELLENT') {
    this.scored();
    this.act('submitAssessment', people.assessor, {}, at('2021-01-13 10:00'));
    this.act('setGrade', people.commission, { grade, reason: '各项良好。' }, at('2021-01-20 10:00'), 'ASSESSMENT');
    return this;
  }

  published(grade = 'EXCELLENT') {
    this.graded(grade);
    const list = { link: 'https://sheitc.example.cn/2020', validFrom: '2020-01-01', validTo: '2021-12-31' };
    const publishedAt = at('2021-02-01 10:00');
    const campaign = { kind: 'system', id: 'asc-1', role: 'system' } as const;
    this.act('publishResult', campaign, { publishedAt, ...list }, publishedAt);
    return this;
  }
}

describe('who enters', () => {
  const terms = (changes: object = {}) => ({
    register: registers.institutions,
    ...{ party: INSTITUTION, name: '某机构', status: 'LISTED', bodyId: 'sh-commission', region: 'SH' },
    data: { terms: { 2018: { listed: true, validFrom: '2018-01-01', validTo: '2019-12-31', ...changes } } },
  });

  it('SH-EVAL-01.1 SH-EVAL-09.3 who was recognised for 2019, or applies anew this year; nobody else', () => {
    expect(filed({ basis: 'NEW' }).about).toBe('campaign:2020');
    const before = { basis: 'RECOGNISED', ...filing() };
    expect(filed(before, { entries: [terms()] }).opening).toMatchObject({ basis: 'RECOGNISED' });
    expect(() => filed({ basis: 'RECOGNISED' }, { entries: [terms()] })).toThrow('first-time applicant');
    const recognised = (entries: object[]) => () => filed(before, { entries });
    expect(recognised([])).toThrow('of 2019');
    expect(recognised([terms({ validTo: '2018-12-31' })])).toThrow('of 2019');
    expect(recognised([terms({ listed: false })])).toThrow('of 2019');
  });

  it('SH-EVAL-05.3 SH-EVAL-05.1 goes to the district of registration; another one is refused', () => {
    expect(filed()).toMatchObject({
      body: { bodyId: 'sh-pudong', region: 'SH/PUDONG' },
      bodies: { commission: { bodyId: 'sh-commission' }, assessor: { bodyId: 'sh-assessor' } },
      parties: { institution: [INSTITUTION], department: [DEPARTMENT] },
    });
    expect(() => filed({ registeredIn: 'SH/XUHUI', handInAt: 'SH/PUDONG' })).toThrow('Xuhui');
    const other = () =>
      new Entry().submit().act('recordPaper', people.otherDistrict, { receivedAt: filedAt, checks: paperInOrder });
    expect(other).toThrow(expect.objectContaining({ code: 'OUT_OF_SCOPE' }));
  });

  it('SH-EVAL-05.3 the district is that of the registration whatever the address of the office names, and one of Shanghai', () => {
    for (const address of [
      '上海市徐汇区漕溪北路 88 号',
      '上海市徐汇区、静安区交界处 1 号',
      '浙江省嘉兴市南湖区中山路 1 号',
    ])
      expect(filed(filing({ overview: { ...form.report.overview, address } })).body.bodyId).toBe('sh-pudong');
    for (const registeredIn of ['SH/ZHABEI', 'SH', 'ZJ/JIAXING', '', ['SH/XUHUI', 'SH/JINGAN']])
      expect(() => filed({ registeredIn })).toThrow('registeredIn');
  });

  it('SH-EVAL-05.3 an institution that has moved, or named the wrong district, corrects it until it hands in', () => {
    const one = new Entry();
    const name = (registeredIn: string) =>
      one.act('nameDistrict', people.institution, { registeredIn }, at('2020-12-01 10:00'));
    expect(() => name('SH/PUDONG')).toThrow('Pudong has the entry already');
    name('SH/XUHUI');
    expect(one.state).toMatchObject({ bodyId: 'sh-xuhui', parties: { department: ['unit:sh-xuhui'] } });
    expect(one.last.writes).toMatchObject([{ write: 'form', data: { changes: { registeredIn: 'SH/XUHUI' } } }]);
    one.submit().paper(at('2020-12-10 15:00'), at('2020-12-10 15:00'), people.otherDistrict);
    expect(one.state.stage).toBe('DISTRICT_REVIEW');
    expect(() => name('SH/PUDONG')).toThrow('not open now');
  });

  it('SH-EVAL-05.3 a district that is not competent hands the entry over with its reason, after the cut-off too; what was in time stays so', () => {
    const one = new Entry().submit().paper();
    const input = { registeredIn: 'SH/XUHUI', reason: '营业执照住所在徐汇区。' };
    const after = at('2020-12-14 10:00');
    expect(() => one.act('handOver', people.otherDistrict, input, after)).toThrow(
      expect.objectContaining({ code: 'OUT_OF_SCOPE' }),
    );
    one.act('handOver', people.district, input, after);
    expect(one.state).toMatchObject({
      ...{ stage: 'DISTRICT_REVIEW', bodyId: 'sh-xuhui', region: 'SH/XUHUI' },
      facts: { electronicAt: at('2020-12-10 10:00'), paperAt: at('2020-12-10 15:00') },
    });
    expect(one.last.lines.find(({ type }) => type === 'ENTRY_HANDED_OVER')?.title.zh).toContain(
      '徐汇区。理由：营业执照住所在徐汇区',
    );
    expect(one.toldTo('entryHandedOver')).toEqual([INSTITUTION]);
    expect(one.tasks).toEqual(['reviewEntry']);
    const decide = (who: Person) => one.act('recommend', who, {}, at('2020-12-15 10:00'), conditions());
    expect(() => decide(people.district)).toThrow(expect.objectContaining({ code: 'OUT_OF_SCOPE' }));
    decide(people.otherDistrict);
    const back = { ...input, registeredIn: 'SH/PUDONG' };
    expect(() => one.act('handOver', people.otherDistrict, back, at('2020-12-15 11:00'))).toThrow('not open now');
  });

  it('SH-EVAL-03.1 enters once, under one category', () => {
    const earlier = {
      id: 'ase-0',
      kind: 'assessmentEntry',
      subject: INSTITUTION,
      about: 'campaign:2020',
      isOpen: true,
    };
    expect(() => filed({}, { cases: [{ ...earlier, stage: 'SUBMITTED' }] })).toThrow('ase-0');
    const two = filing({ overview: { category: ['LEGAL', 'IP'] as never } });
    expect(() => filed(two)).toThrow('category');
  });

  it('SH-EVAL-05.4 while a campaign of the year is open, until 17:00:00 of the cut-off', () => {
    expect(() => filed({ year: 2021 })).toThrow('no campaign of 2021');
    expect(() => filed({}, { things: [campaignThing({ stage: 'DISTRICT_REVIEW' })] })).toThrow('no entries now');
    expect(filed({}, { now: at('2020-12-11 17:00') }).about).toBe('campaign:2020');
    expect(() => filed({}, { now: at('2020-12-11 17:00:01') })).toThrow('cut-off has passed');
  });
});

describe('handing in', () => {
  it('SH-EVAL-05.5 the institution is reminded on 2020-11-27, 2020-12-08 and 2020-12-10', () => {
    const one = new Entry();
    expect(one.toldTo('entryBegun')).toEqual([INSTITUTION]);
    expect(one.deadline('institutionCutOff')?.rungs.map((rung) => rung.at)).toEqual([
      at('2020-11-27 09:00'),
      at('2020-12-08 09:00'),
      at('2020-12-10 09:00'),
    ]);
  });

  it('SH-EVAL-05.1 an entry without its report, or with something else to be put right, cannot be handed in', () => {
    const one = new Entry();
    const missing = materialsOf({ report: { pdf: null, word: null, sealing: null } });
    const reading = { points: storePoints(), issues: missing };
    expect(missing.map(({ requirement }) => requirement)).toContain('SH-EVAL-05.1');
    const now = at('2020-12-10 10:00');
    expect(() => one.act('submitEntry', people.institution, {}, now, reading)).toThrow('PDF');
    expect(one.blocked('submitEntry', people.institution, now, reading)).toEqual(['INVALID_INPUT']);
  });

  it('SH-EVAL-05.1 can be changed until it is handed in, by the whole', () => {
    const one = new Entry();
    const changes = { ...filing({ overview: { category: 'IP' } }), basis: 'NEW' };
    one.act('reviseEntry', people.institution, { changes }, at('2020-11-21 10:00'));
    expect(one.state.facts.category).toBe('IP');
    expect(one.last.writes).toMatchObject([{ write: 'form', data: { changes: { basis: 'NEW' } } }]);
    const after = () => one.submit().act('reviseEntry', people.institution, { changes }, at('2020-12-10 11:00'));
    expect(after).toThrow('not open now');
  });

  it('SH-EVAL-05.2 both versions at 17:00:00 are in time; the district reviews', () => {
    const one = new Entry().submit(at('2020-12-11 16:30'));
    expect(one.state.stage).toBe('SUBMITTED');
    one.paper(at('2020-12-11 17:00'));
    expect(one.state).toMatchObject({
      stage: 'DISTRICT_REVIEW',
      bodyId: 'sh-pudong',
      tasks: [{ name: 'reviewEntry' }],
    });
    expect(one.toldTo('paperReceived')).toEqual([INSTITUTION]);
    expect(one.deadline('institutionCutOff')).toBeUndefined();
  });

  it('SH-EVAL-05.2 electronic at 16:30 and paper at 17:20 is late', () => {
    const one = new Entry().submit(at('2020-12-11 16:30')).paper(at('2020-12-11 17:20'));
    expect(one.state).toMatchObject({ outcome: 'LATE_REFUSED', tasks: [], deadlines: [] });
    expect(one.toldTo('lateRefused')).toEqual([INSTITUTION]);
  });

  it('SH-EVAL-05.2 paper that arrived in time and was written down on the next day is in time', () => {
    const one = new Entry().submit(at('2020-12-11 16:30'));
    one.liveUntil(at('2020-12-12 09:00'));
    expect(one.state.stage).toBe('SUBMITTED');
    one.paper(at('2020-12-11 16:50'), at('2020-12-12 09:30'));
    expect(one.state.stage).toBe('DISTRICT_REVIEW');
    expect(() => new Entry().submit().paper(at('2020-12-12 09:00'), at('2020-12-11 09:00'))).toThrow('the future');
  });

  it('SH-EVAL-05.4 what is not handed in at 17:00:00 is refused at 17:00:01, and a manager alone lets it in', () => {
    const one = new Entry();
    one.liveUntil(at('2020-12-11 17:00'));
    expect(one.state.stage).toBe('ENTRY_DRAFT');
    one.liveUntil(at('2020-12-11 17:00:01'));
    expect(one.state).toMatchObject({ outcome: 'LATE_REFUSED', bodyId: 'sh-commission' });
    const now = at('2020-12-14 10:00');
    expect(() => one.submit(now)).toThrow('cut-off has passed');
    expect(() => one.act('allowLate', people.commission, { reason }, now)).toThrow('may not');
    expect(() => one.act('allowLate', people.manager, {}, now)).toThrow('needs a reason');
    one.act('allowLate', people.manager, { reason: '平台当日故障。' }, now, 'DISTRICT_REVIEW');
    expect(one.state).toMatchObject({ stage: 'ENTRY_DRAFT', outcome: null, bodyId: 'sh-pudong' });
    one.submit(at('2020-12-14 11:00')).paper(at('2020-12-14 14:00'));
    expect(one.state.stage).toBe('DISTRICT_REVIEW');
  });

  it('SH-EVAL-05.2 electronic materials at 17:00:01 are late, though the passing of the cut-off is not on record yet', () => {
    const one = new Entry();
    expect(() => one.submit(at('2020-12-11 17:00:01'))).toThrow('cut-off has passed');
    const reading = { points: storePoints(), issues: [] };
    expect(one.blocked('submitEntry', people.institution, at('2020-12-11 17:00:01'), reading)).toEqual(['NOT_NOW']);
    expect(one.submit(at('2020-12-11 17:00')).state.stage).toBe('SUBMITTED');
  });

  it.each([
    ['is not on record yet', false],
    ['is on record', true],
  ])(
    'SH-EVAL-05.2 what came at 17:00:00 and is carried out later is in time, though the cut-off %s',
    (_title, passed) => {
      const one = new Entry();
      const carriedOut = at('2020-12-11 17:00:20');
      if (passed) one.liveUntil(carriedOut);
      expect(one.state.outcome).toBe(passed ? 'LATE_REFUSED' : null);
      const reading = { points: storePoints(), issues: [] };
      const submit = (receivedAt: Instant) =>
        one.actLate('submitEntry', people.institution, receivedAt, carriedOut, reading);
      expect(() => submit(at('2020-12-11 17:00:01'))).toThrow('cut-off has passed');
      submit(at('2020-12-11 17:00'));
      expect(one.state).toMatchObject({ stage: 'SUBMITTED', outcome: null, bodyId: 'sh-pudong' });
      expect(one.state.facts).toMatchObject({ electronicAt: at('2020-12-11 17:00'), lateAllowed: false });
      one.paper(at('2020-12-11 16:00'), at('2020-12-14 10:00'));
      expect(one.state.stage).toBe('DISTRICT_REVIEW');
    },
  );

  it('SH-EVAL-05.2 SH-EVAL-05.4 a cut-off lasts for its whole second: 17:00:00.999 is in time and 17:00:01.000 is late', () => {
    const part = (day: string, time: string) => `${day}T${time}+08:00`;
    const submit = (time: string) => {
      const one = new Entry();
      const reading = { points: storePoints(), issues: [] };
      one.actLate('submitEntry', people.institution, part('2020-12-11', time), at('2020-12-11 17:00:20'), reading);
    };
    submit('17:00:00.999');
    expect(() => submit('17:00:01.000')).toThrow('cut-off has passed');
    const letIn = (time: string) => {
      const one = new Entry();
      one.liveUntil(at('2020-12-11 17:00:01'));
      const late = { reason: '平台当日故障。' };
      one.act('allowLate', people.manager, late, part('2020-12-18', time), 'DISTRICT_REVIEW');
    };
    letIn('17:00:00.999');
    expect(() => letIn('17:00:01.000')).toThrow('not complete');
  });

  it('SH-EVAL-05.4 after the cut-off of the districts nothing is let in that is not whole', () => {
    const one = new Entry();
    one.liveUntil(at('2020-12-11 17:00:01'));
    const late = { reason: '平台当日故障。' };
    expect(() => one.act('allowLate', people.manager, late, at('2020-12-19 09:00'), 'COMPLIANCE_REVIEW')).toThrow(
      'not complete',
    );
    const whole = new Entry().submit(at('2020-12-11 16:30')).paper(at('2020-12-11 17:20'));
    whole.act('allowLate', people.manager, late, at('2020-12-19 09:00'), 'COMPLIANCE_REVIEW');
    whole.liveUntil(at('2020-12-19 09:00'));
    expect(whole.state.stage).toBe('DISTRICT_LATE');
  });

  it.each([
    ['is never handed in', (one: Entry) => one],
    [
      'is returned and not handed in again',
      (one: Entry) => {
        one.submit(at('2020-12-14 11:00')).paper(at('2020-12-14 14:00'));
        one.act('returnEntry', people.district, { reason }, at('2020-12-14 15:00'));
        return one;
      },
    ],
  ])(
    'SH-EVAL-05.4 what was let in late and %s comes to a manager, and does not keep the campaign open',
    (_what, left) => {
      const one = new Entry();
      one.liveUntil(at('2020-12-11 17:00:01'));
      one.act('allowLate', people.manager, { reason: '平台当日故障。' }, at('2020-12-14 10:00'), 'DISTRICT_REVIEW');
      left(one).liveUntil(at('2020-12-21 09:00'));
      expect(one.state).toMatchObject({ stage: 'DISTRICT_LATE', tasks: [{ name: 'decideLateDistrict' }] });
      one.act('leaveOut', people.manager, { reason }, at('2020-12-21 10:00'));
      expect(one.state.outcome).toBe('NOT_RECOMMENDED');
    },
  );

  it.each(['RESULTS_SET', 'PUBLISHED', 'CLOSED'])(
    'SH-EVAL-05.4 a late entry is not let in once the results are set: campaign %s',
    (stage) => {
      const one = new Entry().submit(at('2020-12-11 16:30')).paper(at('2020-12-11 17:20'));
      const now = at('2021-02-01 10:00');
      const late = { reason: '平台当日故障。' };
      expect(() => one.act('allowLate', people.manager, late, now, stage)).toThrow('results of the campaign are set');
      expect(one.blocked('allowLate', people.manager, now, stage)).toEqual(['NOT_NOW']);
    },
  );

  it('SH-EVAL-13.2 a paper set that is not in order is not taken', () => {
    const one = new Entry().submit();
    const loose = { receivedAt: at('2020-12-10 15:00'), checks: { ...paperInOrder, BOUND: false } };
    expect(() => one.act('recordPaper', people.district, loose, at('2020-12-10 15:00'))).toThrow('glue-bound');
    expect(() => assessmentEntryInputs.recordPaper.parse({ receivedAt: loose.receivedAt, checks: {} })).toThrow();
  });

  it('SH-EVAL-06.1 is returned for correction before the cut-off alone, and handed in again', () => {
    const one = new Entry().submit().paper();
    one.act('returnEntry', people.district, { reason }, at('2020-12-10 16:00'));
    expect(one.state).toMatchObject({ stage: 'ENTRY_DRAFT', facts: { electronicAt: null } });
    expect(one.last.notices[0]?.deadlines).toMatchObject([
      { name: 'institutionCutOff', dueAt: at('2020-12-11 17:00') },
    ]);
    one.submit(at('2020-12-11 09:00'));
    expect(one.state.stage).toBe('DISTRICT_REVIEW');
    const after = () => one.act('returnEntry', people.district, { reason }, at('2020-12-11 17:00:01'));
    expect(after).toThrow('cannot be returned');
  });
});

describe('the district', () => {
  it('SH-EVAL-06.1 SH-EVAL-06.4 recommends, or does not and says why by e-mail', () => {
    expect(new Entry().recommended().state).toMatchObject({ stage: 'RECOMMENDED', tasks: [{ name: 'sendOff' }] });
    const one = new Entry().submit().paper();
    expect(() => one.act('notRecommend', people.district, {}, at('2020-12-15 10:00'))).toThrow('needs a reason');
    one.act('notRecommend', people.district, { reason }, at('2020-12-15 10:00'));
    expect(one.state.outcome).toBe('NOT_RECOMMENDED');
    expect(one.last.notices).toMatchObject([{ template: 'notRecommended', data: { reason } }]);
  });

  it('SH-EVAL-02.3 SH-EVAL-06.1 does not recommend what misses a condition; the headcount of an association may be relaxed', () => {
    const one = new Entry().submit().paper();
    const now = at('2020-12-15 10:00');
    const item = eligibilityItems.fullTimeStaff;
    const short = conditions({
      notMet: [{ title: item.title, found: text('7 人', '7'), needed: text('10 人', '10') }],
    });
    expect(() => one.act('recommend', people.district, {}, now, short)).toThrow('7');
    expect(one.blocked('recommend', people.district, now, short)).toEqual(['CONDITION_NOT_MET']);
    const company = conditions({ headcountStands: text('仅行业协会可适当放宽', 'only trade associations') });
    const relax = (reading: object) => () =>
      one.act('waiveHeadcount', people.district, { reason: '协会规模小。' }, now, reading);
    expect(relax(company)).toThrow('only trade associations');
    relax(conditions())();
    expect(one.state.facts.headcountWaived).toBe('协会规模小。');
  });

  it('SH-EVAL-06.5 is reminded on 2020-12-15 and 2020-12-17', () => {
    const { rungs } = new Entry().submit().paper().deadline('districtCutOff') ?? {};
    expect(rungs?.map((rung) => rung.at)).toEqual([at('2020-12-15 09:00'), at('2020-12-17 09:00')]);
  });

  it('SH-EVAL-06.2 what was posted on 18 December at 16:00 is in time by dispatch, whenever that is written down', () => {
    const one = new Entry().recommended().posted();
    expect(one.state).toMatchObject({ stage: 'COMPLIANCE_REVIEW', bodyId: 'sh-commission' });
    const later = new Entry().recommended();
    later.liveUntil(at('2020-12-21 09:00'));
    expect(later.state).toMatchObject({ stage: 'DISTRICT_LATE', bodyId: 'sh-commission' });
    const record = (postedAt: string) => () =>
      later.act(
        'recordDispatch',
        people.commission,
        { letter: '浦科经〔2020〕88号', postedAt },
        at('2020-12-21 10:00'),
      );
    expect(record(at('2020-12-18 17:00:01'))).toThrow('a manager of the commission decides');
    record(at('2020-12-18 16:00'))();
    expect(later.state.stage).toBe('COMPLIANCE_REVIEW');
    const dispatch = { letter: '浦科经〔2020〕88号', postedAt: at('2020-12-18 16:00') };
    const byArrival = new Entry({ 'cutoff.post': 'ARRIVAL' }).recommended();
    const byTime = (input: object) => () =>
      byArrival.act('recordDispatch', people.commission, { ...dispatch, ...input }, at('2020-12-18 18:00'));
    expect(byTime({})).toThrow('time of arrival counts');
    expect(byTime({ arrivedAt: at('2020-12-18 17:30') })).toThrow('a manager of the commission decides');
  });

  it('SH-EVAL-06.2 what a late district leaves is decided by a manager, and by nothing else', () => {
    const left = () => {
      const one = new Entry().submit().paper();
      one.liveUntil(at('2020-12-21 09:00'));
      return one;
    };
    expect(left().tasks).toEqual(['decideLateDistrict']);
    const now = at('2020-12-21 10:00');
    expect(() => left().act('takeUpLate', people.commission, { reason }, now, conditions())).toThrow('may not');
    const [taken, out] = [left(), left()];
    taken.act('takeUpLate', people.manager, { reason: '区级人员因疫情隔离。' }, now, conditions());
    expect(taken.state.stage).toBe('COMPLIANCE_REVIEW');
    out.act('leaveOut', people.manager, { reason }, now);
    expect(out.state.outcome).toBe('NOT_RECOMMENDED');
    expect(out.toldTo('notRecommended')).toEqual([INSTITUTION]);
  });
});

describe('an entry that the district left late', () => {
  const now = at('2020-12-21 10:00');
  const excuse = { reason: '区级人员因疫情隔离。' };

  function withoutPaper() {
    const one = new Entry().submit();
    one.liveUntil(at('2020-12-21 09:00'));
    expect(one.state.stage).toBe('DISTRICT_LATE');
    return one;
  }

  it('SH-EVAL-05.2 SH-EVAL-06.2 goes on with its paper set alone, which the commission records as in time or late', () => {
    const one = withoutPaper();
    expect(() => one.act('takeUpLate', people.manager, excuse, now, conditions())).toThrow('not on record');
    one.paper(at('2020-12-11 16:50'), now, people.commission);
    expect(one.state).toMatchObject({ stage: 'DISTRICT_LATE', tasks: [{ name: 'decideLateDistrict' }] });
    expect(() => one.paper(at('2020-12-11 17:20'), now, people.commission)).toThrow('on record already');
    one.act('takeUpLate', people.manager, excuse, now, conditions());
    expect(one.state.stage).toBe('COMPLIANCE_REVIEW');
    const late = withoutPaper().paper(at('2020-12-11 17:20'), now, people.commission);
    expect(late.state).toMatchObject({ outcome: 'LATE_REFUSED', tasks: [] });
  });

  it('SH-EVAL-02 SH-EVAL-06.2 is not taken up while a basic condition is not met', () => {
    const one = new Entry().submit().paper();
    one.liveUntil(at('2020-12-21 09:00'));
    const { title } = eligibilityItems.fullTimeStaff;
    const short = conditions({ notMet: [{ title, found: text('7 人', '7'), needed: text('10 人', '10') }] });
    expect(() => one.act('takeUpLate', people.manager, excuse, now, short)).toThrow('7');
    expect(one.blocked('takeUpLate', people.manager, now, short)).toEqual(['CONDITION_NOT_MET']);
    one.act('waiveHeadcount', people.commission, { reason: '协会规模小。' }, now, conditions());
    one.act('takeUpLate', people.manager, excuse, now, conditions());
    expect(one.state.stage).toBe('COMPLIANCE_REVIEW');
  });
});

describe('the compliance review', () => {
  it('SH-EVAL-07.1 admits to the assessment; both sides are told', () => {
    const one = new Entry().admitted();
    expect(one.state).toMatchObject({
      stage: 'DOCUMENT_REVIEW',
      bodyId: 'sh-assessor',
      tasks: [{ name: 'reviewDocuments' }],
    });
    expect(one.toldTo('entryAdmitted')).toEqual([INSTITUTION, DEPARTMENT]);
  });

  it('SH-EVAL-07.2 does not admit, with a reason and two e-mails', () => {
    const one = new Entry().recommended().posted();
    expect(() => one.act('refuseAdmission', people.district, { reason }, at('2020-12-22 10:00'))).toThrow(
      'outside your',
    );
    one.act('refuseAdmission', people.commission, { reason }, at('2020-12-22 10:00'));
    expect(one.state.outcome).toBe('NOT_ADMITTED');
    expect(one.toldTo('notAdmitted')).toEqual([INSTITUTION, DEPARTMENT]);
    expect(one.last.notices.every(({ data }) => data['reason'] === reason)).toBe(true);
  });

  it('SH-EVAL-05.1 can be withdrawn until then, and not after', () => {
    const one = new Entry().recommended().posted();
    one.act('withdrawEntry', people.institution, {}, at('2020-12-22 10:00'));
    expect(one.state.outcome).toBe('WITHDRAWN');
    expect(() => new Entry().admitted().act('withdrawEntry', people.institution, {}, at('2020-12-23 10:00'))).toThrow(
      expect.objectContaining({ code: 'NOT_NOW' }),
    );
  });
});

describe('the assessment', () => {
  it('SH-EVAL-01.6 SH-EVAL-01.4 SH-EVAL-08.3 uses the points of the year at its 24:00, and shows those of the submission beside them', () => {
    const { points } = new Entry().admitted().overYearEnd(950).state.facts;
    expect([points.provisional?.year, points.fixed?.year, points.fixed?.asOf]).toEqual([900, 950, '2020-12-31']);
    const atOnce = new Entry({ 'assessment.period': 'SUBMISSION' }).submit();
    expect(atOnce.state.facts.points.fixed?.year).toBe(900);
    expect(atOnce.deadline('yearEnd')).toBeUndefined();
  });

  it('SH-EVAL-08.2 SH-EVAL-08.4 goes from the documents to the points of the store, and to the verification', () => {
    const one = new Entry().admitted();
    one.act('finishDocuments', people.assessor, {}, at('2020-12-28 10:00'));
    expect(one.state).toMatchObject({ stage: 'STORE_POINTS_REVIEW', tasks: [] });
    one.overYearEnd();
    expect(one.state).toMatchObject({ stage: 'VERIFICATION', tasks: [{ name: 'verifyService' }] });
    const after = new Entry().admitted().overYearEnd();
    after.act('finishDocuments', people.assessor, {}, at('2021-01-05 10:00'));
    expect(after.state.stage).toBe('VERIFICATION');
  });

  it('SH-EVAL-08.5 is not scored before the verification is on record, nor before the year is over', () => {
    const one = new Entry().admitted();
    const sheet = { scores: marks(80) };
    const early = () => one.act('fileSheet', people.assessor, sheet, at('2020-12-28 10:00'), []);
    expect(early).toThrow('points of the year are fixed');
    one.overYearEnd();
    expect(() => one.act('fileSheet', people.assessor, sheet, at('2021-01-05 10:00'), [])).toThrow('not on record');
    expect(one.blocked('fileSheet', people.assessor, at('2021-01-05 10:00'), [])).toEqual(['CONDITION_NOT_MET']);
  });

  it('SH-EVAL-08.5 a sheet that is missing is work for an assessor who has filed none, whoever took the work up first', () => {
    const one = new Entry().verified();
    expect(one.state.tasks).toMatchObject([{ name: 'scoreEntry', assigneeId: null }]);
    one.act('claimTask', people.assessor, { task: 'scoreEntry' }, at('2021-01-10 10:00'));
    const sheet = { scores: marks(80) };
    one.act('fileSheet', people.assessor, sheet, at('2021-01-11 10:00'), []);
    expect(one.state.tasks).toMatchObject([{ name: 'scoreEntry', assigneeId: null }]);
    const first = [{ assessor: people.assessor.id, scores: marks(80), note: null }];
    one.act('fileSheet', people.assessor2, sheet, at('2021-01-12 10:00'), first);
    expect(one.tasks).toEqual(['submitAssessment']);
  });

  it('SH-EVAL-08.5 the assessor asks for clarification, which is answered within five working days', () => {
    const one = new Entry().admitted();
    const missing = (action: string, who: Person) => one.blocked(action, who, at('2021-01-06 11:00'));
    expect(missing('answerClarification', people.institution)).toEqual(['NOT_NOW']);
    one.act('askClarification', people.assessor, { question: '请说明。' }, at('2021-01-06 10:00'));
    expect(missing('answerClarification', people.institution)).toEqual([]);
    expect(missing('askClarification', people.assessor)).toEqual(['ALREADY_OPEN']);
    expect(one.toldTo('clarificationAsked')).toEqual([INSTITUTION]);
    expect(one.deadline('clarification')).toMatchObject({ lastDay: '2021-01-13' });
    const again = () =>
      one.act('askClarification', people.assessor, { question: '另请说明。' }, at('2021-01-07 10:00'));
    expect(again).toThrow('waits for its answer');
    one.act('answerClarification', people.institution, { answer: '如下。', fileIds: [] }, at('2021-01-08 10:00'));
    expect(one.state.facts.clarification).toMatchObject({ answeredAt: at('2021-01-08 10:00') });
    expect(one.deadline('clarification')).toBeUndefined();
  });

  it('SH-EVAL-08.5 is not scored while a clarification can still be answered', () => {
    const asked = () => {
      const one = new Entry().verified();
      one.act('askClarification', people.assessor, { question: '请说明。' }, at('2021-01-08 11:00'));
      return one;
    };
    const score = (one: Entry, now: Instant) =>
      one.act('fileSheet', people.assessor, { scores: marks(80) }, now, []).state.revision;
    const one = asked();
    expect(() => score(one, at('2021-01-11 10:00'))).toThrow('time left to answer');
    expect(one.blocked('fileSheet', people.assessor, at('2021-01-11 10:00'), [])).toEqual(['NOT_NOW']);
    one.act('answerClarification', people.institution, { answer: '如下。', fileIds: [] }, at('2021-01-11 11:00'));
    score(one, at('2021-01-11 12:00'));
    const silent = asked();
    silent.liveUntil(at('2021-01-18 09:00'));
    score(silent, at('2021-01-18 10:00'));
    expect([one, silent].map(({ state }) => state.facts.filedSheets)).toEqual([1, 1]);
  });

  it('SH-EVAL-08.1 a sheet has five groups with thirteen indicators, and each is marked', () => {
    expect(Object.keys(indicatorTitles)).toHaveLength(13);
    expect(assessmentEntryInputs.fileSheet.safeParse({ scores: marks(80) }).success).toBe(true);
    expect(assessmentEntryInputs.fileSheet.safeParse({ scores: { ...marks(80), SYSTEMS: undefined } }).success).toBe(
      false,
    );
    expect(assessmentEntryInputs.fileSheet.safeParse({ scores: { ...marks(80), SYSTEMS: 101 } }).success).toBe(false);
    expect(assessmentEntryInputs.fileSheet.safeParse({ scores: { ...marks(80), OTHER: 1 } }).success).toBe(false);
  });

  it('SH-EVAL-08.1 two assessors score by themselves: what one has marked is read when both are in', () => {
    const one = new Entry().verified();
    one.act('fileSheet', people.assessor, { scores: marks(80) }, at('2021-01-11 10:00'), []);
    expect(one.state.facts).toMatchObject({ filedSheets: 1, sheets: null });
    expect(JSON.stringify([one.state.facts, one.last.lines])).not.toContain('"SYSTEMS"');
    expect(one.last.writes).toMatchObject([{ write: 'register', data: { register: registers.sheets, adds: true } }]);
    const again = () => one.act('fileSheet', people.assessor, { scores: marks(81) }, at('2021-01-11 11:00'), []);
    expect(again).toThrow('somebody else must');
    const both = new Entry().scored();
    expect(both.state.stage).toBe('SCORED');
    expect(both.state.facts.sheets?.map(({ assessor, scores }) => [assessor, scores['SYSTEMS']])).toEqual([
      ['assessor', 80],
      ['assessor-2', 90],
    ]);
  });

  it('SH-EVAL-08.1 a mark that is changed after that says who changed it, from what, and why', () => {
    const one = new Entry().scored();
    const change = { indicator: 'SYSTEMS', marks: 85, reason: '漏看投诉制度。' };
    expect(() => one.act('correctScore', people.assessor, { ...change, reason: '' })).toThrow('needs a reason');
    one.act('correctScore', people.assessor, change, at('2021-01-12 15:00'));
    const [line] = one.last.lines;
    expect(line).toMatchObject({ type: 'SCORE_CORRECTED', actor: { id: 'assessor' } });
    expect(JSON.stringify(line)).toContain('from 80 to 85');
    expect(JSON.stringify(line)).toContain(change.reason);
    expect(one.state.facts.sheets?.map(({ scores }) => scores['SYSTEMS'])).toEqual([85, 90]);
    expect(() => one.act('correctScore', people.assessor, change, at('2021-01-12 16:00'))).toThrow('same as before');
  });

  it('SH-EVAL-08.1 a third assessor scores in place of one who has left or has an interest, and who and why stay on record', () => {
    const one = new Entry().scored();
    const anew = { sheet: 'FIRST', scores: marks(60), reason: '原测评人员与机构存在利害关系。' };
    const replace = (by: Person, input: object = anew) => one.act('replaceSheet', by, input, at('2021-01-12 15:00'));
    expect(() => replace(people.assessor2)).toThrow('somebody else must');
    expect(() => replace(people.assessor3, { ...anew, reason: '' })).toThrow('needs a reason');
    replace(people.assessor3);
    const [line] = one.last.lines;
    expect(line).toMatchObject({ type: 'SHEET_REPLACED', actor: { id: 'assessor-3' } });
    for (const words of ['the first one', anew.reason]) expect(JSON.stringify(line)).toContain(words);
    expect(one.state.facts.sheets?.map(({ assessor, scores }) => [assessor, scores['SYSTEMS']])).toEqual([
      ['assessor-3', 60],
      ['assessor-2', 90],
    ]);
    expect(one.last.writes).toMatchObject([
      { write: 'register', data: { register: registers.sheets, reason: anew.reason } },
    ]);
    // Read from the records, the sheets are those of the case.
    expect(one.last.writes).toMatchObject([{ data: { data: { 'ase-1': { assessor: null, 'assessor-3': {} } } } }]);
    const change = { indicator: 'SYSTEMS', marks: 85, reason: '漏看投诉制度。' };
    expect(() => one.act('correctScore', people.assessor, change, at('2021-01-12 16:00'))).toThrow(
      'Only whoever filed',
    );
    one.act('correctScore', people.assessor3, change, at('2021-01-12 16:00'));
    expect(one.state.facts.sheets?.[0]?.scores['SYSTEMS']).toBe(85);
  });

  describe('SH-EVAL-08.1 XC-05.5 an interest of an assessor that comes to light', () => {
    const declare = (one: Entry, account: string, now: Instant) =>
      one.act('interestDeclared', { kind: 'system', id: 'XC-05.5', role: 'system' }, { account }, now);
    const file = (one: Entry, by: Person, earlier: readonly object[], now: Instant) =>
      one.act('fileSheet', by, { scores: marks(80) }, now, earlier);

    it('before the sheets are opened makes the sheet void, and somebody else files one', () => {
      const one = new Entry().verified();
      file(one, people.assessor, [], at('2021-01-11 10:00'));
      declare(one, 'assessor', at('2021-01-11 11:00'));
      expect(one.last.lines.map(({ type }) => type)).toEqual(['PARTICIPANT_INTERESTED', 'SHEET_VOID']);
      expect(one.last.writes).toMatchObject([{ data: { data: { 'ase-1': { assessor: null } } } }]);
      expect(one.state.facts).toMatchObject({ filedSheets: 0, filedBy: [], sheets: null });
      expect(() => file(one, people.assessor, [], at('2021-01-11 12:00'))).toThrow('somebody else must');
      file(one, people.assessor2, [], at('2021-01-11 12:00'));
      expect(one.state.stage).toBe('VERIFICATION');
      file(one, people.assessor3, [{ assessor: 'assessor-2', scores: marks(80), note: null }], at('2021-01-12 10:00'));
      expect(one.state.facts.sheets?.map(({ assessor }) => assessor)).toEqual(['assessor-2', 'assessor-3']);
    });

    it('after it is a task, closed by another sheet, whose line has the total before and now', () => {
      const weights = Object.keys(indicatorTitles).map((code) => [`assessment.weights.${code}`, 1]);
      const one = new Entry(Object.fromEntries(weights)).scored();
      declare(one, 'assessor', at('2021-01-12 14:00'));
      expect(one.last.lines[1]?.title.zh).toBe('所涉评分表：第一份');
      expect(one.last.tasks).toMatchObject([
        { name: 'scoreAnew', role: 'reviewer', detail: { accounts: ['assessor'] } },
      ]);
      const anew = { sheet: 'FIRST', scores: marks(60), reason: '原测评人员与机构存在利害关系。' };
      one.act('replaceSheet', people.assessor3, anew, at('2021-01-12 15:00'));
      expect(one.last.lines[0]?.title.zh).toContain('总分：由 85 改为 75');
      expect(one.tasks).toEqual(['submitAssessment']);
      one.act(
        'correctScore',
        people.assessor3,
        { indicator: 'SYSTEMS', marks: 86, reason: '漏看制度。' },
        at('2021-01-12 16:00'),
      );
      expect(one.last.lines[0]?.title.zh).toContain('总分：由 75 改为 76');
    });

    it('goes with the entry to the commission, which returns it as long as the results are not set', () => {
      const handedIn = () => {
        const one = new Entry().scored();
        declare(one, 'assessor', at('2021-01-12 14:00'));
        one.act('submitAssessment', people.assessor2, {}, at('2021-01-13 10:00'));
        expect(one.tasks).toEqual(['setGrade', 'lookIntoInterest']);
        return one;
      };
      const back = (one: Entry, stage = 'ASSESSMENT') =>
        one.act('returnToAssessor', people.commission, { reason: '请另行评分。' }, at('2021-01-21 10:00'), stage);
      const one = handedIn();
      one.act('setGrade', people.commission, { grade: 'GOOD', reason: '良好。' }, at('2021-01-20 10:00'), 'ASSESSMENT');
      expect(() => back(one, 'RESULTS_SET')).toThrow('takes the results back first');
      back(one);
      expect(one.state).toMatchObject({ stage: 'SCORED', facts: { grade: null } });
      expect(one.tasks).toEqual(['submitAssessment', 'scoreAnew']);
      const upheld = handedIn();
      const reason = '关系发生在评分之后，评分有效。';
      upheld.act('settleInterest', people.manager, { reason }, at('2021-01-14 10:00'));
      expect(upheld.tasks).toEqual(['setGrade']);
      const graded = new Entry().graded();
      declare(graded, 'assessor', at('2021-01-21 10:00'));
      expect(graded.tasks).toEqual(['lookIntoInterest']);
    });
  });

  it('SH-EVAL-08.7 an interference is recorded from the review by the district on, by whoever has the entry', () => {
    const what = { reason: '机构负责人致电审核人员。', fileIds: [] };
    const record = (one: Entry, by: Person, now: Instant) => {
      one.act('recordInterference', by, what, now);
      expect(one.last.lines.map(({ type }) => type)).toContain('INTERFERENCE_RECORDED');
    };
    record(new Entry().submit().paper(), people.district, at('2020-12-14 10:00'));
    const one = new Entry().recommended();
    expect(() => one.act('recordInterference', people.commission, what, at('2020-12-15 11:00'))).toThrow('outside');
    record(one, people.district, at('2020-12-15 11:00'));
    one.posted();
    record(one, people.commission, at('2020-12-21 10:00'));
    expect(one.state.facts.interferences).toHaveLength(2);
    expect(assessmentEntry.contract.actions['recordInterference']?.at).toContain('OBJECTION');
  });

  it('SH-EVAL-08.7 an interference stands on the timeline, and the grade may be unqualified for it', () => {
    const one = new Entry().scored();
    const what = { reason: '机构负责人致电评审人员要求提高分数。', fileIds: [] };
    one.act('recordInterference', people.assessor, what, at('2021-01-12 15:00'));
    expect(one.last.lines.map(({ type }) => type)).toContain('INTERFERENCE_RECORDED');
    expect(one.toldTo('interferenceRecorded')).toEqual([INSTITUTION]);
    one.act('submitAssessment', people.assessor, {}, at('2021-01-13 10:00'));
    one.act(
      'setGrade',
      people.commission,
      { grade: 'UNQUALIFIED', reason: what.reason },
      at('2021-01-20 10:00'),
      'ASSESSMENT',
    );
    expect(one.state.facts).toMatchObject({ grade: { code: 'UNQUALIFIED' }, interferences: [{ what: what.reason }] });
  });
});

describe('the result', () => {
  it('SH-EVAL-01.2 has three grades, and no plain pass', () => {
    expect(Object.keys(gradeTitles)).toEqual(['EXCELLENT', 'GOOD', 'UNQUALIFIED']);
    expect(assessmentEntryInputs.setGrade.safeParse({ grade: 'PASS', reason }).success).toBe(false);
  });

  it('SH-EVAL-08.6 without weights the grade is chosen by hand, with a reason', () => {
    const one = new Entry().scored();
    expect(() => one.act('setGrade', people.commission, { grade: 'GOOD', reason }, at('2021-01-13 09:00'))).toThrow(
      'outside',
    );
    one.act('submitAssessment', people.assessor, {}, at('2021-01-13 10:00'));
    expect(one.state).toMatchObject({ stage: 'GRADING', bodyId: 'sh-commission', tasks: [{ name: 'setGrade' }] });
    const grade = (input: object) => () =>
      one.act('setGrade', people.commission, input, at('2021-01-20 10:00'), 'ASSESSMENT');
    expect(grade({ grade: 'GOOD' })).toThrow('needs a reason');
    grade({ grade: 'GOOD', reason: '各项均衡。' })();
    expect(one.state.stage).toBe('RESULTS_SET');
  });

  it('SH-EVAL-08.6 SH-EVAL-08.7 under weights and limits the grade is theirs, but unqualified for an interference', () => {
    const rules = {
      ...Object.fromEntries(Object.keys(indicatorTitles).map((code) => [`assessment.weights.${code}`, 10])),
      ...{ 'assessment.limits.excellent': 85, 'assessment.limits.good': 60 },
    };
    const grade = (one: Entry, code: string) => () =>
      one.act('setGrade', people.commission, { grade: code, reason }, at('2021-01-20 10:00'), 'ASSESSMENT');
    const handedIn = () => {
      const one = new Entry().scored();
      one.act('submitAssessment', people.assessor, {}, at('2021-01-13 10:00'));
      one.act('adoptRules', people.manager, { reason }, at('2021-01-14 10:00'), {
        ...{ version: one.state.ruleVersion + 1, values: { ...one.state.rules, ...rules } },
      });
      return one;
    };
    const one = handedIn();
    expect(grade(one, 'GOOD')).toThrow('a total of 85');
    expect(grade(one, 'UNQUALIFIED')).toThrow('by the limits: excellent');
    grade(one, 'EXCELLENT')();
    expect(one.state.facts.grade?.code).toBe('EXCELLENT');
    const other = handedIn();
    other.act('recordInterference', people.commission, { reason, fileIds: [] }, at('2021-01-15 10:00'));
    grade(other, 'UNQUALIFIED')();
    expect(other.state.facts.grade?.code).toBe('UNQUALIFIED');
  });

  it('SH-EVAL-08.6 a grade that is changed after an objection tells what the limits give', () => {
    const limits = { 'assessment.limits.excellent': 85, 'assessment.limits.good': 60 };
    const weights = Object.fromEntries(Object.keys(indicatorTitles).map((code) => [`assessment.weights.${code}`, 10]));
    const changedTo = (grade: string, rules: object) => {
      const one = new Entry().published('GOOD');
      const now = at('2021-02-05 10:00');
      one.act('objectToResult', people.institution, { explanation: '公益服务未计入。', fileIds: [] }, now);
      one.act('adoptRules', people.manager, { reason }, now, {
        ...{ version: one.state.ruleVersion + 1, values: { ...one.state.rules, ...rules } },
      });
      one.act('changeResult', people.manager, { grade, reason }, now);
      return one.last.lines.find(({ type }) => type === 'RESULT_CHANGED')?.title.en;
    };
    expect(changedTo('UNQUALIFIED', { ...weights, ...limits })).toContain(
      'from good to unqualified; with a total of 85, by the limits it is: excellent',
    );
    expect(changedTo('EXCELLENT', { ...weights, ...limits })).not.toContain('limits');
    expect(changedTo('EXCELLENT', {})).not.toContain('limits');
  });

  it('XC-06.2 SH-EVAL-02.1 the institution hears of conditions and materials that newer rules ask otherwise, and not of marks', () => {
    const told = (changes: object) => {
      const one = new Entry().recommended().posted();
      const newest = { version: one.state.ruleVersion + 1, values: { ...one.state.rules, ...changes } };
      one.act('adoptRules', people.manager, { reason: '通知已修改' }, at('2020-12-21 10:00'), newest);
      return one.last.notices.map(({ template, data }) => [template, (data['changes'] as { zh: string }[]).length]);
    };
    expect(told({ 'eligibility.staff': 12, 'materials.agreements': 9, 'assessment.weights.1.1': 10 })).toEqual([
      ['valuesChanged', 2],
    ]);
    expect(told({ 'assessment.weights.1.1': 10 })).toEqual([]);
  });

  it('SH-EVAL-09.1 a grade can be changed until the results are set, and not after', () => {
    const one = new Entry().graded('GOOD');
    const change = (campaignStage: string) => () =>
      one.act(
        'setGrade',
        people.commission,
        { grade: 'EXCELLENT', reason: '补记一项。' },
        at('2021-01-21 10:00'),
        campaignStage,
      );
    change('ASSESSMENT')();
    expect(one.state.facts.grade?.code).toBe('EXCELLENT');
    for (const stage of ['RESULTS_SET', 'PUBLISHED']) expect(change(stage)).toThrow('takes the results back first');
  });

  it('SH-EVAL-08.6 the commission may return it to the assessor', () => {
    const one = new Entry().scored();
    one.act('submitAssessment', people.assessor, {}, at('2021-01-13 10:00'));
    one.act(
      'returnToAssessor',
      people.commission,
      { reason: '两份评分差距过大。' },
      at('2021-01-14 10:00'),
      'ASSESSMENT',
    );
    expect(one.state).toMatchObject({ stage: 'SCORED', bodyId: 'sh-assessor', tasks: [{ name: 'submitAssessment' }] });
  });

  it.each([
    ['EXCELLENT', 'LISTED', 'resultPublished'],
    ['GOOD', 'LISTED', 'resultPublished'],
    ['UNQUALIFIED', 'NOT_LISTED', 'unqualifiedPublished'],
  ])('SH-EVAL-09.1 SH-EVAL-09.2 %s is %s by default, and is told by e-mail', (grade, status, template) => {
    const one = new Entry().published(grade);
    expect(one.state.outcome).toBe('PUBLISHED');
    expect(one.toldTo(template)).toEqual([INSTITUTION]);
    expect(one.last.writes).toMatchObject([
      {
        write: 'register',
        data: {
          register: registers.institutions,
          status,
          data: { terms: { 2020: { grade, listed: status === 'LISTED', validTo: '2021-12-31' } } },
        },
      },
    ]);
  });

  it('SH-EVAL-09.2 one objection is examined by a manager who has not graded', () => {
    const one = new Entry().published('GOOD');
    const now = at('2021-02-05 10:00');
    one.act('objectToResult', people.institution, { explanation: '公益服务未计入。', fileIds: [] }, now);
    expect(one.state).toMatchObject({ stage: 'OBJECTION', tasks: [{ name: 'decideObjection' }] });
    const same = () => one.act('changeResult', people.manager, { grade: 'GOOD', reason }, now);
    expect(same).toThrow('same as before');
    one.act('changeResult', people.manager, { grade: 'EXCELLENT', reason: '补充材料属实。' }, now);
    expect(one.state).toMatchObject({ outcome: 'PUBLISHED', facts: { grade: { code: 'EXCELLENT' } } });
    expect(one.toldTo('resultChanged')).toEqual([INSTITUTION]);
    const again = () => one.act('objectToResult', people.institution, { explanation: '……', fileIds: [] }, now);
    expect(again).toThrow('already');
    const upheld = new Entry().published('GOOD');
    upheld.act('objectToResult', people.institution, { explanation: '公益服务未计入。', fileIds: [] }, now);
    upheld.act('upholdResult', people.manager, { reason: '已计入。' }, now);
    expect(upheld.toldTo('resultUpheld')).toEqual([INSTITUTION]);
  });
});
