/** Ground (b), 四.4: misappropriation, false advertising or splitting, and refusal to revise (SH-STORE-09.2, 09.4, 09.7). */
import { parts, remarked } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayInWords, dayOf, type Day } from '../../../rules/time/index.ts';
import { clearance } from '../clearance/contract.ts';
import { asGround, type Conduct } from '../conducts.ts';
import type { ContentRefusal } from '../content-rectification.ts';
import type { Rectification } from './contract.ts';

const ground = text(
  '盗用、虚假宣传或者以骗取积分为目的拆分产品，且对退回修改意见拒不修改',
  'Misappropriation, false advertising or splitting products for points, with refusal to act on the opinions of the return',
);

/** Why the clock stands still while the reviewer has the correction. */
export const beingChecked = text('改正情况待核查', 'the correction is being checked');

export function openContentRefusal(step: Rectification, { facts, corrections, products = [] }: ContentRefusal): void {
  step.record('RECTIFICATION_OPENED', remarked(ground, parts(...facts)), {
    clause: 'SH-STORE 四.4',
    requirement: 'SH-STORE-09.2',
    detail: { products: products.map(({ productId }) => productId) },
  });
  step.startDeadline('contentCorrection', step.workingDays('rectification.contentDays'));
  tellWhatToCorrect(step, { facts, corrections });
}

/** The store is told what was found, what it is to correct and what holds meanwhile (SH-STORE-09.3, 09.5). */
export function tellWhatToCorrect(step: Rectification, told: Pick<ContentRefusal, 'facts' | 'corrections'>): void {
  const newProducts = text('不得提交与改正无关的新产品', 'No new products that have nothing to do with the correction');
  step.notify(
    'rectificationOpened',
    'provider',
    {
      ...{ ground, clause: 'SH-STORE 四.4', ...told },
      effects: [
        ...(step.isOn('rectification.noNewProducts') ? [newProducts] : []),
        text('平台不作推广和推荐', 'The platform neither promotes nor recommends the store'),
        text('已有订单照常履行', 'Orders in hand continue'),
      ],
      handIn: true,
    },
    step.deadline('contentCorrection') === undefined ? [] : ['contentCorrection'],
  );
}

/** Nothing follows of itself: a manager extends the time or opens clearance (SH-STORE-09.7, XC-05.2). */
export function askManager(step: Rectification): void {
  step.facts.limitPassedAt = step.now;
  const products = (step.facts.products ?? []).map(({ name }) => name);
  step.openTask('overdueRectification', { products, limitPassedAt: step.now });
}

export function limitHasPassed({ facts: { limitPassedAt } }: Rectification): void {
  if (limitPassedAt != null) return;
  refuse('NOT_NOW', '整顿期限尚未届满。', 'The time to correct has not run out.');
}

/** @throws Refusal INVALID_INPUT unless the new last day lies ahead */
export function extend(step: Rectification, until: Day, reason: string): void {
  if (until <= dayOf(step.now)) {
    const today = dayInWords(dayOf(step.now));
    refuse(
      'INVALID_INPUT',
      `新的期限须晚于今天（${today.zh}）。`,
      `The new last day must be after today, ${today.en}.`,
      {
        field: 'until',
      },
    );
  }
  step.facts.limitPassedAt = null;
  step.closeTask('overdueRectification');
  step.startDeadline('contentCorrection', { unit: 'date', day: until });
  step.notify('rectificationExtended', 'provider', { reason }, ['contentCorrection']);
}

/** Clearance under 四.5(8), which people confirm or dismiss; the manager says what makes it more than a refusal (SH-STORE-10.10). */
export function openClearance(step: Rectification, conduct: Conduct, reason: string): void {
  const { products = [], limitPassedAt } = step.facts;
  const passed = dayInWords(dayOf(limitPassedAt ?? step.now));
  step.closeTask('overdueRectification');
  step.moveTo('ESCALATED_TO_CLEARANCE');
  step.join(clearance, {
    ground: 'CLEAR_8_VIOLATION',
    originCaseId: step.state.id,
    origin: 'rectification',
    detectedAt: step.now,
    facts: [
      asGround(conduct),
      ...products.map(({ name }) =>
        text(`产品“${name}”未按整顿要求改正`, `Product “${name}” was not corrected as the rectification asked`),
      ),
      text(
        `整顿期限于${passed.zh}前届满，至今未改正`,
        `The time to correct ran out by ${passed.en}; nothing was corrected`,
      ),
      text(reason, reason),
    ],
  });
}
