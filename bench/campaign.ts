/**
 * A campaign of the assessment with many entries: how long its opening, its cut-off, the freezing of the year's points and its publication take, what
 * they cost, and how many events the workflow of the campaign has. `npm run bench:campaign`; `-- --entries 200` for fewer, `-- --json` for figures
 * that a program reads. Times are of this machine and nothing of them is asserted; that no entry is missing or doubled is.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Parts } from '../dev/start-all.ts';
import { runCampaign, type CampaignFigures } from './campaign/run-campaign.ts';
import { runMeasurement } from './run-measurement.ts';
import { cells } from './stats.ts';

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '5000' },
    workers: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});

const titles = {
  opening: 'opening',
  cutOff: 'cut-off at 17:00:01',
  freezing: "the year's points frozen",
  publication: 'publication',
} as const;

/** The limits of the requirements, in seconds and events. */
const LIMITS = { seconds: 60, events: 200 } as const;

function inWords({ entries, handedIn, around, phases, events, faults }: CampaignFigures): string {
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  const rows = Object.entries(titles).map(([name, title]) => {
    const { first, last, processorMs } = phases[name as keyof typeof titles];
    return [title, seconds(first), seconds(last), seconds(processorMs / 1000), `${LIMITS.seconds} s`];
  });
  const found = Object.entries(faults).filter(([, count]) => count > 0);
  return [
    `${entries} entries, of which ${handedIn} are handed in and ${around} within the minute around the cut-off; ${availableParallelism()} cores for everything:\n`,
    cells([['phase', 'first effect', 'last effect', 'processor time', 'goal'], ...rows]),
    `\nevents of the campaign's workflow: ${events} (goal: fewer than ${LIMITS.events})`,
    `missing or doubled: ${found.length === 0 ? 'nothing' : found.map(([what, count]) => `${count} ${what}`).join(', ')}`,
  ].join('\n');
}

async function measure(parts: Parts): Promise<void> {
  const figures = await runCampaign(Number(values.entries), Number(values.workers), parts);
  console.log(values.json ? JSON.stringify({ cores: availableParallelism(), ...figures }) : `\n${inWords(figures)}`);
  const wrong = Object.entries(figures.faults).filter(([, count]) => count > 0);
  if (wrong.length > 0) throw new Error(`Found: ${wrong.map(([what, count]) => `${count} ${what}`).join(', ')}.`);
}

await runMeasurement(measure);
