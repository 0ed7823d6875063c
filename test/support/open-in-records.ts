/** Cases that stand in the records, filed or open, as the API and their workflows would have written them; no workflow is asked, or hears of it. */
import { commitTransition } from '../../activities/commit.ts';
import { openFromRequest } from '../../api/case-gateway.ts';
import { caseInput } from '../../prisma/case-input.ts';
import type { Database } from '../../prisma/client.ts';
import { stackClock } from '../../prisma/clock.ts';
import { organisationKey } from '../../rules/parties/party.ts';
import { application } from '../../rules/sh-store/application.fixture.ts';
import { openFrom } from '../../workflows/engine/engine.ts';
import { forRecords } from '../../workflows/engine/transition.ts';
import { processes } from '../../workflows/regimes.ts';
import type { TestStack } from './test-stack.ts';

/** Files an application as the API does, which then starts no workflow. @returns its id */
export async function fileInRecords(
  { database, now }: Pick<TestStack, 'database' | 'now'>,
  id: string,
  creditCode: string,
): Promise<string> {
  const openedAt = await now();
  await database.$transaction((tx) =>
    openFromRequest(tx, {
      ...{ id, kind: 'storeApplication', subject: organisationKey(creditCode), title: '启明' },
      ...{ bodyId: 'sh-centre', region: 'SH', openedById: 'demo-provider', openedAt, parties: {}, priority: 0 },
      opening: { route: 'STANDARD', figures: application(), recommendation: null, invitation: null },
    }),
  );
  return id;
}

/** Records the opening of a case that is filed and not open yet. @throws Error if there is none */
export async function openInRecords(database: Database, id: string): Promise<void> {
  const input = await caseInput(database, stackClock(database, 'training'), id);
  const process = processes[input?.kind ?? ''];
  if (input === null || process === undefined) throw new Error(`There is no case ${id} to open.`);
  await commitTransition(database, forRecords(openFrom(process, input)));
}
