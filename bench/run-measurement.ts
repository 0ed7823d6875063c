/** A measurement as a program: what it starts is stopped again, also when it is told to end before it is over. */
import { startAll, type Parts } from '../dev/start-all.ts';
import { untilToldToEnd } from '../dev/told-to-end.ts';

/** Says how far it is, beside the figures. */
export function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Measures, stops what was started, and ends the process: with 0 if it was measured to its end. */
export async function runMeasurement(measure: (parts: Parts) => Promise<void>): Promise<never> {
  const parts = startAll();
  let isOver = false;
  const measured = measure(parts).catch((failure: unknown) => {
    // When it is told to end, it fails because its services are gone.
    if (!isOver) console.error(failure);
    return 'failed' as const;
  });
  const outcome = await Promise.race([untilToldToEnd(), measured]);
  isOver = true;
  if (outcome === 'stop') report('Stopping; nothing was measured to its end.');
  await parts.stop();
  process.exit(outcome === undefined ? 0 : 1);
}
