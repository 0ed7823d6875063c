/** The notices of this process. */
import type { Quarter } from '../../../rules/ah/quarters.ts';
import type { BulletinFigure } from '../../../rules/ah/figures.ts';
import { asksFor, adverse, leadsTo, notice, sentWhile, type Phrase } from '../../../rules/notices.ts';
import type { Instant } from '../../../rules/time/index.ts';

const CLAUSE = 'AH-EVAL 第六条第一项';

/** Members are no parties of the bulletin and read it on its own page. */
const PAGE = '/anhui/bulletins/:year-Q:quarter';

export const quarterlyBulletinNotices = {
  /** To the reviewers of the provincial platform. */
  bulletinReturned: asksFor(
    'submitBulletin',
    sentWhile(
      adverse(
        notice<Quarter & { readonly reason: Phrase }>(
          'AH-EVAL-05.3',
          '季度通报退回修改',
          'The bulletin was returned',
          CLAUSE,
        ),
      ),
      { stages: ['RETURNED'], latest: true },
    ),
  ),
  /** To each member: a correction after the issue. */
  bulletinCorrected: leadsTo(
    PAGE,
    notice<Quarter & { readonly document: string; readonly note: Phrase; readonly notedAt: Instant }>(
      'AH-EVAL-05.4',
      '季度通报更正说明',
      'Correction to the quarterly bulletin',
      CLAUSE,
    ),
  ),
  /** To each member: its own figures, as the bulletin has them. */
  bulletinIssued: leadsTo(
    PAGE,
    notice<
      Quarter & {
        readonly document: string;
        readonly figures: Readonly<Record<BulletinFigure, number>>;
        readonly members: number;
        readonly issuedAt: Instant;
      }
    >('AH-EVAL-05.3', '季度通报', 'Quarterly bulletin', CLAUSE),
  ),
};
