/** The figures of a trial in its mails: a table, and a sentence on what is missing (SH-STORE-07.7 to .9). */
import { table, type Block } from '../../rules/notices/content.ts';
import type { Words } from '../../rules/notices/words.ts';
import type { TrialFigure, TrialFigures, TrialTargets } from '../../rules/sh-store/notices.ts';
import { text, type Text } from '../../rules/text.ts';

const FIGURES: Readonly<Record<keyof TrialFigures, { name: Text; unit: Text }>> = {
  points: { name: text('店铺积分', 'Points'), unit: text('分', '') },
  orders: { name: text('订单量', 'Orders'), unit: text('笔', '') },
  products: { name: text('产品数量', 'Products'), unit: text('个', '') },
};

/** One line of the table, ready to print. */
interface FigureLine {
  readonly name: string;
  readonly now: string;
  readonly target: string;
  readonly missing: string;
  readonly met: boolean;
}

/** The table of the three figures against their targets. */
export function figureTable(figures: TrialFigures, say: Words): Block {
  return table(
    say.locale === 'zh-CN' ? ['指标', '数据', '要求', '差距'] : ['Target', 'Figure', 'Required', 'Missing'],
    linesOf(figures, say).map(({ name, now, target, met, ...line }) => [
      name,
      now,
      target,
      { words: line.missing, tone: met ? 'good' : 'bad' },
    ]),
  );
}

/** The table of the three targets as they were and as they are now. */
export function targetTable(from: TrialTargets, to: TrialTargets, say: Words): Block {
  return table(
    say.locale === 'zh-CN' ? ['指标', '原要求', '新要求'] : ['Target', 'Required before', 'Required now'],
    (['points', 'orders', 'products'] as const).map((name) => {
      const required = (target: number) => boundInWords(name, target, name === 'points', say);
      return [say.of(FIGURES[name].name), required(from[name]), required(to[name])];
    }),
  );
}

/** One sentence on what is missing, so that it is read even where the table is not shown. */
export function missing(figures: TrialFigures, say: Words): string {
  const open = linesOf(figures, say).filter((line) => !line.met);
  if (say.locale === 'en') {
    if (open.length === 0) return 'All three are met.';
    return `Not met: ${open.map((line) => `${line.name.toLowerCase()} (${line.missing})`).join(', ')}.`;
  }
  return open.length === 0
    ? '三项均已达标。'
    : `未达标：${open.map((line) => `${line.name}（${line.missing}）`).join('、')}。`;
}

function linesOf(figures: TrialFigures, say: Words): readonly FigureLine[] {
  return (['points', 'orders', 'products'] as const).map((name) => figureLine(name, figures[name], say));
}

function figureLine(name: keyof TrialFigures, { value, target, exceed, met }: TrialFigure, say: Words): FigureLine {
  const zh = say.locale === 'zh-CN';
  const unit = say.of(FIGURES[name].unit);
  const amount = (n: number) => (zh ? `${n} ${unit}` : `${n}`);
  const short = target - value + (exceed ? 1 : 0);
  return {
    name: say.of(FIGURES[name].name),
    now: amount(value),
    target: boundInWords(name, target, exceed, say),
    missing: met ? (zh ? '已达标' : 'reached') : zh ? `还差 ${amount(short)}` : `${short} missing`,
    met,
  };
}

/** What is required of a figure: points must exceed their target, the others reach theirs. */
function boundInWords(name: keyof TrialFigures, target: number, exceed: boolean, say: Words): string {
  if (say.locale === 'en') return `${exceed ? 'more than' : 'at least'} ${target}`;
  return `${exceed ? '超过' : '不少于'} ${target} ${FIGURES[name].unit.zh}`;
}
