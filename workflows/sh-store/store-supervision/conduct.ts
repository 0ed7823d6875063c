/** Conduct that disturbs the platform, 四.5(8), and false advertising, which 四.4 names too (SH-STORE-10.8, 10.10). */
import { entry, listed, remarked } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import { text } from '../../../rules/text.ts';
import { storeOf } from '../words.ts';
import type { Supervision } from './contract.ts';
import { addTo } from './grounds.ts';
import type { StoreSupervisionInputs } from './input.ts';
import { refuseBeforeOpening, refuseFuture } from './refusals.ts';
import { conducts, courses } from './titles.ts';

type Finding = StoreSupervisionInputs['findViolation'];

/** How many orders a ground names one by one. */
const NAMED_ORDERS = 10;

/** What a finding rests on: 四.4 where it is returned or rectified. */
export function clauseOf({ course }: Pick<Finding, 'course'>) {
  return course === 'CLEAR'
    ? { clause: 'SH-STORE 四.5(8)', requirement: 'SH-STORE-10.8' }
    : { clause: 'SH-STORE 四.4', requirement: 'SH-STORE-10.10' };
}

export function findViolation(step: Supervision, finding: Finding): void {
  const { conduct, course, foundOn, malice = '', orders, reason } = finding;
  refuseFuture(step, foundOn, 'foundOn');
  refuseBeforeOpening(step, foundOn, 'foundOn');
  requireGrading(step, finding);
  requireOrders(finding);
  if (orders.length > 0) step.write('voidOrders', { storeId: storeOf(step.state.about) ?? '', orders });
  if (course === 'CLEAR') {
    addTo(step, 'CLEAR_8_VIOLATION', [
      remarked(conducts[conduct], dayInWords(foundOn)),
      entry(text('恶意或者扰乱平台秩序的理由', 'Why it was malicious or disruptive'), malice),
      ...(orders.length > 0 ? [brushed(orders)] : []),
      entry(text('认定理由', 'Why'), reason),
    ]);
    return;
  }
  const { clause } = clauseOf(finding);
  step.notify('conductFound', 'provider', {
    conduct: conducts[conduct],
    course: courses[course],
    foundOn,
    reason,
    clause,
  });
}

/** By malice and refusal, and the reviewer says which (SH-STORE-10.10): without either it is returned, with refusal rectified. */
function requireGrading(step: Supervision, { conduct, course, malice, refusedOn }: Finding): void {
  if (refusedOn !== undefined) refuseFuture(step, refusedOn, 'refusedOn');
  if (course === 'CLEAR') {
    if (malice === undefined) {
      refuse(
        'REASON_REQUIRED',
        '认定清退情形的，须说明恶意或者扰乱平台秩序的理由。',
        'A clearance needs the reason why it was malicious or disruptive.',
        { field: 'malice' },
      );
    }
    return;
  }
  if (conduct !== 'FALSE_ADVERTISING') {
    refuse(
      'INVALID_INPUT',
      '《办法》四.5(8) 所列行为中，只有虚假宣传可以退回修改或者整顿。',
      'Of the conduct under 四.5(8) false advertising alone can be returned or rectified.',
      { field: 'course' },
    );
  }
  if (malice !== undefined) {
    refuse(
      'INVALID_INPUT',
      '属于恶意或者扰乱平台秩序的，应按清退办理。',
      'What is malicious or disruptive is a ground for clearance.',
      {
        field: 'course',
      },
    );
  }
  if (course === 'RECTIFY' && refusedOn === undefined) {
    refuse(
      'INVALID_INPUT',
      '整顿以拒不修改为前提，请填写拒绝修改的日期。',
      'A rectification follows a refusal to revise: say when it was.',
      {
        field: 'refusedOn',
      },
    );
  }
  if (course === 'RETURN' && refusedOn !== undefined) {
    refuse('INVALID_INPUT', '店铺已拒不修改的，应作整顿处理。', 'The store refused to revise: it is rectified.', {
      field: 'course',
    });
  }
}

function requireOrders({ conduct, orders }: Finding): void {
  if (conduct === 'BRUSHING' && orders.length === 0) {
    refuse('INVALID_INPUT', '认定刷单的，须列明所涉订单。', 'Name the orders that were brushed.', { field: 'orders' });
  }
  if (conduct !== 'BRUSHING' && orders.length > 0) {
    refuse('INVALID_INPUT', '只有认定刷单才列明订单。', 'Orders are named for brushing alone.', { field: 'orders' });
  }
}

function brushed(orders: readonly string[]) {
  const some = listed(orders.slice(0, NAMED_ORDERS));
  const more = orders.length > NAMED_ORDERS;
  return entry(
    text(`刷单 ${orders.length} 笔，积分已冲回`, `${orders.length} brushed orders, their points taken back`),
    text(`${some.zh}${more ? ' 等' : ''}`, `${some.en}${more ? ' and others' : ''}`),
  );
}
