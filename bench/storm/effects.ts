/** What a midnight has to bring about, and when the last of it stood in the records for others to read. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { report } from '../run-measurement.ts';

/** Seconds from midnight until the last one stood in the records. */
export interface LastEffects {
  /** The line of the set-up that its time is over. */
  readonly line: number;
  /** The rectification that follows from it, open. */
  readonly rectification: number;
  /** A notice of it, planned. */
  readonly notice: number;
  /** A mail of it, sent. */
  readonly mail: number;
}

interface Effect {
  readonly name: keyof LastEffects;
  /** How many cases have it by now. Asked several times a second: it must be cheap. */
  readonly count: string;
}

/** Each follows from the one before it, so they are waited for one after the other. */
const EFFECTS: readonly Effect[] = [
  {
    name: 'line',
    count: `SELECT count(*)::int AS "count" FROM "Case" WHERE "kind" = 'storeSetup' AND "stage" = 'SETUP_LATE_RECTIFICATION'`,
  },
  {
    name: 'rectification',
    count: `SELECT count(*)::int AS "count" FROM "Case" WHERE "kind" = 'rectification' AND "revision" > 0`,
  },
  {
    name: 'notice',
    count: `SELECT count(*)::int AS "count" FROM "Case" c WHERE "kind" = 'rectification' AND EXISTS (SELECT FROM "Notice" n WHERE n."caseId" = c."id")`,
  },
  {
    name: 'mail',
    count: `SELECT count(*)::int AS "count" FROM "Case" c WHERE "kind" = 'rectification'
      AND EXISTS (SELECT FROM "Notice" n WHERE n."caseId" = c."id" AND n."status" = 'SENT')`,
  },
];

const LOOK_EVERY_MS = 250;
const SAY_EVERY_MS = 15_000;

/**
 * Watches the records until every case has every effect.
 * @param cases how many there are
 * @param midnight the moment of this machine's clock, in epoch ms
 * @throws Error when nothing more has come for so long that something must be lost
 */
export async function watchEffects(
  databaseUrl: string,
  cases: number,
  midnight: number,
  patienceMs = 300_000,
): Promise<LastEffects> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const ended: Partial<Record<keyof LastEffects, number>> = {};
  try {
    for (const { name, count } of EFFECTS) {
      let [had, changedAt, saidAt] = [0, Date.now(), Date.now()];
      for (;;) {
        const { rows } = await client.query<{ count: number }>(count);
        const has = rows[0]?.count ?? 0;
        const now = Date.now();
        if (has !== had) [had, changedAt] = [has, now];
        if (has >= cases) {
          ended[name] = (now - midnight) / 1000;
          break;
        }
        if (now - changedAt > patienceMs)
          throw new Error(
            `${has} of ${cases} cases have their ${name}, and no more has come for ${patienceMs / 1000} s.`,
          );
        if (now - saidAt > SAY_EVERY_MS) {
          report(`  ${((now - midnight) / 1000).toFixed(0)} s after midnight: ${name} of ${has} of ${cases}`);
          saidAt = now;
        }
        await pause(LOOK_EVERY_MS);
      }
    }
  } finally {
    await client.end();
  }
  const { line = 0, rectification = 0, notice = 0, mail = 0 } = ended;
  return { line, rectification, notice, mail };
}
