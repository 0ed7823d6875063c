/** The plan of the rounds: which part is ended or held, when, and for how long. The same seed makes the same plan. */
import fc from 'fast-check';
import type { Part } from '../../killable.ts';

/** One part that is away for a while. */
export interface Outage {
  readonly part: Part;
  /** `kill`: it is ended as by a power cut, and started again; `hold`: it is stopped where it stands, and let go on */
  readonly manner: 'kill' | 'hold';
  /** milliseconds of traffic before it begins */
  readonly after: number;
  /** milliseconds for which it is away, beside what its start takes */
  readonly lasts: number;
}

const outage = fc.record({
  part: fc.constantFrom<Part>('worker', 'worker', 'api', 'api', 'temporal', 'postgres'),
  manner: fc.constantFrom<Outage['manner']>('kill', 'kill', 'hold'),
  after: fc.noBias(fc.integer({ min: 500, max: 3_000 })),
  lasts: fc.noBias(fc.integer({ min: 0, max: 8_000 })),
});

/** So many rounds. */
export function outagesOf(seed: number, rounds: number): Outage[] {
  return fc.sample(fc.noShrink(outage), { seed, numRuns: rounds });
}
