import type { Text } from '../text.ts';
import { counted, text } from '../text.ts';
import { endInWords, type Instant } from '../time/index.ts';
import type { ShStoreValues } from './config.ts';
import { shStoreValues } from './config.ts';
import { listed } from '../phrases.ts';

/** The figures of a trial store at one instant: ledger total, completed orders net of brushing, listed products (A-26). */
export interface TrialFigures {
  readonly points: number;
  readonly orders: number;
  readonly products: number;
}

export interface TrialTarget {
  readonly id: string;
  readonly figure: keyof TrialFigures;
  readonly value: number;
  /** The test in words, e.g. 超过 1500 分 / more than 1500 points. */
  readonly test: Text;
  readonly met: boolean;
  /** How many are still missing; 0 when met. */
  readonly missing: number;
}

export interface TrialJudgement {
  readonly targets: readonly TrialTarget[];
  readonly passed: boolean;
  /** What is missing, in words; null when the trial is passed. */
  readonly missing: Text | null;
  readonly clause: string;
}

/**
 * Judges a trial on its three targets (SH-STORE-07.7 to .11, table 4.2): points must exceed theirs, orders and products
 * must reach theirs. It holds at expiry; before it, the same figures are mere progress (SH-STORE-07.6).
 */
export function judgeTrial(figures: TrialFigures, values: ShStoreValues = shStoreValues()): TrialJudgement {
  const points = values['trial.points'];
  const orders = values['trial.orders'];
  const products = values['trial.products'];
  const targets = [
    target(
      'SH-STORE-07.7',
      'points',
      figures,
      points + 1,
      text(`超过 ${points} 分`, `more than ${counted(points, 'point')}`),
    ),
    target(
      'SH-STORE-07.8',
      'orders',
      figures,
      orders,
      text(`不少于 ${orders} 笔`, `at least ${counted(orders, 'order')}`),
    ),
    target(
      'SH-STORE-07.9',
      'products',
      figures,
      products,
      text(`不少于 ${products} 个`, `at least ${counted(products, 'product')}`),
    ),
  ];
  const passed = targets.every(({ met }) => met);
  return { targets, passed, missing: passed ? null : missingOf(targets), clause: 'SH-STORE 一.2' };
}

/** Points are whole numbers, so "more than n" is "at least n + 1". */
function target(id: string, figure: keyof TrialFigures, figures: TrialFigures, least: number, test: Text): TrialTarget {
  const value = figures[figure];
  return { id, figure, value, test, met: value >= least, missing: Math.max(0, least - value) };
}

const figureNames: Readonly<Record<keyof TrialFigures, readonly [zh: string, zhUnit: string, en: string]>> = {
  points: ['积分', '分', 'point'],
  orders: ['订单', '笔', 'order'],
  products: ['产品', '个', 'product'],
};

/** The figures at the end of a trial, each with its target and whether it was met, as its clearance states them (XC-04.4). */
export function trialFacts({ targets }: TrialJudgement, endedAt: Instant): readonly Text[] {
  const end = endInWords(endedAt);
  return [
    text(
      `试运行于${end.zh}期满，以下为期满时的数据`,
      `The trial ended at ${end.en}; these are the figures at that moment`,
    ),
    ...targets.map((one) => {
      const [zh, unit, en] = figureNames[one.figure];
      const { value, test, met, missing } = one;
      return text(
        `${zh} ${value} ${unit}（要求${test.zh}；${met ? '已达标' : `未达标，还差 ${missing} ${unit}`}）`,
        `${counted(value, en)} (needed: ${test.en}; ${met ? 'met' : `not met, ${missing} missing`})`,
      );
    }),
  ];
}

function missingOf(targets: readonly TrialTarget[]): Text {
  return listed(
    targets
      .filter(({ met }) => !met)
      .map(({ figure, missing }) => {
        const [zh, unit, en] = figureNames[figure];
        return text(`${zh}还差 ${missing} ${unit}`, counted(missing, `more ${en}`));
      }),
  );
}
