/** Serious dishonesty of the company or a main shareholder, 四.5(5): checked every month, confirmed by a reviewer (SH-STORE-15.1, 15.2). */
import { refuse } from '../../../rules/refusal.ts';
import { entry, parts, remarked } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import { dayInWords, type Day } from '../../../rules/time/index.ts';
import { storeOf } from '../words.ts';
import type { Supervision } from './contract.ts';
import type { Checked } from './facts.ts';
import { detect, underRules, withdraw } from './grounds.ts';
import type { StoreSupervisionInputs } from './input.ts';
import { refuseBeforeOpening, refuseFuture } from './refusals.ts';

type Given<A extends keyof StoreSupervisionInputs> = StoreSupervisionInputs[A];

const GROUND = 'CLEAR_5_DISHONESTY';
export const COMPANY = 'COMPANY';

/** The same day every so many months, counted from the day of opening. */
export function startNextCreditCheck(step: Supervision): void {
  step.startStanding('nextCreditCheck', step.facts.openedOn, Math.max(1, step.number('credit.everyMonths')));
}

/** The reviewers are to check; a store that has not recorded its main shareholders is asked for them. */
export function askForCreditCheck(step: Supervision): void {
  startNextCreditCheck(step);
  const complete = step.facts.shareholders !== null;
  if (!complete) {
    step.record(
      'SHAREHOLDERS_MISSING',
      text('主要股东未登记，信用核查不完整', 'No main shareholders: the check is incomplete'),
      {
        clause: 'SH-STORE 四.5(5)',
        requirement: 'SH-STORE-15.1',
      },
    );
    step.notify('shareholdersWanted', 'provider', { mainShare: step.number('credit.mainShare') });
  }
  if (step.deadline('creditCheck') === undefined)
    step.startDeadline('creditCheck', step.workingDays('credit.checkDays'));
  step.openOrDescribeTask('checkCredit', { complete });
}

export function recordShareholders(
  step: Supervision,
  { shareholders, noneBecause }: Given<'recordShareholders'>,
): void {
  const field = 'shareholders';
  if (shareholders.length === 0 && noneBecause === undefined) {
    refuse(
      'INVALID_INPUT',
      '请填写主要股东；没有股东的（如社会团体、律师事务所），请说明原因。',
      'Name the main shareholders; where there are none, e.g. of an association or a law firm, say why.',
      { field },
    );
  }
  if (shareholders.length > 0 && noneBecause !== undefined) {
    refuse(
      'INVALID_INPUT',
      '填写了主要股东的，不应再说明没有股东的原因。',
      'There are main shareholders: leave out why there are none.',
      {
        field: 'noneBecause',
      },
    );
  }
  const shares = shareholders.reduce((sum, { share }) => sum + Math.round((share ?? 0) * 100), 0);
  if (shares > 100 * 100) {
    refuse('INVALID_INPUT', '持股比例合计不能超过 100%。', 'The shares add up to more than 100 %.', { field });
  }
  const version = (step.facts.shareholders?.version ?? 0) + 1;
  const list = shareholders.map((one, n) => ({ ...one, id: `shr-${version}-${n + 1}` }));
  step.facts.shareholders = { version, ids: list.map(({ id }) => id) };
  step.write('shareholders', { storeId: storeOf(step.state.about) ?? '', version, list });
  if (step.task('checkCredit') !== undefined) step.describeTask('checkCredit', { complete: true });
}

export function takeCreditCheck(step: Supervision, check: Given<'recordCreditCheck'>): void {
  const { source, checkedOn, company, shareholders, fileIds } = check;
  refuseFuture(step, checkedOn, 'checkedOn');
  refuseBeforeOpening(step, checkedOn, 'checkedOn');
  requireEachShareholder(
    step,
    shareholders.map(({ shareholderId }) => shareholderId),
  );
  const results: [Checked, string][] = [
    [COMPANY, company],
    ...shareholders.map((one) => [one.shareholderId, one.result] as [Checked, string]),
  ];
  const { credit } = step.facts;
  const hits = results.flatMap(([of, result]) =>
    result === 'SERIOUS_DISHONESTY' && !credit.confirmed.some((one) => one.of === of) ? [of] : [],
  );
  if (hits.length > 0 && fileIds.length === 0) {
    refuse('INVALID_INPUT', '列入严重失信名单的，须上传查询截图。', 'A hit needs a screenshot of the list.', {
      field: 'fileIds',
    });
  }
  credit.last = { source, checkedOn, complete: step.facts.shareholders !== null };
  credit.hits = hits;
  step.closeTask('checkCredit');
  step.meetDeadline('creditCheck');
  settle(step);
  if (hits.length > 0) step.notify('creditHit', { role: 'reviewer' }, { source, checkedOn, hits: hits.length });
}

/** Every main shareholder is checked, and nobody else. */
function requireEachShareholder(step: Supervision, checked: readonly string[]): void {
  const wanted = step.facts.shareholders?.ids ?? [];
  const field = 'shareholders';
  const unknown = checked.filter((id, n) => !wanted.includes(id) || checked.indexOf(id) !== n);
  if (unknown.length > 0) {
    refuse(
      'INVALID_INPUT',
      `不是现任主要股东，或者重复：${unknown.join('、')}。`,
      `No main shareholder, or named twice: ${unknown.join(', ')}.`,
      {
        field,
        facts: { shareholders: wanted },
      },
    );
  }
  const missing = wanted.filter((id) => !checked.includes(id));
  if (missing.length > 0) {
    refuse(
      'INVALID_INPUT',
      `还有主要股东未核查：${missing.join('、')}。`,
      `Main shareholders that were not checked: ${missing.join(', ')}.`,
      {
        field,
        facts: { missing },
      },
    );
  }
}

export function confirmHit(step: Supervision, hit: Given<'confirmHit'>): void {
  const { hitId: of, listedAs, list, listedOn } = hit;
  const { credit } = step.facts;
  requireHit(step, of, credit.hits);
  refuseFuture(step, listedOn, 'listedOn');
  credit.hits = credit.hits.filter((one) => one !== of);
  const who = of === COMPANY ? text('企业', 'The company') : text('主要股东', 'A main shareholder');
  const told = entry(remarked(who, listedAs), listedIn(list, listedOn));
  credit.confirmed = [...credit.confirmed, { of, told }];
  settle(step);
}

/** One that is pending, or was confirmed and turns out to be none. */
export function dismissHit(step: Supervision, { hitId: of }: Given<'dismissHit'>): void {
  const { credit } = step.facts;
  requireHit(step, of, [...credit.hits, ...credit.confirmed.map((one) => one.of)]);
  credit.hits = credit.hits.filter((one) => one !== of);
  credit.confirmed = credit.confirmed.filter((one) => one.of !== of);
  settle(step);
}

function requireHit(step: Supervision, of: Checked, hits: readonly Checked[]): void {
  if (hits.includes(of)) return;
  refuse('NOT_NOW', '最近一次信用核查没有这一命中。', 'The latest credit check has no such hit.', {
    field: 'hitId',
    facts: { hits: step.facts.credit.hits },
  });
}

/** The state, the task and the ground follow from the hits that are pending and those that were confirmed. */
function settle(step: Supervision): void {
  const { credit } = step.facts;
  const { hits, confirmed } = credit;
  credit.state = hits.length > 0 ? 'HIT_PENDING' : confirmed.length > 0 ? 'HIT_CONFIRMED' : 'CLEAR';
  if (hits.length === 0) step.closeTask('confirmHit');
  else step.openOrDescribeTask('confirmHit', { hits });
  if (confirmed.length === 0) {
    withdraw(step, GROUND, text('经核实不属于严重失信', 'it turned out to be no serious dishonesty'));
    return;
  }
  const rule = text('列入严重失信名单，由审核人员确认', 'listed for serious dishonesty, confirmed by a reviewer');
  detect(step, GROUND, [...confirmed.map(({ told }) => told), underRules(step, rule)]);
}

function listedIn(list: string, on: Day) {
  const { zh, en } = dayInWords(on);
  return parts(list, text(`${zh}列入`, `listed on ${en}`));
}
