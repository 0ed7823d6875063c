/**
 * A page of a timeline as the store grows: as the API reads it, against the same page in plain SQL, and against a store of ten thousand lines.
 */
import type pg from 'pg';
import type { ApiContext } from '../../api/context.ts';
import type { Reader } from '../../api/reader.ts';
import { timelineOf, timelineQuery } from '../../api/routes/timeline.ts';
import { TOLD_ELSEWHERE } from '../../api/views/timeline-view.ts';
import type { FoundCase } from '../../api/views/read-case.ts';
import type { Database } from '../../prisma/client.ts';
import { contracts } from '../../workflows/regimes.ts';
import { stepOf } from '../floor/steps.ts';
import { inMs, pairedRow, type Measurement } from '../measurement.ts';
import { report } from '../run-measurement.ts';
import { quantile } from '../stats.ts';
import { poolOf } from '../pool.ts';

const LINES_A_CASE = 100;
const SMALL = 10_000;
const CHUNK = 100_000;
const PAGE = 50;
const READINGS = 1_000;

/** Closed cases of a hundred lines each, until there are so many lines. */
async function fill(pool: pg.Pool, from: number, to: number): Promise<void> {
  const [line] = stepOf('model', 0).lines;
  for (let at = from; at < to; at += CHUNK) {
    const [first, last] = [at / LINES_A_CASE, Math.min(at + CHUNK, to) / LINES_A_CASE - 1];
    await pool.query(
      `INSERT INTO "Case" ("id", "number", "kind", "regime", "stage", "outcome", "subject", "title", "bodyId", "region", "ruleVersion",
        "calendarVersion", "revision", "openedAt", "closedAt", "opening", "timelineLength", "workflowStarted")
      SELECT 'line-' || n, '测行' || n, 'storeApplication', 'SH_STORE', 'PRELIM_REJECTED', 'PRELIM_REJECTED', 'line-' || n, '某机构', 'sh-centre', 'SH', 1,
        1, 1, now(), now(), '{}', $3, true FROM generate_series($1::int, $2::int) n`,
      [first, last, LINES_A_CASE],
    );
    await pool.query(
      `INSERT INTO "TimelineEvent"
      SELECT r.* FROM generate_series($1::int, $2::int) n, generate_series(1, $3::int) s,
        jsonb_populate_record(NULL::"TimelineEvent", $4::jsonb || jsonb_build_object('caseId', 'line-' || n, 'seq', s)) r`,
      [first, last, LINES_A_CASE, JSON.stringify(line)],
    );
    report(`  ${Math.min(at + CHUNK, to)} lines`);
  }
  await pool.query('ANALYZE "TimelineEvent", "Case"');
}

/** Pages of cases at random, one after the other, in ms. */
async function timesOf(cases: number, read: (caseId: string) => Promise<number>): Promise<number[]> {
  const took: number[] = [];
  for (let time = 0; time < READINGS; time += 1) {
    const began = performance.now();
    const lines = await read(`line-${Math.floor(Math.random() * cases)}`);
    took.push(performance.now() - began);
    if (lines !== PAGE) throw new Error(`A page had ${lines} lines in place of ${PAGE}.`);
  }
  return took;
}

const standing = { roles: ['manager'], seesAll: true, takesPart: true, onlyFollows: false } as const;
const reader = { person: { kind: 'person', id: 'demo-manager', offices: [] } } as Partial<Reader> as Reader;
const query = timelineQuery.parse({ limit: String(PAGE) });

/** As `GET /api/cases/{id}/timeline` reads it, once the case is found. */
async function asApi(database: Database, caseId: string): Promise<number> {
  const context = { database, contracts } as Partial<ApiContext> as ApiContext;
  const row = { id: caseId, kind: 'storeApplication', state: null } as Partial<FoundCase['row']> as FoundCase['row'];
  const found = { row, standing } as Partial<FoundCase> as FoundCase;
  return (await timelineOf({ context, reader }, found, query)).items.length;
}

async function asSql(pool: pg.Pool, caseId: string): Promise<number> {
  const { rows } = await pool.query({
    name: 'timeline-page',
    text: `SELECT * FROM "TimelineEvent" WHERE "caseId" = $1 AND "type" <> ALL($2) AND "seq" > $3 ORDER BY "seq" LIMIT $4`,
    values: [caseId, TOLD_ELSEWHERE, 0, PAGE],
  });
  return rows.length;
}

export const timeline: Measurement = {
  name: 'timeline',
  what: 'a page of a timeline as the store grows',
  async measure({ database, databaseUrl }, { timelineLines }) {
    const pool = poolOf(databaseUrl, 1);
    try {
      const at = async (lines: number) => ({
        api: await timesOf(lines / LINES_A_CASE, (id) => asApi(database, id)),
        sql: await timesOf(lines / LINES_A_CASE, (id) => asSql(pool, id)),
      });
      await fill(pool, 0, SMALL);
      await at(SMALL);
      const small = await at(SMALL);
      await fill(pool, SMALL, timelineLines);
      const large = await at(timelineLines);
      const row = (share: number, by: string, against: readonly number[], goal: string) =>
        pairedRow({
          measure: `page of a timeline, ${timelineLines} lines, p${share * 100}`,
          product: [quantile(large.api, share)],
          against: [quantile(against, share)],
          by,
          words: inMs,
          goal,
        });
      return [
        row(0.99, `at ${SMALL} lines`, small.api, '1.3, aim 1.05'),
        row(0.5, 'in plain SQL', large.sql, '2.0, aim 1.15'),
      ];
    } finally {
      await pool.end();
    }
  },
};
