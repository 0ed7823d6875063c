/** What people did before a measurement, done in sets: each step by the pure functions of its process and the commit of the product. */
import { randomUUID } from 'node:crypto';
import { commitAll } from '../activities/commit.ts';
import type { Database } from '../prisma/client.ts';
import { createVersions, recordedCases } from '../prisma/recorded-cases.ts';
import type { Person } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';
import { act } from '../workflows/engine/engine.ts';
import { forRecords } from '../workflows/engine/transition.ts';
import { processes } from '../workflows/regimes.ts';

const A_PAGE = 50;

/** An action as somebody takes it in each of many cases. */
export interface Done {
  readonly action: string;
  readonly by: (subject: string) => Person;
  readonly input: object;
  /** What the action is given to read; what the records say is not looked at. */
  readonly reading?: unknown;
}

/**
 * Takes these actions, one after the other, in each of these cases. Their workflows do not hear of it: they stand behind the records, as after a sweep,
 * and look there when they are next asked, or when their alarm rings.
 * @throws Refusal of an action that is not open in a case
 */
export async function doInSets(
  database: Database,
  ids: readonly string[],
  actions: readonly Done[],
  now: () => Promise<Instant>,
): Promise<void> {
  const versions = createVersions(database);
  for (let from = 0; from < ids.length; from += A_PAGE) {
    const page = ids.slice(from, from + A_PAGE);
    for (const { action, by, input, reading } of actions) {
      const at = await now();
      await database.$transaction(
        async (tx) => {
          const cases = await recordedCases(tx, versions, page);
          const transitions = cases.map(({ id, kind, subject, state }) => {
            const process = processes[kind];
            if (process === undefined || state === undefined) throw new Error(`Case ${id} is not open.`);
            const envelope = { actor: by(subject), key: randomUUID(), input };
            return forRecords(act(process, state, action, envelope, reading, at));
          });
          await commitAll(tx, transitions, { byWorkflow: false });
        },
        { timeout: 60_000 },
      );
    }
  }
}
