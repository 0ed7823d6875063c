import { parts, remarked } from '../../../rules/phrases.ts';
import type { ShStoreValues } from '../../../rules/sh-store/config.ts';
import { judgeTrial, type TrialFigures } from '../../../rules/sh-store/trial.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { RuleValues } from '../../engine/state.ts';

const names: Readonly<Record<keyof TrialFigures, (n: number) => Text>> = {
  points: (n) => text(`积分 ${n} 分`, `${n} ${n === 1 ? 'point' : 'points'}`),
  orders: (n) => text(`订单 ${n} 笔`, `${n} ${n === 1 ? 'order' : 'orders'}`),
  products: (n) => text(`产品 ${n} 个`, `${n} ${n === 1 ? 'product' : 'products'}`),
};

/** The three figures of a trial beside what is asked of them, and whether each is reached (SH-STORE-07.7 to .9). */
export function figuresInWords(figures: TrialFigures, rules: RuleValues): Text {
  const { targets } = judgeTrial(figures, rules as ShStoreValues);
  return parts(
    ...targets.map(({ figure, value, test, met }) => {
      const found = met ? text('达标', 'met') : text('未达标', 'missed');
      return remarked(names[figure](value), text(`要求${test.zh}，${found.zh}`, `${test.en}: ${found.en}`));
    }),
  );
}
