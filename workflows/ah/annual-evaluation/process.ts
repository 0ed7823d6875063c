/** The annual evaluation: summary, data for comment, score, rank, grade, result with what follows (第五条至第九条). */
import { countedReports, countedTitles } from '../../../rules/ah/titles.ts';
import { figures as figureTitles, ofYear, satisfaction, type FigureName } from '../../../rules/ah/figures.ts';
import { indicators, sheetFor, type IndicatorName } from '../../../rules/ah/indicators.ts';
import { arisesAt, openReports, periodInWords, regularity, yearlyDueOn } from '../../../rules/ah/reports.ts';
import {
  consequenceOf,
  fullMarks,
  gradeOf,
  grades,
  isConfigured,
  NOT_CONFIGURED,
  rankIn,
  totalOf,
  weighsAlike,
} from '../../../rules/ah/scoring.ts';
import { listed } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { addDays, dayOf, daysBetween, type Day } from '../../../rules/time/index.ts';
import { defineProcess } from '../../engine/define.ts';
import { listing } from '../listing/contract.ts';
import { membership } from '../membership/contract.ts';
import { qualityKey, type AhReadings, type Rank } from '../words.ts';
import { annualEvaluation as contract, type Evaluation } from './contract.ts';
import { complaintCounts, complaintsCounted, gradeAnew } from './deduction.ts';
import { enter } from './enter.ts';
import {
  complaintsThen,
  NONE_NAMED,
  countedOf,
  refuseNotOfComplaints,
  refuseOtherNumber,
  standingIn,
  withNamed,
} from './named-complaints.ts';
import { refuseUnconfigured } from './weights.ts';
import { annualEvaluationSentences } from './sentences.ts';

export const annualEvaluation = defineProcess(contract, {
  sentences: annualEvaluationSentences,

  facts: (opening) => ({
    ...opening,
    summaryDueOn: null,
    summary: null,
    data: null,
    corrected: [],
    norms: [],
    marks: {},
    counts: null,
    deductedFor: [],
    lifted: [],
    total: null,
    rank: null,
    grade: null,
    confirmed: false,
    notifiedAt: null,
  }),

  open(step) {
    const { year } = step.facts;
    const due = yearlyDueOn(year, step.rules['evaluation.summaryDue']);
    const today = dayOf(step.now);
    // A member that is asked later than at the end of the year has as many days from then on.
    const day = today <= firstDayAfter(year) ? due : addDays(today, daysBetween(firstDayAfter(year), due));
    enter(step);
    step.facts.summaryDueOn = day;
    step.startDeadline('summary', { unit: 'date', day });
    step.notify('summaryAsked', 'member', { year }, ['summary']);
  },

  due: {
    summary(step) {
      step.record('SUMMARY_MISSING', text('年度总结逾期未报，材料不全', 'No summary in time: incomplete'), {
        clause: 'AH-EVAL 附件3',
        requirement: 'AH-EVAL-06.2',
      });
      collect(step);
    },
    // Comments that came in time are answered before anything is scored, however late they came.
    comment(step) {
      if (step.task('answerComments') === undefined) toScoring(step);
    },
  },

  // A total rests on the weights it was reckoned under: as long as nothing is ranked by it, it is scored anew under others (AH-EVAL-01.4).
  rulesAdopted(step, before) {
    const { kind, total, rank } = step.facts;
    if (total === null || rank !== null || weighsAlike(kind, before, step.rules)) return;
    step.facts.total = null;
    step.record('SCORE_VOID', text('指标分值已变更，原得分作废，须重新计分', 'Weights changed: the score is void'), {
      clause: 'AH-EVAL 附件1',
      requirement: 'AH-EVAL-01.4',
    });
    step.closeTask('rank');
    toScore(step);
    enter(step);
  },

  requires: {
    submitSummary: [notHandedIn],
    sendData: [summarySettled, reportsSettled],
    commentData: [commentsTaken],
    closeComments: [commented],
    scoreSheet: [configured, notRanked],
    rank: [scored, kindIsScored],
    confirmGrade: [toBeConfirmed],
    returnGrade: [toBeConfirmed],
    notifyResult: [twoPersons],
  },

  actions: {
    submitSummary(step, { parts, mediaReports, titles }) {
      const { summaryDueOn } = step.facts;
      const until = step.deadline('summary')?.lastDay ?? summaryDueOn;
      const late = until !== null && dayOf(step.receivedAt) > until;
      step.facts.summary = {
        ...{ submittedAt: step.receivedAt, late, media: countedReports(mediaReports) },
        titles: countedTitles(titles.map(({ level }) => level)),
      };
      step.write('form', { changes: { parts }, filedById: step.actor.id });
      step.meetDeadline('summary');
      if (step.state.stage === 'SUMMARY_DUE') collect(step);
    },

    sendData(step, _input, record) {
      const { year } = step.facts;
      const figures = ofYear(record.byMonth, year);
      const regular = regularity(record.reports, year);
      step.facts.data = {
        ...{ figures, regular, tasks: record.tasks[String(year)] ?? {} },
        complaintsAtSending: figures.complaints ?? 0,
        complaints: standingIn(year, record.complaints),
        named: NONE_NAMED,
        unreported: record.unreported.filter(({ foundOn }) => foundOn.startsWith(`${year}-`)),
      };
      step.closeTask('collectData');
      step.moveTo('DATA_COLLECTION');
      step.startDeadline('comment', step.workingDays('evaluation.commentWithin'));
      const told = Object.keys(figureTitles).flatMap((name) => {
        const figure = name as FigureName;
        return figures[figure] === undefined ? [] : [{ figure, n: figures[figure] }];
      });
      const { inTime, due } = regular;
      step.notify('dataForComment', 'member', { year, figures: told, inTime, due }, ['comment']);
    },

    // What it says is read by the platform, which corrects or leaves the data.
    commentData: (step) => step.openOrDescribeTask('answerComments', { year: step.facts.year }),

    closeComments(step, { answer }) {
      step.closeTask('answerComments');
      step.notify('commentsAnswered', 'member', { year: step.facts.year, answer, answeredAt: step.now });
      if (!isRunning(step)) toScoring(step);
    },

    correctData(step, { figure, to, cases = [], reason }, record) {
      const { data, year } = step.facts;
      if (data === null) throw new Error('No data were sent.');
      const from = data.figures[figure] ?? 0;
      const named = withNamed(data, cases, year, record.complaints);
      if (cases.length > 0) {
        if (figure !== 'complaints') refuseNotOfComplaints();
        refuseOtherNumber(from, to, data.named, named);
      }
      step.facts.data = { ...data, named, figures: { ...data.figures, [figure]: to } };
      step.facts.corrected = [...step.facts.corrected, { figure, from, to }];
      step.notify('dataCorrected', 'member', { year, figure, from, to, reason, correctedAt: step.now });
    },

    scoreSheet(step, { marks, norms, reason }, { byMonth, complaints: standing }) {
      if (step.facts.total !== null && reason === undefined) refuseUnexplained();
      const { kind, year, data, summary } = step.facts;
      if (data === null) throw new Error('No data were sent.');
      // Complaints of the year that were verified since the data were sent count beside the figure as it was corrected.
      const { complaints: recorded = 0 } = ofYear(byMonth, year);
      const deductedFor = countedOf(year, standing, data.named);
      const now = recorded + deductedFor.length - standingIn(year, standing).length;
      const complaints = complaintsCounted(data.figures.complaints ?? 0, complaintsThen(data), now);
      const given = marksOf(step, marks);
      const counts = { media: summary?.media ?? 0, titles: summary?.titles ?? 0, complaints };
      const total = totalOf(kind, given, counts, step.rules);
      if (total === NOT_CONFIGURED) return refuseUnconfigured();
      Object.assign(step.facts, { marks: given, norms, counts, deductedFor, lifted: [], total });
      step.closeTask('score');
      step.openOrDescribeTask('rank', { total });
      enter(step);
    },

    rank(step, { reason }, evaluations) {
      const late = ofKind(evaluations, step.facts).some(
        (one) => one.grade !== null && one.party !== step.party('member'),
      );
      if (late && reason === undefined) refuseLateWithoutReason();
      const rank = rankOf(step, evaluations, late);
      step.facts.rank = rank;
      step.closeTask('rank');
      step.moveTo('RANKED');
      step.openTask('grade', { total: step.facts.total, ...rank });
      enter(step);
    },

    giveGrade(step, { grade }, evaluations) {
      const total = totalIn(step);
      step.facts.rank = rankOf(step, evaluations);
      const given = gradeOf(total, step.rules);
      if (given !== NOT_CONFIGURED && given !== grade) {
        const { zh, en } = grades[given];
        refuse('INVALID_INPUT', `按分数线应为${zh}。`, `By the limits it is: ${en}.`, {
          field: 'grade',
          facts: { total },
        });
      }
      step.participate('grader');
      step.facts.grade = grade;
      step.facts.confirmed = false;
      step.closeTask('grade');
      step.moveTo('GRADED');
      if (grade === 'UNQUALIFIED') step.openTask('confirm', { total, ...step.facts.rank });
      else step.openTask('notifyResult', { grade: grades[grade] });
    },

    confirmGrade(step) {
      step.facts.confirmed = true;
      step.closeTask('confirm');
      step.openTask('notifyResult', { grade: grades.UNQUALIFIED });
    },

    returnGrade: gradeAnew,

    notifyResult(step, { reason }, evaluations) {
      step.facts.rank = rankOf(step, evaluations);
      conclude(step, reason);
    },

    complaintCounts,

    // The evaluation of the year is under way, or done: the end of the year opens no other.
    yearEnded() {},
  },
});

/** The result goes out, and what follows from it: retained, put forward for the white list and the reward, or cancelled. */
function conclude(step: Evaluation, reason: string): void {
  const { kind, year, grade, total, rank, introducer } = step.facts;
  if (grade === null || total === null || rank === null) throw new Error('It is not graded.');
  const consequence = consequenceOf(kind, grade);
  const told = {
    ...{ year, grade: grades[grade], total, place: rank.place, of: rank.of, reason, notifiedAt: step.now },
    consequence: contract.outcomes[consequence],
  };
  step.closeTask('notifyResult');
  step.facts.notifiedAt = step.now;
  enter(step);
  if (consequence === 'RETAINED') step.notify('resultRetained', 'member', told);
  else {
    step.notify('membershipCancelled', 'member', told);
    step.tellAbout(membership, 'cancelMembership', { reason });
  }
  if (grade === 'EXCELLENT') {
    step.open(listing, { list: 'WHITE', ground: 'EXCELLENT', year });
    if (introducer !== null) {
      const key = qualityKey(step.party('member'), year);
      step.write('figure', { party: introducer, figure: 'quality', key, n: 1, day: `${year}-12-31` });
    }
  }
  step.close(consequence);
}

/** The place that follows from the totals on record, whoever was scored first: reckoned anew until the member is told (AH-EVAL-07.1). */
function rankOf(step: Evaluation, evaluations: AhReadings['evaluations'], late = step.facts.rank?.late ?? false): Rank {
  const total = totalIn(step);
  const others = ofKind(evaluations, step.facts).filter(({ party }) => party !== step.party('member'));
  const totals = [total, ...others.flatMap((one) => one.total ?? [])];
  return { place: rankIn(total, totals), of: totals.length, late };
}

function totalIn({ facts: { total } }: Evaluation): number {
  if (total === null) throw new Error('It is not scored.');
  return total;
}

/** @throws Refusal REASON_REQUIRED: who changes a score says why (AH-EVAL-01.3) */
function refuseUnexplained(): never {
  return refuse('REASON_REQUIRED', '已经计分，改分须写明理由。', 'It is scored already; say why the score changes.', {
    field: 'reason',
  });
}

/** @throws Refusal REASON_REQUIRED: results that were notified keep their places, and a person decides that this one comes after them */
function refuseLateWithoutReason(): never {
  return refuse(
    'REASON_REQUIRED',
    '同类成员的结果已有通知，其名次不再变动；请写明此时排序的理由，本名次将标明为逾后排序。',
    'Results of its kind were notified and keep their places. Say why this one is ranked now; its place is marked as late.',
    { field: 'reason' },
  );
}

/** The data can be summed: the summary has come, or its time is over (AH-EVAL-06.2). */
function collect(step: Evaluation): void {
  step.openOrDescribeTask('collectData', { year: step.facts.year, complete: step.facts.summary !== null });
}

/** The day on which a year is over, e.g. `2026-01-01` of 2025. */
function firstDayAfter(year: number): Day {
  return dayOf(arisesAt(String(year)));
}

/** Its time for comments has passed and what was said is answered. */
function toScoring(step: Evaluation): void {
  step.moveTo('SCORING');
  toScore(step);
}

function toScore(step: Evaluation): void {
  const { summary, data, kind } = step.facts;
  step.openTask('score', { kind, complete: summary !== null, unreported: data?.unreported ?? [] });
}

/** True while the time for comments runs, or stands still; whether its end was recorded yet makes no difference. */
function isRunning(step: Evaluation): boolean {
  const running = step.deadline('comment');
  return running !== undefined && (running.dueAt === null || running.dueAt > step.now);
}

function commentsTaken(step: Evaluation): void {
  if (isRunning(step)) return;
  refuse('NOT_NOW', '核对期限已满，不能再提出意见。', 'The time for comments is over.');
}

function commented(step: Evaluation): void {
  if (step.task('answerComments') !== undefined) return;
  refuse('NOT_NOW', '没有待答复的意见。', 'No comment waits for an answer.');
}

/** Places rest on the totals: once one of its kind has its place, no total is changed. A sheet that was never scored can still be. */
function notRanked({ facts }: Evaluation, { evaluations }: AhReadings['scoringRecord']): void {
  if (facts.total === null) return;
  const ranked = ofKind(evaluations, facts).filter((one) => one.rank !== null);
  if (ranked.length === 0) return;
  refuse(
    'NOT_NOW',
    `同类成员中已有 ${ranked.length} 家排序，不能再改分。`,
    `${ranked.length} of its kind are ranked already: the score cannot be changed any more.`,
    { facts: { ranked: ranked.map(({ party }) => party) } },
  );
}

function summarySettled(step: Evaluation): void {
  const running = step.deadline('summary');
  if (running === undefined) return;
  refuse('NOT_NOW', '年度总结报送期限未满。', 'The time for the yearly summary is not over.', {
    facts: { until: running.lastDay },
  });
}

/** How it reported over the year is in the data: nothing of that is open any more (AH-EVAL-02.10). */
function reportsSettled({ facts: { year }, now }: Evaluation, { reports }: AhReadings['memberRecord']): void {
  const open = openReports(reports, year, dayOf(now));
  if (open.length === 0) return;
  const all = listed(open.map(periodInWords));
  refuse(
    'NOT_NOW',
    `${all.zh}运营情况的报送期限未满，按期报送情况尚不能统计。`,
    `The time for the reports on ${all.en} is not over: how regularly it reported cannot be said yet.`,
    { facts: { requirement: 'AH-EVAL-02.10', periods: open } },
  );
}

function configured({ facts: { kind }, rules }: Evaluation): void {
  if (!isConfigured(kind, rules)) refuseUnconfigured();
}

function notHandedIn({ facts: { summary } }: Evaluation): void {
  if (summary === null) return;
  refuse('ALREADY_DONE', '年度总结已报送。', 'The summary was handed in already.', {
    facts: { submittedAt: summary.submittedAt },
  });
}

/** The evaluations of this year of the members of this kind. */
function ofKind(evaluations: AhReadings['evaluations'], { kind, year }: Pick<Evaluation['facts'], 'kind' | 'year'>) {
  return (evaluations[String(year)] ?? []).filter((one) => one.kind === kind);
}

function kindIsScored({ facts }: Evaluation, evaluations: AhReadings['evaluations']): void {
  const unscored = ofKind(evaluations, facts).filter((one) => one.total === null);
  if (unscored.length === 0) return;
  refuse(
    'CONDITION_NOT_MET',
    `同类成员中还有 ${unscored.length} 家未计分，须全部计分后排序。`,
    `${unscored.length} members of its kind are not scored yet; they are ranked together.`,
    { facts: { unscored: unscored.map(({ party }) => party) } },
  );
}

function scored({ facts: { total } }: Evaluation): void {
  if (total === null) refuse('STEP_MISSING', '尚未计分。', 'It is not scored yet.');
}

function toBeConfirmed({ facts: { grade, confirmed } }: Evaluation): void {
  if (grade === 'UNQUALIFIED' && !confirmed) return;
  refuse('NOT_NOW', '没有待确认的不合格等次。', 'No unqualified grade waits to be confirmed.');
}

/** What ends a title or residency is confirmed by a second person (AH-EVAL-07.7). */
function twoPersons({ facts: { grade, confirmed } }: Evaluation): void {
  if (grade !== 'UNQUALIFIED' || confirmed) return;
  refuse(
    'STEP_MISSING',
    '不合格等次须由负责人复核确认后通知。',
    'An unqualified grade is confirmed by a manager before it is notified.',
  );
}

/** Marks of every item of the sheet: none above its full marks, none without a basis. */
function marksOf(step: Evaluation, given: Partial<Record<IndicatorName, number | undefined>>) {
  const { kind, data, summary } = step.facts;
  const { items } = sheetFor(kind);
  const marks: Partial<Record<IndicatorName, number | null>> = {};
  for (const [name, mark] of Object.entries(given) as [IndicatorName, number | undefined][]) {
    if (mark !== undefined && !items.includes(name))
      refuseMark(name, '不在该类成员的评价表内', 'is not on the sheet of its kind');
  }
  for (const item of items) {
    const mark = given[item];
    if (item === 'satisfaction' && satisfaction(data?.figures ?? {}) === null) {
      marks[item] = null;
      continue;
    }
    if (indicators[item].basis === 'SUMMARY' && summary === null) {
      if ((mark ?? 0) > 0)
        refuseMark(item, '没有年度总结作为依据，不计分', 'has no basis without a summary and scores nothing');
      marks[item] = 0;
      continue;
    }
    if (mark === undefined) refuseMark(item, '尚未计分', 'has no marks');
    const full = fullMarks(kind, item, step.rules) ?? refuseUnconfigured();
    if (mark > full) refuseMark(item, `不能超过满分 ${full}`, `cannot be more than ${full}`);
    marks[item] = mark;
  }
  return marks;
}

function refuseMark(item: IndicatorName, zh: string, en: string): never {
  const { title } = indicators[item];
  return refuse('INVALID_INPUT', `${title.zh}${zh}。`, `${title.en} ${en}.`, { field: `marks.${item}` });
}
