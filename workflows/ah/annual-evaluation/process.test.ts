import { describe, expect, it } from 'vitest';
import { sheetFor, type MemberKind } from '../../../rules/ah/indicators.ts';
import { evaluationSheet } from '../../../rules/ah/sheet.ts';
import { summaryParts } from '../../../rules/ah/norms.ts';
import { ahValues } from '../../../rules/ah/config.ts';
import {
  aboutMember,
  AnhuiCase,
  anhuiPeople as people,
  fileAnhui,
  HEFEI,
  INSTITUTION,
  institutionEntry,
  memberRecord,
} from '../../../test/support/anhui-case.ts';
import { at, people as anyone, person } from '../../../test/support/engine-samples.ts';
import { systemActor, type Person } from '../../../rules/roles.ts';
import type { Instant } from '../../../rules/time/index.ts';
import { namedCase } from '../../engine/case-number.ts';
import { isKeptInside, readableFacts } from '../../engine/contract.ts';
import type { FoundCase, FoundEntry } from '../../engine/intake.ts';
import { annualEvaluation as contract } from './contract.ts';
import type { AnnualEvaluationFacts } from './facts.ts';
import { annualEvaluationInputs } from './input.ts';
import { annualEvaluationIntake } from './intake.ts';
import { annualEvaluation } from './process.ts';

const bodies = {
  platform: { bodyId: 'ah-platform', region: 'AH' },
  department: { bodyId: 'ah-department', region: 'AH' },
} as const;
/** Set by an administrator: ten points an item, one a report, limits 90 and 60. */
function setRules(kind: MemberKind) {
  const weights = sheetFor(kind).items.map((item) => [`evaluation.weights.${kind}.${item}`, 10]);
  const points = { 'evaluation.points.media': 1, 'evaluation.points.titles': 1, 'evaluation.points.complaints': 5 };
  return { ...Object.fromEntries(weights), ...points } as Record<string, number>;
}

const limits = { 'evaluation.limits.excellent': 90, 'evaluation.limits.qualified': 60 };
const parts = Object.fromEntries(Object.keys(summaryParts).map((name) => [name, '见附件。']));
const summary = {
  parts,
  mediaReports: [{ heading: '一', link: 'https://example.cn/1' }, { heading: '二' }],
  titles: [
    { title: '国家高新技术企业', level: 'NATIONAL' },
    { title: '市级示范', level: 'CITY' },
  ],
  serviceFileIds: ['f-1'],
  publicityFileIds: [],
};
const record = memberRecord({
  byMonth: { '2024-12': { matches: 50 }, '2025-03': { matches: 9, evaluations: 10, satisfied: 9, complaints: 2 } },
  reports: { '2025-09': { status: 'SUBMITTED_LATE', dueOn: '2025-10-10', submittedAt: null, examined: 'COMPLETE' } },
  unreported: [
    { kind: 'NAME', foundOn: '2024-12-31' },
    { kind: 'ADDRESS', foundOn: '2025-11-03' },
    { kind: 'NAME', foundOn: '2026-01-05' },
  ],
});

/** Complaints that stood when the data were sent and when it was scored: one of them of another year. */
const deducted = [
  { caseId: 'mcp-1', day: '2025-03-02' },
  { caseId: 'mcp-2', day: '2025-03-30' },
  { caseId: 'mcp-0', day: '2024-12-31' },
];
const onRecord = (of = record) => ({ ...of, evaluations: {}, complaints: deducted });

function opened(kind: MemberKind = 'INSTITUTION', rules: Record<string, number> = setRules(kind)) {
  const party = kind === 'INSTITUTION' ? INSTITUTION : HEFEI;
  const filing = aboutMember(party, { kind, year: 2025, introducer: kind === 'INSTITUTION' ? HEFEI : null }, bodies);
  const one = new AnhuiCase<AnnualEvaluationFacts>(annualEvaluation, filing, {
    ...{ id: 'aev-1', openedAt: at('2026-01-01 00:00') },
    rules: { ...ahValues(), ...rules },
  });
  return one;
}

type Evaluation = ReturnType<typeof opened>;

function sent(kind: MemberKind = 'INSTITUTION', rules = setRules(kind), withSummary = true) {
  const one = opened(kind, rules);
  const who = kind === 'INSTITUTION' ? people.institution : people.hefei;
  if (withSummary) one.act('submitSummary', who, summary, at('2026-01-09 10:00'));
  else one.liveUntil(at('2026-01-11 00:00'));
  one.act('sendData', people.platform, {}, at('2026-02-10 10:00'), onRecord());
  return one;
}

const marksOf = (kind: MemberKind, each: number) =>
  Object.fromEntries(sheetFor(kind).items.map((item) => [item, each]));

function scoring(kind: MemberKind = 'INSTITUTION', rules = setRules(kind), withSummary = true) {
  const one = sent(kind, rules, withSummary);
  one.liveUntil(at('2026-02-25 00:00'));
  return one;
}

function score(one: Evaluation, each: number, changes: object = {}, of = record, reason?: string) {
  const marks = { ...marksOf(one.state.facts.kind, each), ...changes };
  const sheet = { marks, norms: [], ...(reason !== undefined && { reason }) };
  one.act('scoreSheet', people.department, sheet, at('2026-02-25 10:00'), onRecord(of));
}

function ranked(
  each: number,
  kind: MemberKind = 'INSTITUTION',
  rules: Record<string, number> = { ...setRules(kind), ...limits },
) {
  const one = scoring(kind, rules);
  score(one, each);
  const all = { '2025': [{ party: one.state.subject, kind, total: one.state.facts.total, rank: null, grade: null }] };
  one.act('rank', people.department, {}, at('2026-02-26 10:00'), all);
  return one;
}

const GRADED = at('2026-02-27 10:00');
const because = { reason: '依据得分。' };

describe('the basis', () => {
  it('AH-EVAL-06.2 the summary is asked for, due 2026-01-10; without it the body is incomplete before scoring', () => {
    const one = opened();
    expect(one.deadline('summary')).toMatchObject({ lastDay: '2026-01-10' });
    expect(one.toldTo('summaryAsked')).toEqual([INSTITUTION]);
    one.liveUntil(at('2026-01-11 00:00'));
    expect(one.told).toContain('SUMMARY_MISSING');
    expect(one.last.tasks).toMatchObject([{ name: 'collectData', detail: { complete: false } }]);
  });

  it('AH-EVAL-06.3 AH-OPS-04.3 of seven parts none can be left out', () => {
    const { plans: _, ...rest } = parts;
    expect(annualEvaluationInputs.submitSummary.safeParse({ ...summary, parts: rest }).success).toBe(false);
    expect(annualEvaluationInputs.submitSummary.safeParse(summary).success).toBe(true);
    const one = opened();
    one.act('submitSummary', people.institution, summary, at('2026-01-09 10:00'));
    expect(one.written('form')).toMatchObject([{ changes: { parts } }]);
    // AH-EVAL-02.15, 02.16: a report with a link counts, a title of city level does not.
    expect(one.state.facts.summary).toMatchObject({ late: false, media: 1, titles: 1 });
  });

  it('AH-EVAL-06.3 a summary is late by its day, also where the end of the time was not recorded yet', () => {
    const one = opened();
    one.act('submitSummary', people.institution, summary, at('2026-01-11 00:00'));
    expect(one.state.facts.summary).toMatchObject({ late: true });
  });

  it('AH-EVAL-02.10 data are not sent while December and the year can still be reported in time', () => {
    const due = { status: 'DUE', dueOn: '2026-01-10', submittedAt: null, examined: null } as const;
    const early = memberRecord({ reports: { '2025-12': due, '2025': due } });
    const one = opened();
    one.act('submitSummary', people.institution, summary, at('2026-01-05 10:00'));
    const send = (on: string, of = early) => one.act('sendData', people.platform, {}, at(on), onRecord(of));
    expect(() => send('2026-01-10 23:59')).toThrow('December 2025, the year 2025 is not over');
    send('2026-01-11 00:00');
    expect(one.state.facts.data?.regular).toMatchObject({ inTime: 0, due: 1 });
  });

  it('AH-EVAL-06.4 data sent 2026-02-10 can be commented until 2026-02-24 24:00', () => {
    const one = sent();
    expect(one.deadline('comment')).toMatchObject({ lastDay: '2026-02-24', dueAt: at('2026-02-25 00:00') });
    expect(one.toldTo('dataForComment')).toEqual([INSTITUTION]);
    one.act(
      'commentData',
      people.institution,
      { comment: '对接次数少计一次。', fileIds: [] },
      at('2026-02-24 23:59'),
      onRecord(),
    );
    one.act(
      'correctData',
      people.platform,
      { figure: 'matches', to: 10, reason: '核实。' },
      at('2026-02-24 23:59'),
      onRecord(),
    );
    expect(one.state.facts).toMatchObject({ data: { figures: { matches: 10 } }, corrected: [{ from: 9, to: 10 }] });
    expect(one.last.lines[0]?.title.en).toBe('Figure corrected: Need matches: from 9 to 10. Why: 核实');
    expect(one.toldTo('dataCorrected')).toEqual([INSTITUTION]);
    one.act('closeComments', people.platform, { answer: '已更正。' }, at('2026-02-24 23:59'));
    expect(one.toldTo('commentsAnswered')).toEqual([INSTITUTION]);
    expect(one.state).toMatchObject({ stage: 'DATA_COLLECTION', tasks: [] });
    one.liveUntil(at('2026-02-25 00:00'));
    expect(one.state).toMatchObject({ stage: 'SCORING', bodyId: 'ah-department', tasks: [{ name: 'score' }] });
  });

  it('AH-EVAL-06.4 a comment of the last minute is acted on before scoring begins, and none comes after it', () => {
    const one = sent();
    const comment = { comment: '对接次数少计一次。', fileIds: [] };
    one.act('commentData', people.institution, comment, at('2026-02-24 23:59'));
    expect(one.tasks).toEqual(['answerComments']);
    one.liveUntil(at('2026-02-25 00:00'));
    expect(one.state).toMatchObject({ stage: 'DATA_COLLECTION', bodyId: 'ah-platform' });
    const late = at('2026-02-26 10:00');
    expect(() => one.act('commentData', people.institution, comment, late)).toThrow('time for comments is over');
    one.act('correctData', people.platform, { figure: 'matches', to: 10, reason: '核实。' }, late, onRecord());
    one.act('closeComments', people.platform, { answer: '已更正为 10。' }, late);
    expect(one.state).toMatchObject({ stage: 'SCORING', tasks: [{ name: 'score' }] });
  });

  it('AH-EVAL-06.4 data that were sent before their complaints were kept by case are corrected and scored as they were', () => {
    const one = sent();
    const { complaints, named, ...earlier } = one.state.facts.data ?? expect.fail('not sent');
    expect([complaints, named]).toEqual([['mcp-1', 'mcp-2'], { leftOut: [], takenIn: [] }]);
    one.state.facts.data = earlier;
    const correction = { figure: 'complaints', to: 1, reason: '核实。' };
    one.act('correctData', people.platform, correction, at('2026-02-24 23:59'), onRecord());
    one.liveUntil(at('2026-02-25 00:00'));
    score(one, 8);
    expect(one.state.facts.counts).toMatchObject({ complaints: 1 });
  });

  it('AH-EVAL-06.4 without a comment there is nothing to answer', () => {
    const one = sent();
    expect(() => one.act('closeComments', people.platform, { answer: '无。' }, at('2026-02-20 10:00'))).toThrow(
      'No comment waits',
    );
  });

  it('AH-EVAL-01.1 AH-EVAL-02.2 AH-EVAL-02.10 AH-OPS-05.4 of 2025 what happened in 2025 counts, with late reports and unreported changes', () => {
    expect(sent().state.facts.data).toMatchObject({
      ...{ figures: { matches: 9 }, regular: { inTime: 0, due: 1 } },
      unreported: [{ kind: 'ADDRESS', foundOn: '2025-11-03' }],
    });
  });

  it('AH-EVAL-06.2 the data are not sent before the time of the summary is over', () => {
    expect(opened().blocked('sendData', people.platform, at('2026-01-09 10:00'), onRecord())).toEqual(['NOT_NOW']);
  });
});

describe('an evaluation that no year end has opened', () => {
  const file = (year: number, filer: Person = people.department, more: FoundEntry[] = [], cases: FoundCase[] = []) =>
    fileAnhui(
      annualEvaluationIntake,
      { member: INSTITUTION, year },
      { filer, entries: [institutionEntry, ...more], cases },
    );

  it('AH-EVAL-06.1 is opened by the department, once for each year that is over', () => {
    const one = new AnhuiCase<AnnualEvaluationFacts>(annualEvaluation, file(2024), { filer: people.department });
    expect(one.state).toMatchObject({ bodyId: 'ah-platform', tasks: [], deadlines: [{ name: 'summary' }] });
    expect(() => file(2025)).toThrow('once it is over');
    expect(() => file(2024, people.platform)).toThrow('provincial department');
    const evaluated = { ...institutionEntry, register: 'ah.evaluations', data: { '2024': { total: null } } };
    expect(() => file(2024, people.department, [evaluated])).toThrow('evaluation of this year');
    const about = { kind: 'annualEvaluation', subject: INSTITUTION, about: `member:${INSTITUTION}` };
    for (const isOpen of [true, false]) {
      const case2024 = { id: 'aev-0', ...about, stage: 'SUMMARY_DUE', isOpen, opening: { year: 2024 } };
      expect(() => file(2024, people.department, [], [case2024])).toThrow('evaluation of this year');
      expect(file(2023, people.department, [], [case2024]).opening).toMatchObject({ year: 2023 });
    }
  });

  it('AH-EVAL-06.3 opened after the day of the rule, the member has as many days from then on', () => {
    const filing = file(2024);
    const one = new AnhuiCase<AnnualEvaluationFacts>(annualEvaluation, filing, { filer: people.department });
    // Nine days after the first one, as 10 January is.
    expect(one.deadline('summary')).toMatchObject({ lastDay: '2025-09-29' });
    expect(one.toldTo('summaryAsked')).toEqual([INSTITUTION]);
    one.act('submitSummary', people.institution, summary, at('2025-09-29 23:59'));
    expect(one.state.facts.summary).toMatchObject({ late: false });
    expect(one.tasks).toEqual(['collectData']);
  });

  it('AH-EVAL-06.1 the end of the year adds to the evaluation that there is of it, and leaves it as it stands', () => {
    expect(annualEvaluation.contract.oneAtATime).toMatchObject({ adds: 'yearEnded', alike: ['year'] });
    expect(annualEvaluation.contract.oneAtATime?.evenAfter).toEqual(Object.keys(annualEvaluation.contract.outcomes));
    const one = sent();
    const { stage, tasks } = one.state;
    one.act('yearEnded', anyone.otherCase, { kind: 'INSTITUTION', year: 2025, introducer: HEFEI });
    expect(one.state).toMatchObject({ stage, tasks });
  });
});

describe('the score', () => {
  it('AH-EVAL-06.1 the platform enters data and gives no marks and no grade', () => {
    const one = scoring();
    const sheet = { marks: marksOf('INSTITUTION', 8), norms: [] };
    expect(() =>
      one.act('scoreSheet', people.platform, sheet, GRADED, { ...record, evaluations: {}, complaints: [] }),
    ).toThrow('outside');
    expect(() => ranked(9).act('giveGrade', people.platform, { grade: 'EXCELLENT', ...because }, GRADED)).toThrow();
  });

  it('AH-EVAL-01.4 is blocked until the weights are set', () => {
    const one = scoring('INSTITUTION', {});
    expect(
      one.blocked('scoreSheet', people.department, GRADED, { ...record, evaluations: {}, complaints: [] }),
    ).toEqual(['CONDITION_NOT_MET']);
    expect(() => score(one, 8)).toThrow('not configured');
    expect(one.state.facts.total).toBeNull();
  });

  it('AH-EVAL-01.4 under weights that were set later it is scored anew; what is ranked stays as it is', () => {
    const one = scoring();
    score(one, 8);
    const adopt = (evaluation: typeof one, changes: Record<string, number>, now: Instant) =>
      evaluation.act('adoptRules', people.departmentManager, because, now, {
        version: evaluation.state.ruleVersion + 1,
        values: { ...evaluation.state.rules, ...changes },
      });
    adopt(one, { 'evaluation.limits.excellent': 90 }, at('2026-02-25 11:00'));
    expect(one.state.facts.total).not.toBeNull();
    adopt(one, { 'evaluation.weights.INSTITUTION.matching': 20 }, at('2026-02-25 12:00'));
    expect(one.state.facts.total).toBeNull();
    expect(one.state.tasks.map(({ name }) => name)).toEqual(['score']);
    expect(one.last.lines.map(({ type }) => type)).toContain('SCORE_VOID');
    score(one, 8, { matching: 16 });
    expect(one.state.facts.total).not.toBeNull();
    const other = ranked(9);
    const { total } = other.state.facts;
    adopt(other, { 'evaluation.weights.INSTITUTION.matching': 20 }, GRADED);
    expect(other.state.facts.total).toBe(total);
  });

  it('AH-EVAL-02.11 without a summary its rows have no basis and score nothing', () => {
    const one = scoring('INSTITUTION', setRules('INSTITUTION'), false);
    expect(() => score(one, 8)).toThrow('no basis');
    score(one, 8, { facilities: undefined, norms: undefined });
    expect(one.state.facts.marks).toMatchObject({ facilities: 0, norms: 0 });
  });

  it('AH-EVAL-01.3 AH-EVAL-02.17 AH-EVAL-08.2 bonuses and complaints verified before scoring change the total', () => {
    const one = scoring();
    score(one, 8, {}, memberRecord({ byMonth: { '2025-12': { complaints: 3 } } }));
    // 88, one report and one title, three complaints of 5 points.
    expect(one.state.facts).toMatchObject({ total: 75, counts: { media: 1, titles: 1, complaints: 3 } });
  });

  it('AH-EVAL-02.17 AH-EVAL-06.4 a corrected number of complaints counts, with those verified since', () => {
    const one = sent();
    const { platform } = people;
    one.act(
      'correctData',
      platform,
      { figure: 'complaints', to: 1, reason: '一件属重复。' },
      at('2026-02-20 10:00'),
      onRecord(),
    );
    one.liveUntil(at('2026-02-25 00:00'));
    score(one, 8);
    expect(one.state.facts.counts).toMatchObject({ complaints: 1 });
    // The records had two when the data were sent, and have three by now.
    score(one, 8, {}, memberRecord({ byMonth: { '2025-12': { complaints: 3 } } }), '又核实一件。');
    expect(one.state.facts.counts).toMatchObject({ complaints: 2 });
  });

  describe('AH-EVAL-02.17 AH-EVAL-06.4 a correction of their number names the complaints', () => {
    const correct = (one: Evaluation, to: number, cases: readonly string[], changes: object = {}) => {
      const input = { figure: 'complaints', to, cases, reason: '经核对。', ...changes };
      return one.act('correctData', people.platform, input, at('2026-02-20 10:00'), {
        ...onRecord(),
        complaints: [...deducted, { caseId: 'mcp-3', day: '2025-12-30' }],
      });
    };
    const lineOf = (one: Evaluation) => one.last.lines.find(({ type }) => type === 'DATA_CORRECTED')?.title.zh;

    it('leaves out one that was counted, takes in another that was verified, and says which', () => {
      const one = sent();
      correct(one, 1, ['mcp-2']);
      expect(lineOf(one)).toContain(`由 2 改为 1；不再计入：${namedCase('mcp-2')}`);
      correct(one, 2, ['mcp-0']);
      expect(lineOf(one)).toContain(`由 1 改为 2；另行计入：${namedCase('mcp-0')}`);
      expect(one.state.facts.data?.named).toEqual({ leftOut: ['mcp-2'], takenIn: ['mcp-0'] });
      const [deduction] = evaluationSheet(one.state.facts, (id) => `〔${id}〕`).deductions;
      expect(deduction).toMatchObject({ item: 'complaints', value: 2 });
      expect(deduction?.remarks.map(({ zh }) => zh)).toEqual(['不再计入：〔mcp-2〕', '另行计入：〔mcp-0〕']);
      correct(one, 2, ['mcp-2', 'mcp-0']);
      expect(lineOf(one)).toContain(`恢复计入：${namedCase('mcp-2')}；撤回另行计入：${namedCase('mcp-0')}`);
      expect(one.state.facts.data?.named).toEqual({ leftOut: [], takenIn: [] });
    });

    it('refuses a number that is not theirs, one that counts by itself, and what is no verified complaint', () => {
      const one = sent();
      expect(() => correct(one, 0, ['mcp-2'])).toThrow('with those named 1: not 0');
      expect(() => correct(one, 3, ['mcp-3'])).toThrow('counts by itself');
      expect(() => correct(one, 3, ['mcp-9'])).toThrow('verified as the responsibility of this member');
      expect(() => correct(one, 9, ['mcp-1'], { figure: 'matches' })).toThrow('only where their number is corrected');
      const twice = { figure: 'complaints', to: 0, cases: ['mcp-1', 'mcp-1'], reason: '经核对。' };
      expect(annualEvaluationInputs.correctData.safeParse(twice).success).toBe(false);
    });

    it('AH-EVAL-08.1 what becomes of the one that was left out changes nothing; of the other one it does', () => {
      const scored = () => {
        const one = sent();
        correct(one, 1, ['mcp-2']);
        one.liveUntil(at('2026-02-25 00:00'));
        score(one, 8);
        expect(one.state.facts).toMatchObject({ total: 85, counts: { complaints: 1 }, deductedFor: ['mcp-1'] });
        return one;
      };
      const reverse = (one: Evaluation, complaint: string) =>
        one.act('complaintCounts', systemActor(complaint), { complaint, counts: false }, at('2026-02-28 10:00'));
      const leftOut = scored();
      reverse(leftOut, 'mcp-2');
      expect(leftOut.state.facts).toMatchObject({ total: 85, lifted: [] });
      const other = scored();
      reverse(other, 'mcp-1');
      expect(other.state.facts).toMatchObject({ total: 90, counts: { complaints: 0 } });
    });
  });

  it('AH-EVAL-02.13 a row that is not on the sheet is refused, and so is more than the full marks', () => {
    expect(() => score(scoring(), 8, { internet: 5 })).toThrow('not on the sheet');
    expect(() => score(scoring(), 11)).toThrow('more than 10');
    expect(() => score(scoring(), 8, { matching: undefined })).toThrow('has no marks');
  });

  it('AH-EVAL-07.1 it is ranked among its kind, once all of it are scored', () => {
    const one = scoring();
    score(one, 8);
    const total = one.state.facts.total ?? 0;
    const all = (other: number | null) => ({
      '2025': [
        { party: INSTITUTION, kind: 'INSTITUTION' as const, total, rank: null, grade: null },
        { party: '91310104MA1FR2CD85', kind: 'INSTITUTION' as const, total: other, rank: null, grade: null },
        { party: HEFEI, kind: 'CITY_PLATFORM' as const, total: 100, rank: null, grade: null },
      ],
    });
    const attempt = () => one.act('rank', people.department, {}, GRADED, all(null));
    expect(attempt).toThrow('not scored yet');
    one.act('rank', people.department, {}, GRADED, all(99));
    expect(one.state).toMatchObject({ stage: 'RANKED', facts: { rank: { place: 2, of: 2 } } });
    expect(one.written('register')).toMatchObject([{ data: { '2025': { rank: { place: 2, of: 2 } } } }]);
  });

  it('AH-EVAL-07.1 what is scored waits to be ranked, and keeps its score once one of its kind is ranked', () => {
    const one = scoring();
    score(one, 8);
    expect(one.tasks).toEqual(['rank']);
    expect(() => score(one, 9)).toThrow('say why the score changes');
    score(one, 9, {}, record, '漏计一项。');
    expect(one.last.lines.find(({ type }) => type === 'EVALUATION_SCORED')?.title.zh).toContain('漏计一项');
    expect(one.tasks).toEqual(['rank']);
    const sheet = { marks: marksOf('INSTITUTION', 8), norms: [] };
    const ranked = (kind: MemberKind) => ({
      ...record,
      complaints: [],
      evaluations: {
        '2025': [{ party: '91310104MA1FR2CD85', kind, total: 90, rank: { place: 1, of: 2, late: false }, grade: null }],
      },
    });
    expect(one.blocked('scoreSheet', people.department, GRADED, ranked('CITY_PLATFORM'))).toEqual([]);
    expect(() => one.act('scoreSheet', people.department, sheet, GRADED, ranked('INSTITUTION'))).toThrow(
      'ranked already',
    );
    // A sheet that was never scored can be, so that it does not lie for ever.
    expect(scoring().blocked('scoreSheet', people.department, GRADED, ranked('INSTITUTION'))).toEqual([]);
  });
});

describe('the places', () => {
  const other = { party: '91310104MA1FR2CD85', kind: 'INSTITUTION' as const };
  const own = { party: INSTITUTION, kind: 'INSTITUTION' as const };
  /** The evaluation of the other member as the register has it. */
  const withOther = (total: number | null, rank: object | null = null, grade: string | null = null) => ({
    '2025': [
      { ...own, total: null, rank: null, grade: null },
      { ...other, total, rank, grade },
    ],
  });

  it('AH-EVAL-07.1 follow from the totals on record until the member is told, in whatever order they were scored', () => {
    const placeTold = (before: number | null, after: number) => {
      const one = scoring('INSTITUTION', { ...setRules('INSTITUTION'), ...limits });
      score(one, 8);
      const evaluations = {
        '2025': [...(before === null ? [] : [{ ...other, total: before, rank: null, grade: null }])],
      };
      one.act('rank', people.department, {}, GRADED, evaluations);
      one.act('giveGrade', people.department, { grade: 'QUALIFIED', ...because }, GRADED, withOther(after));
      one.act('notifyResult', people.department, because, GRADED, withOther(after));
      return one.state.facts.rank;
    };
    // The other one scored before it was ranked, or only after: 80 points are second to 99 and tie with 80.
    expect([placeTold(99, 99), placeTold(null, 99)]).toEqual(
      Array.from({ length: 2 }, () => ({ place: 2, of: 2, late: false })),
    );
    expect([placeTold(80, 80), placeTold(null, 80)]).toEqual(
      Array.from({ length: 2 }, () => ({ place: 1, of: 2, late: false })),
    );
  });

  it('AH-EVAL-07.1 one that is ranked once others are told theirs needs a reason, and is marked as late', () => {
    const one = scoring();
    score(one, 8);
    const told = withOther(70, { place: 1, of: 1, late: false }, 'QUALIFIED');
    told['2025'].shift();
    const rank = (input: object) => one.act('rank', people.department, input, GRADED, told);
    expect(() => rank({})).toThrow('keep their places');
    rank({ reason: '总结补报后计分。' });
    expect(one.state.facts.rank).toEqual({ place: 1, of: 2, late: true });
    expect(one.last.lines.find(({ type }) => type === 'EVALUATION_RANKED')?.title.zh).toContain('同类结果通知之后');
  });
});

describe('AH-EVAL-08.1 a finding that is taken back after the scoring', () => {
  const LATER = at('2026-02-28 10:00');
  const tell = (one: Evaluation, complaint: string, counts = false) =>
    one.act('complaintCounts', systemActor(complaint), { complaint, counts }, LATER);

  it('is not deducted any more, and counts again if it stands after review', () => {
    const one = scoring();
    score(one, 8);
    tell(one, 'mcp-1');
    expect(one.state.facts).toMatchObject({ total: 85, counts: { complaints: 1 }, lifted: ['mcp-1'] });
    expect(one.written('register')).toMatchObject([{ data: { '2025': { total: 85 } } }]);
    expect(one.last.lines.find(({ type }) => type === 'DEDUCTION_CHANGED')?.title.zh).toContain('得分为 85');
    tell(one, 'mcp-1');
    expect(one.state.facts.total).toBe(85);
    tell(one, 'mcp-1', true);
    expect(one.state.facts).toMatchObject({ total: 80, lifted: [] });
  });

  it('changes nothing where it was not deducted: verified after the scoring, or of another year', () => {
    const one = scoring();
    score(one, 8);
    for (const complaint of ['mcp-0', 'mcp-9']) {
      tell(one, complaint, true);
      tell(one, complaint);
      expect([one.state.facts.total, one.written('register'), one.tasks]).toEqual([80, [], ['rank']]);
    }
    const unscored = scoring();
    tell(unscored, 'mcp-1');
    expect(unscored.state.facts.total).toBeNull();
  });

  it('AH-EVAL-08.1 lowers no figure that a person had set without it, before or after the scoring', () => {
    const corrected = () => {
      const one = sent();
      const correction = { figure: 'complaints', to: 1, reason: '一件不属实。' };
      one.act('correctData', people.platform, correction, at('2026-02-20 10:00'), onRecord());
      one.liveUntil(at('2026-02-25 00:00'));
      return one;
    };
    const after = corrected();
    score(after, 8);
    tell(after, 'mcp-2');
    expect(after.state.facts).toMatchObject({ total: 85, counts: { complaints: 1 }, lifted: ['mcp-2'] });
    expect(after.last.lines.find(({ type }) => type === 'DEDUCTION_CHANGED')?.title.en).toContain(
      'corrected by hand (2 on record when the data were sent); deducted as before: 1',
    );
    tell(after, 'mcp-1');
    expect(after.state.facts).toMatchObject({ total: 90, counts: { complaints: 0 } });
    tell(after, 'mcp-1', true);
    expect(after.state.facts).toMatchObject({ total: 85, counts: { complaints: 1 } });
    const before = corrected();
    score(before, 8, {}, memberRecord({ byMonth: { '2025-12': { complaints: 1 } } }));
    expect(before.state.facts.counts).toMatchObject({ complaints: 1 });
  });

  it('takes the grade back that rested on it: 55 less a complaint of 5 is 60 and qualified', () => {
    const one = ranked(5.73);
    expect(one.state.facts.total).toBe(55);
    one.act('giveGrade', people.department, { grade: 'UNQUALIFIED', ...because }, GRADED);
    one.act('confirmGrade', people.departmentManager, because, GRADED);
    tell(one, 'mcp-2');
    expect(one.state).toMatchObject({ stage: 'RANKED', facts: { total: 60, grade: null, confirmed: false } });
    expect(one.tasks).toEqual(['grade']);
    one.act('giveGrade', people.department, { grade: 'QUALIFIED', ...because }, LATER);
    one.act('notifyResult', people.department, because, LATER);
    expect(one.state.outcome).toBe('RETAINED');
  });

  it('is told to the managers of the department once the member has its result, and changes no result by itself', () => {
    const one = ranked(5);
    one.act('giveGrade', people.department, { grade: 'UNQUALIFIED', ...because }, GRADED);
    one.act('confirmGrade', people.departmentManager, because, GRADED);
    one.act('notifyResult', people.department, because, GRADED);
    tell(one, 'mcp-1');
    expect(one.last.notices).toMatchObject([{ template: 'deductionLifted', to: { role: 'manager' } }]);
    expect(one.state).toMatchObject({ outcome: 'RESIDENCY_CANCELLED', facts: { total: 47, grade: 'UNQUALIFIED' } });
    expect(one.last.messagesAbout).toEqual([]);
  });
});

describe('the grade and what follows', () => {
  it('AH-EVAL-07.5 follows the limits where they are set, and is given by hand where not', () => {
    const one = ranked(8);
    expect(() => one.act('giveGrade', people.department, { grade: 'EXCELLENT', ...because }, GRADED)).toThrow(
      'Qualified',
    );
    const free = ranked(9, 'INSTITUTION', setRules('INSTITUTION'));
    free.act('giveGrade', people.department, { grade: 'EXCELLENT', ...because }, GRADED);
    expect(free.state.facts.grade).toBe('EXCELLENT');
  });

  it('AH-EVAL-07.2 qualified is retained', () => {
    const one = ranked(8);
    one.act('giveGrade', people.department, { grade: 'QUALIFIED', ...because }, GRADED);
    one.act('notifyResult', people.department, because, GRADED);
    expect(one.state).toMatchObject({ outcome: 'RETAINED', facts: { notifiedAt: GRADED } });
    const told = one.last.lines.find(({ type }) => type === 'RESULT_NOTIFIED');
    expect(told?.title.en).toMatch(/^Result notified: Qualified; total: 80; place \d+ of \d+\. Why: /);
    expect(one.toldTo('resultRetained')).toEqual([INSTITUTION]);
    expect([one.last.messagesAbout, one.last.openings]).toEqual([[], []]);
  });

  it('AH-EVAL-07.4 AH-OPS-06.2 AH-OPS-06.4 AH-EVAL-02.7 excellent: reward and white list are put forward, and it counts for who brought it in', () => {
    const one = ranked(10);
    one.act('giveGrade', people.department, { grade: 'EXCELLENT', ...because }, GRADED);
    one.act('notifyResult', people.departmentManager, because, GRADED);
    expect(one.state.outcome).toBe('RETAINED');
    expect(one.written('register')).toMatchObject([
      { register: 'ah.evaluations', status: 'EXCELLENT', data: { '2025': { reward: 'PROPOSED' } } },
    ]);
    expect(one.last.openings).toMatchObject([{ kind: 'listing', opening: { list: 'WHITE', year: 2025 } }]);
    expect(one.written('figure')).toMatchObject([{ party: HEFEI, figure: 'quality', day: '2025-12-31' }]);
  });

  it('AH-EVAL-07.7 AH-OPS-06.3 unqualified is confirmed by a second person before anything follows', () => {
    const one = ranked(4);
    const both = person('both', { role: 'reviewer', ...bodies.department }, { role: 'manager', ...bodies.department });
    one.act('giveGrade', both, { grade: 'UNQUALIFIED', ...because }, GRADED);
    expect(one.tasks).toEqual(['confirm']);
    expect(one.blocked('notifyResult', people.department, GRADED)).toEqual(['STEP_MISSING']);
    expect(() => one.act('confirmGrade', both, because, GRADED)).toThrow();
    one.act('confirmGrade', people.departmentManager, because, GRADED);
    expect(one.state.closedAt).toBeNull();
    one.act('notifyResult', people.department, because, GRADED);
    expect(one.state.outcome).toBe('RESIDENCY_CANCELLED');
    expect(one.toldTo('membershipCancelled')).toEqual([INSTITUTION]);
    expect(one.last.messagesAbout).toMatchObject([{ kind: 'membership', action: 'cancelMembership' }]);
  });

  it('AH-EVAL-07.7 before the notice score, place and grade are read by the bodies alone', () => {
    const one = ranked(8);
    one.act('giveGrade', people.department, { grade: 'QUALIFIED', ...because }, GRADED);
    const readBy = (seesAll: boolean) => readableFacts(contract, { ...one.state.facts }, { seesAll });
    const kept = ['marks', 'norms', 'counts', 'total', 'rank', 'grade', 'confirmed'];
    const readOfThem = (seesAll: boolean) => kept.filter((name) => name in (readBy(seesAll) ?? {}));
    const lines = ['scoreSheet', 'rank', 'giveGrade', 'notifyResult'];
    const hidden = () => lines.filter((action) => isKeptInside(contract, action, { ...one.state.facts }));
    expect([readOfThem(true), readOfThem(false)]).toEqual([kept, []]);
    expect(readBy(false)).toMatchObject({ year: 2025, data: one.state.facts.data });
    expect(hidden()).toEqual(['scoreSheet', 'rank', 'giveGrade']);
    one.act('notifyResult', people.department, because, GRADED);
    expect(readBy(false)).toMatchObject({ total: 80, grade: 'QUALIFIED', notifiedAt: GRADED });
    expect(hidden()).toEqual([]);
  });

  it('AH-EVAL-07.3 of a city platform the title is cancelled; a grade that is not confirmed is given anew', () => {
    const one = ranked(4, 'CITY_PLATFORM');
    one.act('giveGrade', people.department, { grade: 'UNQUALIFIED', ...because }, GRADED);
    one.act('returnGrade', people.departmentManager, because, GRADED);
    expect(one.state).toMatchObject({ stage: 'RANKED', facts: { grade: null } });
    one.act('giveGrade', people.department, { grade: 'UNQUALIFIED', ...because }, GRADED);
    one.act('confirmGrade', people.departmentManager, because, GRADED);
    one.act('notifyResult', people.department, because, GRADED);
    expect(one.state.outcome).toBe('TITLE_CANCELLED');
  });
});
