/** The ticks of whoever receives a paper set (SH-EVAL-13.2, 12.11), as fields. Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { commitment } from '../../../rules/sh-eval/form.ts';
import { paperChecks as titles, type PaperCheck } from '../../../rules/sh-eval/formats.ts';
import { text, type Text } from '../../../rules/text.ts';
import { titled, titledBy } from '../../engine/titled.ts';

const ticked = z.boolean(bilingual('请选择是或否。', 'say yes or no'));

/** The fixed text stands beside the tick that says it is unaltered. */
const helps: Readonly<Partial<Record<PaperCheck, Text>>> = {
  COMMITMENT_UNALTERED: text(
    commitment.statements.map(({ zh }) => zh).join('\n'),
    commitment.statements.map(({ en }) => en).join('\n'),
  ),
};

const boxes = Object.fromEntries(
  Object.entries(titles).map(([check, title]) => [check, titledBy(ticked, title, helps[check as PaperCheck])]),
) as Readonly<Record<PaperCheck, typeof ticked>>;

export const paperChecks = { checks: titled(z.strictObject(boxes), '纸质材料检查', 'Checks of the paper set') };
