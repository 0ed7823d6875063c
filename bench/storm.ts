/**
 * The storm: many set-ups whose five days end at one midnight, and people who decide on other cases meanwhile. `npm run bench:storm`;
 * `-- --cases 10000` for more, `-- --cold` and `-- --kill` for storms of these kinds (with `--warm` beside it, their ratio), `-- --json`
 * for figures that a program reads. Times are of this machine; nothing is asserted.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Parts } from '../dev/start-all.ts';
import { runMeasurement } from './run-measurement.ts';
import { countUnanswered, type Decisions } from './storm/decisions.ts';
import { KINDS, runStorm, type StormFigures, type StormOptions } from './storm/run-storm.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1200' },
    decisions: { type: 'string', default: '5' },
    quiet: { type: 'string', default: '60' },
    workers: { type: 'string', default: '1' },
    warm: { type: 'boolean', default: false },
    cold: { type: 'boolean', default: false },
    kill: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const options: StormOptions = {
  cases: Number(values.cases),
  decisions: Number(values.decisions),
  quietSeconds: Number(values.quiet),
  workers: Number(values.workers),
};
const asked = KINDS.filter((kind) => values[kind]);
const kinds = asked.length > 0 ? asked : (['warm'] as const);

const seconds = (value: number) => `${value.toFixed(1)} s`;

function decisionsInWords(decisions: Decisions): string {
  const { made, p50, p99, longest } = decisions;
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  return `${countUnanswered(decisions)} of ${made} unanswered, p50 ${ms(p50)}, p99 ${ms(p99)}, longest ${ms(longest)}`;
}

function stormInWords({ kind, cases, workers, opening, storm, quiet, meanwhile, faults }: StormFigures): string {
  const found = Object.entries(faults).filter(([, count]) => count > 0);
  return [
    `${cases} set-ups whose time is over at one midnight (${kind}, worker processes: ${workers}), ${options.decisions} decisions a second beside them:`,
    `  opened before: rows after          ${seconds(opening.rows)}, workflows after ${seconds(opening.workflows)}: ${opening.casesASecond.toFixed(1)} cases a second`,
    `  last line recorded after           ${seconds(storm.line)}`,
    `  last rectification opened after    ${seconds(storm.rectification)}`,
    `  last notice of one planned after   ${seconds(storm.notice)}`,
    `  last mail of one sent after        ${seconds(storm.mail)}`,
    `  decisions in quiet                 ${decisionsInWords(quiet)}`,
    `  decisions meanwhile                ${decisionsInWords(meanwhile)}`,
    `  p99 meanwhile / in quiet           ${(meanwhile.p99 / quiet.p99).toFixed(1)}`,
    ...Object.entries(meanwhile.unanswered).map(([why, count]) => `    ${count} x ${why}`),
    `  early, lost or twice               ${found.length === 0 ? 'nothing' : found.map(([what, count]) => `${count} ${what}`).join(', ')}`,
  ].join('\n');
}

/** How much longer the others take than the warm one. */
function againstWarm(storms: readonly StormFigures[]): Record<string, number> {
  const warm = storms.find(({ kind }) => kind === 'warm');
  if (warm === undefined) return {};
  const others = storms.filter((storm) => storm !== warm);
  return Object.fromEntries(
    others.flatMap(({ kind, storm }) => [
      [`${kind} / warm, last line`, storm.line / warm.storm.line],
      [`${kind} / warm, last rectification`, storm.rectification / warm.storm.rectification],
    ]),
  );
}

async function measure(parts: Parts): Promise<void> {
  const storms: StormFigures[] = [];
  for (const kind of kinds) storms.push(await runStorm(kind, options, parts));
  const ratios = againstWarm(storms);
  if (values.json) {
    const rest = storms.map(({ quiet, meanwhile, ...figures }) => ({
      ...figures,
      quiet: forPrograms(quiet),
      meanwhile: forPrograms(meanwhile),
      p99MeanwhileToQuiet: meanwhile.p99 / quiet.p99,
    }));
    console.log(JSON.stringify({ cores: availableParallelism(), storms: rest, ratios }));
    return;
  }
  console.log(`\n${storms.map(stormInWords).join('\n\n')}`);
  for (const [what, ratio] of Object.entries(ratios)) console.log(`${what}: ${ratio.toFixed(2)}`);
}

function forPrograms({ made, unanswered, p50, p99, longest }: Decisions): object {
  return { made, unanswered, p50, p99, longest };
}

await runMeasurement(measure);
