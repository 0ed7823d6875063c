/** Conduct that disturbs the platform, 四.5(8), and false advertising, which 四.4 names too (SH-STORE-10.8, 10.10). */
import { entry, listed, remarked } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayInWords, type Day } from '../../../rules/time/index.ts';
import { text, type Text } from '../../../rules/text.ts';
import { conducts, type Conduct } from '../conducts.ts';
import { rectification } from '../rectification/contract.ts';
import { storeIn } from '../words.ts';
import type { Supervision } from './contract.ts';
import type { Finding } from './facts.ts';
import { keep } from './findings.ts';
import type { StoreSupervisionInputs } from './input.ts';
import { refuseBeforeOpening, refuseFuture } from './refusals.ts';
import { courses } from './titles.ts';

type Found = StoreSupervisionInputs['findViolation'];

/** How many orders a ground names one by one. */
const NAMED_ORDERS = 10;

/** What a finding rests on: 四.4 where it is returned or rectified. */
export function clauseOf({ course }: Pick<Found, 'course'>) {
  return course === 'CLEAR'
    ? { clause: 'SH-STORE 四.5(8)', requirement: 'SH-STORE-10.8' }
    : { clause: 'SH-STORE 四.4', requirement: 'SH-STORE-10.10' };
}

export function findViolation(step: Supervision, finding: Found): void {
  const { conduct, course, foundOn, refusedOn, malice = '', orders, reason } = finding;
  refuseFuture(step, foundOn, 'foundOn');
  refuseBeforeOpening(step, foundOn, 'foundOn');
  requireGrading(step, finding);
  requireOrders(finding);
  if (orders.length > 0) step.write('voidOrders', { storeId: storeIn(step.state), orders });
  const what = remarked(conducts[conduct], dayInWords(foundOn));
  const why = entry(text('认定理由', 'Why'), reason);
  if (course === 'CLEAR') {
    keep(step, {
      ...{ what, ground: 'CLEAR_8_VIOLATION', rectifies: false, told: false },
      voidedAt: orders.length > 0 ? step.state.revision : null,
      facts: [
        what,
        entry(text('恶意或者扰乱平台秩序的理由', 'Why it was malicious or disruptive'), malice),
        ...(orders.length > 0 ? [brushed(orders)] : []),
        why,
      ],
    });
    return;
  }
  const rectifies = course === 'RECTIFY';
  const facts = [what, ...(refusedOn === undefined ? [] : [refusal(refusedOn)]), why];
  const kept = keep(step, { what, ground: null, rectifies, told: true, voidedAt: null, facts });
  if (rectifies) rectify(step, kept, conduct);
  const { clause } = clauseOf(finding);
  step.notify('conductFound', 'provider', {
    conduct: conducts[conduct],
    course: courses[course],
    foundOn,
    reason,
    clause,
  });
}

/** Opens the rectification of what was found, or adds it to the one for content that the store has (SH-STORE-09.2, 09.4). */
function rectify(step: Supervision, { id: findingId, facts }: Finding, conduct: Conduct): void {
  const { zh, en } = conducts[conduct];
  step.join(rectification, {
    ...{ ground: 'RECT_CONTENT_REFUSAL', originCaseId: step.state.id, findingId, facts },
    corrections: [
      text(
        `停止“${zh}”的行为，改正涉及的全部页面和内容`,
        `Put an end to ${en}, and correct every page and text that it is about`,
      ),
    ],
  });
}

function refusal(refusedOn: Day): Text {
  return entry(text('拒不修改', 'Refused to revise'), dayInWords(refusedOn));
}

/** By malice and refusal, and the reviewer says which (SH-STORE-10.10): without either it is returned, with refusal rectified. */
function requireGrading(step: Supervision, { conduct, course, malice, refusedOn }: Found): void {
  if (refusedOn !== undefined) {
    refuseFuture(step, refusedOn, 'refusedOn');
    refuseBeforeOpening(step, refusedOn, 'refusedOn');
  }
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
      'Of the conduct under 四.5(8) of the Measures false advertising alone can be returned or rectified.',
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

function requireOrders({ conduct, orders }: Found): void {
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
