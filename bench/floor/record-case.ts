/**
 * Lives one case of `lives.ts` in the product and writes down the rows that each of its steps made: `node bench/floor/record-case.ts`. Whoever
 * does "the same" beside the product makes these rows (`case.json`).
 */
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DECISIONS } from '../lives.ts';
import { report, runMeasurement } from '../run-measurement.ts';
import { openStage, type Stage } from '../stage.ts';
import type { FloorCase, FloorStep, Json } from './steps.ts';

async function rowsOf({ database }: Stage, table: string, caseId: string): Promise<Json[]> {
  const rows = await database.$queryRawUnsafe<{ row: Json }[]>(
    `SELECT to_jsonb(t) AS "row" FROM "${table}" t WHERE "${table === 'Case' ? 'id' : 'caseId'}" = $1`,
    caseId,
  );
  return rows.map(({ row }) => row);
}

async function sent({ database }: Stage, caseId: string): Promise<void> {
  while ((await database.notice.count({ where: { caseId, status: { not: 'SENT' } } })) > 0) await pause(50);
}

/** The case as it stands after each step, and at the end all that has been added. */
async function live(stage: Stage): Promise<FloorCase> {
  const id = await stage.product.open();
  const heads: Json[] = [];
  const look = async () => {
    await sent(stage, id);
    heads.push(...(await rowsOf(stage, 'Case', id)));
  };
  await look();
  const opened = await Promise.all(
    ['Deadline', 'Task', 'CaseParty', 'CaseBody'].map(async (table) => (await rowsOf(stage, table, id))[0] ?? {}),
  );
  const [deadline = {}, task = {}, party = {}, body = {}] = opened;
  for (let nth = 0; nth < DECISIONS; nth += 1) {
    await stage.product.decide(id, nth);
    await look();
  }
  const lines = (await rowsOf(stage, 'TimelineEvent', id)).sort((a, b) => Number(a['seq']) - Number(b['seq']));
  const notices = (await rowsOf(stage, 'Notice', id)).sort((a, b) => Number(a['ordinal']) - Number(b['ordinal']));
  const linesAbout = lines.filter(({ revision }) => revision === null);
  const steps = heads.map((head, nth): FloorStep => {
    const revision = nth + 1;
    const planned = lines.filter((line) => line['revision'] === revision);
    const mailed = planned.some(({ type }) => type === 'NOTICE_PLANNED');
    const notice = mailed ? notices.shift() : undefined;
    const told = mailed ? linesAbout.shift() : undefined;
    return {
      head,
      lines: planned,
      ...(revision === 1 && { opens: { deadline, task, party, body } }),
      ...(notice !== undefined && told !== undefined && { notice, told }),
    };
  });
  return { caseId: id, steps };
}

await runMeasurement(async (parts) => {
  const stage = await openStage(parts);
  const file = fileURLToPath(new URL('case.json', import.meta.url));
  await writeFile(file, `${JSON.stringify(await live(stage), null, 2)}\n`);
  report(`Written: ${file}`);
});
