/** The yearly reviews of centres as a table to file: the scores of centre, authorities and evaluator, and what they come to (EC-CENTRE-08). */
import { z } from 'zod';
import { listed } from '../../../rules/phrases.ts';
import { ranking, type Placed, type Ranked } from '../../../rules/ranking.ts';
import { inBoth, text, type Text } from '../../../rules/text.ts';
import { yearOf } from '../../../rules/time/index.ts';
import { stageTitle } from '../../../workflows/engine/contract.ts';
import type { RecordedState } from '../../../workflows/engine/state.ts';
import { centreReview, type CentreReviewFacts } from '../../../workflows/ec-centre/centre-review/contract.ts';
import { bodyTitle } from '../../bodies.ts';
import { exportShape, sendFigures } from '../../exports/send-figures.ts';
import { tableFormat } from '../../exports/send-table.ts';
import { headsOf, tableOf, type Column } from '../../exports/table-of.ts';
import { route } from '../../http/route.ts';
import { casesWithin } from '../../views/case-scope.ts';
import { rankedColumns } from '../../views/ranked.ts';

/** A review as a row of the table. */
export interface Reviewed extends Ranked, Placed {
  readonly name: string;
  readonly party: string;
  readonly number: string;
  readonly facts: CentreReviewFacts;
  readonly standing: Text;
}

/** The columns of the table. */
export const REVIEW_COLUMNS: readonly Column<Reviewed>[] = [
  ...rankedColumns<Reviewed>(),
  [text('中心自评', 'Its own score'), ({ facts: { self } }) => self?.total ?? null],
  [text('商务主管部门评分', 'Scores of the authorities'), ({ facts }) => authorityScores(facts)],
  [text('省级考评评分', 'Score of the evaluator'), ({ facts: { province } }) => province?.total ?? null],
  [text('逾期', 'Overdue'), ({ facts: { overdue } }) => (overdue ? text('逾期', 'overdue') : null)],
  [text('办理情况', 'Standing'), ({ standing }) => standing],
];

/** A score stands in it once the review is closed; no grade is given (EC-CENTRE-08.5). Each export stands in the audit log. */
export const exportReviews = route({
  ...exportShape,
  path: '/api/ec-centre/reviews/export',
  ability: 'case.export',
  summary: text('导出电商公共服务中心年度考评', 'Export the yearly reviews of centres'),
  requirement: 'EC-CENTRE-08.2, 08.4, 08.5',
  query: z.strictObject({
    year: z.coerce
      .number()
      .int()
      .min(2015)
      .max(2199)
      .optional()
      .meta({ description: 'The year before this one if left out' }),
    format: tableFormat,
  }),
  async handle(call) {
    const { context, access, reader, query, now } = call;
    const { year = yearOf(now) - 1, format } = query;
    const rows = await context.database.case.findMany({
      where: {
        AND: [{ kind: centreReview.kind, state: { path: ['facts', 'year'], equals: year } }, casesWithin(access)],
      },
      select: { id: true, number: true, subject: true, stage: true, outcome: true, state: true },
    });
    const reviews = rows.map(({ id, number, subject, stage, outcome, state }) => {
      const { facts } = state as unknown as RecordedState<CentreReviewFacts>;
      const outcomes: Readonly<Record<string, Text>> = centreReview.outcomes;
      const standing = outcome === null ? stageTitle(centreReview, stage) : outcomes[outcome];
      const { name, final: score } = facts;
      return { id, number, party: subject, name, score, facts, standing: standing ?? inBoth(outcome ?? stage) };
    });
    return sendFigures(call, {
      ...{ id: 'ec-centre-reviews', filters: { year }, format },
      ...{ file: `centre-reviews-${year}`, sheet: text('年度考评', 'Reviews') },
      columns: headsOf(REVIEW_COLUMNS, reader.locale),
      rows: tableOf(REVIEW_COLUMNS, ranking(reviews), reader.locale),
    });
  },
});

function authorityScores({ authorities, byAuthority }: CentreReviewFacts): Text | null {
  const given = authorities.flatMap((id) => {
    const scored = byAuthority[id];
    const { zh, en } = bodyTitle(id);
    return scored === undefined ? [] : [text(`${zh} ${scored.total}`, `${en} ${scored.total}`)];
  });
  return given.length === 0 ? null : listed(given);
}
