/** What comes of an assessment (五（三）; SH-EVAL-09): the grade, the list with its term, and the one objection to it. */
import { refuse } from '../../../rules/refusal.ts';
import type { Term } from '../../../rules/sh-eval/campaign.ts';
import type { GradeCode } from '../../../rules/sh-eval/grades.ts';
import type { Instant } from '../../../rules/time/index.ts';
import type { StepOf } from '../../engine/step-of.ts';
import { registers } from '../words.ts';
import type { assessmentEntry } from './contract.ts';

type Entry = StepOf<typeof assessmentEntry>;

interface Publication extends Term {
  readonly publishedAt: Instant;
  readonly link: string;
}

/** Stages of a campaign whose results a manager has set, and its outcome after them. */
const RESULTS_STAND: readonly string[] = ['RESULTS_SET', 'PUBLISHED', 'CLOSED'];

/** @throws Refusal NOT_NOW once the results of the campaign are set: an entry let in then would be in none (SH-EVAL-05.4) */
export function mayStillEnter(_step: Entry, campaignStage: string): void {
  if (!RESULTS_STAND.includes(campaignStage)) return;
  refuse(
    'NOT_NOW',
    '本年度测评结果已经确定，不能再受理逾期申报。',
    'The results of the campaign are set: no late entry can be let in any more.',
    { facts: { requirement: 'SH-EVAL-05.4', campaignStage } },
  );
}

/** @throws Refusal NOT_NOW for a grade among results that a manager has set: they are taken back first (SH-EVAL-09.1) */
export function mayBeGraded({ state: { stage } }: Entry, campaignStage: string): void {
  if (stage !== 'RESULTS_SET' || !RESULTS_STAND.includes(campaignStage)) return;
  refuse(
    'NOT_NOW',
    '测评结果已经确定，不能再变更等次；公布前须先由市经济信息化委负责人撤回结果。',
    'The results are set and the grade stands: before the publication, a manager of the commission takes the results back first.',
    { facts: { requirement: 'SH-EVAL-09.1', campaignStage } },
  );
}

/** The campaign is published: the institution has its grade, and stands on the list or not (SH-EVAL-09.1, 09.2). */
export function publish(step: Entry, { publishedAt, link, validFrom, validTo }: Publication): void {
  const { facts } = step;
  const { year, grade } = facts;
  if (grade === null) throw new Error('An entry is published that has no grade.');
  const { code, reason } = grade;
  const listed = isListed(step, code);
  facts.published = { at: publishedAt, link, listed, validFrom, validTo };
  enter(step, code);
  if (code === 'UNQUALIFIED') {
    step.notify('unqualifiedPublished', 'institution', { year, grade: code, reason, link, publishedAt });
  } else step.notify('resultPublished', 'institution', { year, grade: code, listed, validFrom, validTo, link });
  step.close('PUBLISHED');
}

/** Excellent stands on the list, good unless the rules say otherwise, unqualified does not (SH-EVAL-09.1, A-50). */
function isListed(step: Entry, grade: GradeCode): boolean {
  return grade === 'EXCELLENT' || (grade === 'GOOD' && step.isOn('assessment.listsGood'));
}

/** The institution in the register, with each term for which it was assessed: the next campaign finds it there (SH-EVAL-09.3). */
function enter(step: Entry, grade: GradeCode): void {
  const { year, published } = step.facts;
  if (published === null) return;
  const { listed, validFrom, validTo } = published;
  step.write('register', {
    register: registers.institutions,
    status: listed ? 'LISTED' : 'NOT_LISTED',
    validFrom: listed ? validFrom : null,
    validTo: listed ? validTo : null,
    data: { terms: { [year]: { grade, listed, validFrom, validTo, caseId: step.state.id } } },
    adds: true,
  });
}

/** @throws Refusal ALREADY_DONE after the first one */
export function isFirstObjection({ facts: { objectedAt } }: Entry): void {
  if (objectedAt === null) return;
  refuse('ALREADY_DONE', '您已对结果提出过异议。', 'You have objected to the result already.', {
    facts: { objectedAt },
  });
}

export function object(step: Entry): void {
  step.facts.objectedAt = step.now;
  step.reopen('OBJECTION');
  step.openTask('decideObjection', { grade: step.facts.grade?.code });
}

export function uphold(step: Entry, { reason }: { readonly reason: string }): void {
  const { year, grade } = step.facts;
  if (grade === null) throw new Error('There is no grade to uphold.');
  step.notify('resultUpheld', 'institution', { year, grade: grade.code, reason, decidedAt: step.now });
  step.close('PUBLISHED');
}

export function changeResult(
  step: Entry,
  { grade, reason }: { readonly grade: GradeCode; readonly reason: string },
): void {
  const { facts } = step;
  if (facts.grade?.code === grade || facts.published === null) {
    refuse('INVALID_INPUT', '等次没有变化；请维持结果。', 'The grade is the same as before: uphold the result.', {
      field: 'grade',
    });
  }
  const listed = isListed(step, grade);
  facts.grade = { code: grade, reason, at: step.now };
  facts.published = { ...facts.published, listed };
  enter(step, grade);
  step.notify('resultChanged', 'institution', { year: facts.year, grade, listed, reason, decidedAt: step.now });
  step.close('PUBLISHED');
}
