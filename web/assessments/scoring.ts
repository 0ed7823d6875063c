/** Shapes of the scoring of an entry, as the API gives it. */
import type { components, paths } from '../generated/api.ts';

export type Scoring =
  paths['/api/sh-eval/entries/{id}/scoring']['get']['responses']['200']['content']['application/json'];
export type Sheets = NonNullable<Scoring['sheets']>;
export type Indicator = components['schemas']['ScoredIndicator'];

/** What chooses the indicator whose evidence is shown. */
export interface Choosing {
  readonly chosen: Indicator['code'] | undefined;
  readonly onChoose: (code: Indicator['code']) => void;
}
