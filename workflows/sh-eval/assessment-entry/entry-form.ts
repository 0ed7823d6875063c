/** What an institution enters with (SH-EVAL-05.1): by what right, and its report, declaration and materials. Not for workflow code. */
import { entryBases } from '../../../rules/sh-eval/campaign.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { titled } from '../../engine/titled.ts';
import { assessmentFiling } from './report.ts';

/** What can be changed until the entry is handed in. */
export const entryContent = assessmentFiling.extend({
  basis: titled(
    choice(entryBases),
    '参评资格',
    'By what right',
    text(
      '上年度名单内的机构，或者当年度新申报的机构。',
      'On the list of the year before, or newly applying this year.',
    ),
  ),
});
