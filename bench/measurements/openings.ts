/** Cases that are opened a second, as the relay opens them: rows that are there, until each workflow has made its first step. */
import { setTimeout as pause } from 'node:timers/promises';
import { instantOf } from '../../rules/time/index.ts';
import { pairedRow, type Measurement } from '../measurement.ts';
import { countUnopened, openSetUps } from '../set-ups.ts';
import type { Stage } from '../stage.ts';
import { mailsSent } from '../steps.ts';
import { times } from '../times.ts';

const OPENERS = 16;

async function openedASecond({ database, gateway }: Stage, cases: number): Promise<number> {
  const began = performance.now();
  await openSetUps(database, gateway, cases, instantOf(Date.now()));
  while ((await countUnopened(database)) > 0) await pause(100);
  return (cases / (performance.now() - began)) * 1000;
}

/** Bare workflows, until each is open: its first answer comes after its opening. */
async function bareASecond({ bare }: Stage, cases: number): Promise<number> {
  const began = performance.now();
  await times(cases, OPENERS, async () => bare.decideAgain(await bare.open(1_000_000)));
  return (cases / (performance.now() - began)) * 1000;
}

export const openings: Measurement = {
  name: 'openings',
  what: 'openings a second',
  async measure(stage, { openings: cases }) {
    const product = await openedASecond(stage, cases);
    await mailsSent(stage);
    return [
      pairedRow({
        measure: 'cases opened a second, from cases or by a register',
        product: [product],
        against: [await bareASecond(stage, cases)],
        by: 'bare, and a first answer',
        words: (value) => value.toFixed(1),
        goal: '',
      }),
    ];
  },
};
