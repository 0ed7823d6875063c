/**
 * A year of reports of the Anhui network: sixteen cities and many institutions, whose duty for each month arises at 00:00 of the first. How long that takes
 * at each midnight, one of them with the worker killed a second before. `npm run bench:reports`; `-- --institutions 40` for fewer, `-- --json` for figures
 * that a program reads. Times are of this machine and nothing of them is asserted; that no duty is missing or doubled is.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Parts } from '../dev/start-all.ts';
import { runReports, type ReportsFigures } from './reports/run-reports.ts';
import { runMeasurement } from './run-measurement.ts';
import { median } from './stats.ts';

const { values } = parseArgs({
  options: { institutions: { type: 'string', default: '400' }, json: { type: 'boolean', default: false } },
});

function inWords({ members, midnights, killed, faults }: ReportsFigures): string {
  const last = midnights.map((phase) => phase.last);
  const found = Object.entries(faults).filter(([, count]) => count > 0);
  return [
    `${members} members, ${availableParallelism()} cores for everything:`,
    `  last duty of a month after        median ${median(last).toFixed(1)} s, longest ${Math.max(...last).toFixed(1)} s`,
    `  with the worker killed before it  ${killed.last.toFixed(1)} s`,
    `  missing or doubled                ${found.length === 0 ? 'nothing' : found.map(([what, count]) => `${count} ${what}`).join(', ')}`,
  ].join('\n');
}

async function measure(parts: Parts): Promise<void> {
  const figures = await runReports(Number(values.institutions), parts);
  console.log(values.json ? JSON.stringify({ cores: availableParallelism(), ...figures }) : `\n${inWords(figures)}`);
  const wrong = Object.entries(figures.faults).filter(([, count]) => count > 0);
  if (wrong.length > 0) throw new Error(`Found: ${wrong.map(([what, count]) => `${count} ${what}`).join(', ')}.`);
}

await runMeasurement(measure);
