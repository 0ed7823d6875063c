/** The five ticks of whoever receives a paper set (SH-EVAL-13.2), as fields. Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { paperChecks as titles, type PaperCheck } from '../../../rules/sh-eval/formats.ts';
import { titled, titledBy } from '../../engine/titled.ts';

const ticked = z.boolean(bilingual('请选择是或否。', 'say yes or no'));

const boxes = Object.fromEntries(
  Object.entries(titles).map(([check, title]) => [check, titledBy(ticked, title)]),
) as Readonly<Record<PaperCheck, typeof ticked>>;

export const paperChecks = { checks: titled(z.strictObject(boxes), '纸质材料检查', 'Checks of the paper set') };
