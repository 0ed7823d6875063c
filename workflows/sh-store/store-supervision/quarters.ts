/** Quarters at 2 stars or lower, 四.5(4): looked at as each quarter begins, and whenever facts arrive (SH-STORE-13). */
import { entry, listed, remarked } from '../../../rules/phrases.ts';
import {
  fullQuarters,
  lowQuarters,
  missingToThreeStars,
  quarterEnd,
  ratedNow,
  type QuarterEnd,
} from '../../../rules/sh-store/low-rating.ts';
import {
  firstDayOf,
  monthOf,
  monthsLater,
  quarterStart,
  type Month,
  type MonthlyPoints,
} from '../../../rules/sh-store/monthly-points.ts';
import { isTwoStarsOrLower, ratingOf } from '../../../rules/sh-store/rating.ts';
import { text, type Text } from '../../../rules/text.ts';
import { addDays, dayOf, startOfDay } from '../../../rules/time/index.ts';
import type { Supervision } from './contract.ts';
import { underRules } from './grounds.ts';
import { follow } from './in-a-row.ts';
import { endWarning, warnUntil } from './warning.ts';

const cite = { clause: 'SH-STORE 四.5(4)', requirement: 'SH-STORE-13.1' } as const;

/** The first moment of the next quarter. */
export function startQuarter(step: Supervision): void {
  const at = startOfDay(firstDayOf(monthsLater(quarterStart(monthOf(dayOf(step.now))), 3)));
  step.startDeadline('quarter', { unit: 'instant', at, begins: true });
}

export function judgeQuarters(step: Supervision, points: MonthlyPoints): void {
  const { rules, facts } = step;
  const low = lowQuarters(points, facts.countedFrom, rules);
  const ended = fullQuarters(points, facts.countedFrom, rules);
  const now = ratedNow(points, rules);
  const needed = step.number('rating.lowQuarters');
  facts.rating = follow(step, facts.rating, {
    ground: 'CLEAR_4_RATING',
    states: { good: 'OK', warned: 'LOW_ONE_QUARTER', detected: 'DETECTED' },
    periods: low.map(({ from }) => from),
    needed,
    endsNow: !isTwoStarsOrLower(now.points),
    isRefuted: (period) => ended.some((one) => one.from === period && !isTwoStarsOrLower(one.points)),
    detects: step.isOn('clearance.detect.rating'),
    facts: (quarters) => [
      ...ended.filter(({ from }) => quarters.includes(from)).map((quarter) => rated(step, quarter)),
      underRules(
        step,
        text(`评价等级连续 ${needed} 个季度为 2 星以下`, `2 stars or lower at ${needed} quarter ends in a row`),
      ),
    ],
    refuted: text('平台数据更正：所涉季度末评级高于 2 星', 'the figures were corrected: the rating was above 2 stars'),
    sentences: {
      warned: entry(
        text('评级预警，评级 2 星以下的季度', 'Warned: quarters at 2 stars or lower'),
        listed(low.map(named)),
      ),
      detected: entry(text('连续评级 2 星以下', 'At 2 stars or lower in a row'), listed(low.map(named))),
      good: text('评级高于 2 星，预警解除', 'The rating is above 2 stars: the warning is lifted'),
    },
    lastDay: (more) => quarterEnd(monthsLater(now.from, 3 * (more - 1))),
    warn: (lastDay) => warnUntil(step, 'raiseRating', lastDay, () => warnOfLowQuarter(step, points)),
    endWarning: (how) => endWarning(step, 'raiseRating', how),
    cite,
  });
}

/** The warning goes to the store as long as it is below 3 stars. */
export function warnOfLowQuarter(step: Supervision, points: MonthlyPoints): void {
  const lastDay = step.deadline('raiseRating')?.lastDay;
  if (lastDay == null) return;
  const now = ratedNow(points, step.rules);
  step.notify(
    'lowQuarterWarning',
    'provider',
    {
      quarters: lowQuarters(points, step.facts.countedFrom, step.rules).map(named),
      needed: step.number('rating.lowQuarters'),
      points: now.points,
      missing: missingToThreeStars(now),
      threeStars: now.points + missingToThreeStars(now),
      basis: step.rules['rating.basis'],
      nextEnd: now.lastDay,
      arisesOn: addDays(lastDay, 1),
    },
    ['raiseRating'],
  );
}

function rated(step: Supervision, quarter: QuarterEnd): Text {
  const { title } = ratingOf(quarter.points, step.rules);
  const points = text(`${quarter.points} 分`, quarter.points === 1 ? '1 point' : `${quarter.points} points`);
  return entry(text(`${named(quarter).zh}末`, `End of ${named(quarter).en}`), remarked(title, points));
}

function named({ from }: { readonly from: Month }): Text {
  const [year = '', month = ''] = from.split('-');
  const number = Math.ceil(Number(month) / 3);
  return text(`${year}年第${'一二三四'[number - 1]}季度`, `quarter ${number} of ${year}`);
}
