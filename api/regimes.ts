/** The list of what each regime brings to the API beside its processes. */
import type { Database } from '../prisma/client.ts';
import type { Case } from '../prisma/generated/client.ts';
import type { RecordedState } from '../workflows/engine/state.ts';
import type { Route } from './http/route.ts';
import type { Text } from '../rules/text.ts';
import { hnNetFace } from './hn-net/face.ts';
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
  /** Registers that everybody may read, by name; one that is not named is for the cases alone. */
  readonly publicRegisters?: Readonly<Record<string, PublicRegister>>;
}

/** What is said of a public register beside its entries. */
export interface PublicRegister {
  readonly title: Text;
  readonly statuses: Readonly<Record<string, Text>>;
}

/** One line a regime; one whose cases need no doors of their own is not named. */
export const regimeFaces: readonly RegimeFace[] = [shStoreFace, hnNetFace];

/** The public registers of all regimes. */
export const publicRegisters: Readonly<Record<string, PublicRegister>> = Object.fromEntries(
  regimeFaces.flatMap((face) => Object.entries(face.publicRegisters ?? {})),
);

/** What the regime of a case shows of it besides; nothing for one that is not open yet. */
export async function caseExtras(
  database: Database,
  row: Pick<Case, 'kind' | 'regime' | 'ruleVersion'>,
  state: RecordedState | null,
): Promise<Record<string, unknown>> {
  const extras = regimeFaces.find(({ code }) => code === row.regime)?.caseExtras?.[row.kind];
  return extras === undefined || state === null ? {} : extras(database, row, state);
}
