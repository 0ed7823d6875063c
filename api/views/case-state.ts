import type { Case } from '../../prisma/generated/client.ts';
import type { Database } from '../../prisma/client.ts';
import type { CaseState, RecordedState } from '../../workflows/engine/state.ts';
import { calendarOf } from './calendars.ts';
import { rulesOf } from './rule-values.ts';

/** The state of a case with the rules and the calendar that its row names, as the case itself knows it. */
export async function caseStateOf(
  database: Database,
  { regime, ruleVersion, calendarVersion }: Pick<Case, 'regime' | 'ruleVersion' | 'calendarVersion'>,
  recorded: RecordedState,
): Promise<CaseState> {
  const [rules, calendar] = await Promise.all([
    rulesOf(database, regime, ruleVersion),
    calendarOf(database, calendarVersion),
  ]);
  return { ...recorded, rules, calendar };
}
