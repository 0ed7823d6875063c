/** What the district and the commission decide before an entry is assessed (五（二）, 五（三）; SH-EVAL-06, 07). */
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf, lateFrom, type Instant } from '../../../rules/time/index.ts';
import { listed } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { StepOf } from '../../engine/step-of.ts';
import type { ConditionsReading } from '../words.ts';
import type { assessmentEntry } from './contract.ts';

type Entry = StepOf<typeof assessmentEntry>;

interface Reasoned {
  readonly reason: string;
}

/** @throws Refusal CONDITION_NOT_MET while a basic condition is not met: such an entry is not recommended (SH-EVAL-02) */
export function meetsConditions(_step: unknown, { notMet }: ConditionsReading): void {
  if (notMet.length === 0) return;
  const lines = notMet.map(({ title, found, needed }) =>
    text(`${title.zh}（${found.zh}；要求：${needed.zh}）`, `${title.en} (${found.en}; needed: ${needed.en})`),
  );
  const all = listed(lines);
  refuse('CONDITION_NOT_MET', `不符合参评条件：${all.zh}。`, `Not met: ${all.en}.`, {
    facts: { requirement: 'SH-EVAL-02', notMet: notMet.map(({ title }) => title) },
  });
}

/** @throws Refusal CONDITION_NOT_MET for whom the headcount stands: only that of trade associations may be relaxed (SH-EVAL-02.3) */
export function headcountMayBeWaived(_step: unknown, { headcountStands }: ConditionsReading): void {
  if (headcountStands === null) return;
  refuse('CONDITION_NOT_MET', `不能放宽：${headcountStands.zh}。`, `It cannot be relaxed: ${headcountStands.en}.`, {
    facts: { requirement: 'SH-EVAL-02.3' },
  });
}

export function recommend(step: Entry): void {
  const { facts } = step;
  facts.recommendedAt = step.now;
  step.closeTask('reviewEntry');
  step.moveTo('RECOMMENDED');
  step.openTask('sendOff', { category: facts.category });
  step.notify('entryRecommended', 'institution', { year: facts.year, decidedAt: step.now });
}

export function notRecommend(step: Entry, { reason }: Reasoned): void {
  step.notify('notRecommended', 'institution', { year: step.facts.year, reason, decidedAt: step.now });
  step.close('NOT_RECOMMENDED');
}

export function isRecommended({ facts: { recommendedAt } }: Entry): void {
  if (recommendedAt !== null) return;
  refuse('NOT_NOW', '该申报尚未推荐，不能登记寄出。', 'The entry was not recommended: there is nothing to post.');
}

/** The papers are in the post. Dispatch counts: what was posted in time and written down later is in time. */
export function dispatch(
  step: Entry,
  {
    letter,
    postedAt,
    arrivedAt,
  }: { readonly letter: string; readonly postedAt: Instant; readonly arrivedAt?: Instant | undefined },
): void {
  const { districtCutOff: at, recommendedAt } = step.facts;
  if (postedAt > step.now) {
    refuse('INVALID_INPUT', '寄出时间不得晚于现在。', 'It cannot have been posted in the future.', {
      field: 'postedAt',
    });
  }
  if (recommendedAt !== null)
    refuseBefore('postedAt', dayOf(postedAt), dayOf(recommendedAt), text('推荐之日', 'the day of the recommendation'));
  // By dispatch, unless the rules go by arrival.
  const counts = step.rules['cutoff.post'] === 'ARRIVAL' ? arrivedAt : postedAt;
  if (counts === undefined) {
    refuse('INVALID_INPUT', '以到达时间为准，请填写到达时间。', 'The time of arrival counts: enter it.', {
      field: 'arrivedAt',
    });
  }
  if (counts >= lateFrom({ period: { unit: 'instant', at }, dueAt: at })) {
    refuse(
      'NOT_NOW',
      '寄出时间晚于区级报送截止时间，由市经济信息化委负责人决定。',
      'It was posted after the cut-off of the districts: a manager of the commission decides.',
      { field: 'postedAt', facts: { requirement: 'SH-EVAL-06.2', districtCutOff: at } },
    );
  }
  step.facts.dispatch = { letter, postedAt };
  step.meetDeadline('districtCutOff');
  goToCompliance(step);
}

/** The cut-off of the districts has passed: what is not on its way waits for a manager (SH-EVAL-06). */
export function lateDistrict(step: Entry): void {
  const { stage } = step.state;
  for (const task of ['recordPaper', 'reviewEntry', 'sendOff'] as const) step.closeTask(task);
  step.moveTo('DISTRICT_LATE');
  step.openTask('decideLateDistrict', { leftAt: stage, category: step.facts.category });
}

export function takeUp(step: Entry): void {
  goToCompliance(step);
}

export function leaveOut(step: Entry, input: Reasoned): void {
  notRecommend(step, input);
}

function goToCompliance(step: Entry): void {
  for (const task of ['sendOff', 'decideLateDistrict'] as const) step.closeTask(task);
  step.moveTo('COMPLIANCE_REVIEW');
  step.openTask('checkCompliance', { category: step.facts.category });
}

/** To the institution and to its district (SH-EVAL-07.2). */
const BOTH = ['institution', 'department'] as const;

export function admit(step: Entry): void {
  const { year, category } = step.facts;
  step.facts.admittedAt = step.now;
  step.closeTask('checkCompliance');
  step.moveTo('DOCUMENT_REVIEW');
  step.openTask('reviewDocuments', { category });
  for (const side of BOTH) step.notify('entryAdmitted', side, { year, decidedAt: step.now });
}

export function notAdmit(step: Entry, { reason }: Reasoned): void {
  const { year } = step.facts;
  for (const side of BOTH) step.notify('notAdmitted', side, { year, reason, decidedAt: step.now });
  step.close('NOT_ADMITTED');
}
