/** The list of what each regime brings to the API beside its processes. */
import type { Database } from '../prisma/client.ts';
import type { Case } from '../prisma/generated/client.ts';
import type { RecordedState } from '../workflows/engine/state.ts';
import type { Route } from './http/route.ts';
import { shStoreFace } from './sh-store/face.ts';

/** What a case shows beside what every case shows. */
export type CaseExtras = (
  database: Database,
  row: Pick<Case, 'kind' | 'regime' | 'ruleVersion'>,
  state: RecordedState,
) => Promise<Record<string, unknown>>;

export interface RegimeFace {
  readonly code: string;
  readonly routes: readonly Route[];
  /** By kind of case; one that shows nothing more is not named. */
  readonly caseExtras?: Readonly<Record<string, CaseExtras>>;
}

/** One line a regime; one whose cases need no doors of their own is not named. */
export const regimeFaces: readonly RegimeFace[] = [shStoreFace];

/** What the regime of a case shows of it besides; nothing for one that is not open yet. */
export async function caseExtras(
  database: Database,
  row: Pick<Case, 'kind' | 'regime' | 'ruleVersion'>,
  state: RecordedState | null,
): Promise<Record<string, unknown>> {
  const extras = regimeFaces.find(({ code }) => code === row.regime)?.caseExtras?.[row.kind];
  return extras === undefined || state === null ? {} : extras(database, row, state);
}
