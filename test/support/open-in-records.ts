/** Cases that stand open in the records as their workflows would have written them; no workflow is asked, or hears of it. */
import { commitTransition } from '../../activities/commit.ts';
import { caseInput } from '../../prisma/case-input.ts';
import type { Database } from '../../prisma/client.ts';
import { stackClock } from '../../prisma/clock.ts';
import { openFrom } from '../../workflows/engine/engine.ts';
import { forRecords } from '../../workflows/engine/transition.ts';
import { processes } from '../../workflows/regimes.ts';

/** Records the opening of a case that is filed and not open yet. @throws Error if there is none */
export async function openInRecords(database: Database, id: string): Promise<void> {
  const input = await caseInput(database, stackClock(database, 'training'), id);
  const process = processes[input?.kind ?? ''];
  if (input === null || process === undefined) throw new Error(`There is no case ${id} to open.`);
  await commitTransition(database, forRecords(openFrom(process, input)));
}
