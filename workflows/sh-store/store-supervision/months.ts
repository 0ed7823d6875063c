/** Months without new points, 四.5(3): looked at as each month begins, and whenever facts arrive (SH-STORE-12). */
import { entry, listed } from '../../../rules/phrases.ts';
import {
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsLater,
  type MonthlyPoints,
} from '../../../rules/sh-store/monthly-points.ts';
import { gainsThisMonth, newPoints, zeroMonths } from '../../../rules/sh-store/zero-points.ts';
import { text } from '../../../rules/text.ts';
import { addDays, dayOf, monthInWords, startOfDay } from '../../../rules/time/index.ts';
import type { Supervision } from './contract.ts';
import { underRules } from './grounds.ts';
import { follow } from './in-a-row.ts';
import { endWarning, warnUntil } from './warning.ts';

const cite = { clause: 'SH-STORE 四.5(3)', requirement: 'SH-STORE-12.1' } as const;

/** The first moment of the next month. */
export function startMonth(step: Supervision): void {
  const at = startOfDay(firstDayOf(monthsLater(monthOf(dayOf(step.now)), 1)));
  step.startDeadline('month', { unit: 'instant', at, begins: true });
}

export function judgeMonths(step: Supervision, points: MonthlyPoints): void {
  const { rules, facts } = step;
  const running = monthOf(dayOf(points.asOf));
  const zero = zeroMonths(points, facts.countedFrom, rules).map(({ month }) => month);
  const needed = step.number('zeroPoints.months');
  facts.zeroPoints = follow(step, facts.zeroPoints, {
    ground: 'CLEAR_3_ZERO_POINTS',
    states: { good: 'WATCHING', warned: 'WARNED', detected: 'DETECTED' },
    periods: zero,
    needed,
    endsNow: gainsThisMonth(points, rules),
    isRefuted: (period) => points.months.some((one) => one.month === period && newPoints(one, rules) > 0),
    detects: step.isOn('clearance.detect.zeroPoints'),
    facts: (months) => [
      ...months.map((month) => entry(monthInWords(month), text('新增积分 0 分', 'no new points'))),
      underRules(step, text(`连续 ${needed} 个月累计新增为 0 分`, `no new points in ${needed} months in a row`)),
    ],
    refuted: text(
      '平台数据更正：所涉月份有新增积分',
      'the figures were corrected: there were new points in those months',
    ),
    sentences: {
      warned: entry(
        text('积分预警，无新增积分的月份', 'Warned: months without new points'),
        listed(zero.map(monthInWords)),
      ),
      detected: entry(text('连续无新增积分', 'No new points in a row'), listed(zero.map(monthInWords))),
      good: text('有新增积分，预警解除', 'New points were gained: the warning is lifted'),
    },
    lastDay: (more) => lastDayOf(monthsLater(running, more - 1)),
    warn: (lastDay) => warnUntil(step, 'gainPoints', lastDay, () => warnOfZeroMonth(step, points)),
    endWarning: (how) => endWarning(step, 'gainPoints', how),
    cite,
  });
}

/** The warning goes to the store as long as it has gained nothing. */
export function warnOfZeroMonth(step: Supervision, points: MonthlyPoints): void {
  const lastDay = step.deadline('gainPoints')?.lastDay;
  if (lastDay == null) return;
  const months = zeroMonths(points, step.facts.countedFrom, step.rules).map(({ month }) => monthInWords(month));
  const needed = step.number('zeroPoints.months');
  const passiveCounts = step.isOn('zeroPoints.passiveCount');
  step.notify('zeroMonthWarning', 'provider', { months, needed, arisesOn: addDays(lastDay, 1), passiveCounts }, [
    'gainPoints',
  ]);
}
