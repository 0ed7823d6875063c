/** What `npm run assure` is asked for. */
import { parseArgs } from 'node:util';

/** The parts of an examination. */
export const PARTS = ['calls', 'kills'] as const;

/** How much is to be examined. */
export interface Options {
  readonly parts: readonly (typeof PARTS)[number][];
  readonly seed: number;
  /** calls at random for each operation of an account */
  readonly examples: number;
  /** whether each boundary of each schema is tried, and each account tries what it may not do */
  readonly thorough: boolean;
  readonly rounds: number;
  readonly limitSeconds: number;
}

/** A fault of the command line, for people. */
export class OptionsError extends Error {}

/**
 * Reads the command line; `--quick` is what the others are measured from when it is given.
 *
 * @throws OptionsError
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parsed(args);
  const whole = (name: 'seed' | 'examples' | 'rounds' | 'minutes', least: number, otherwise: number): number => {
    const value = values[name] === undefined ? otherwise : Number(values[name]);
    if (!Number.isInteger(value) || value < least)
      throw new OptionsError(`--${name} must be a whole number, ${least} or more.`);
    return value;
  };
  const part = PARTS.find((name) => name === values.part);
  if (values.part !== undefined && part === undefined) throw new OptionsError(`--part is one of ${PARTS.join(', ')}.`);
  const quick = values.quick;
  return {
    parts: part === undefined ? PARTS : [part],
    seed: whole('seed', 0, 1),
    examples: whole('examples', 1, quick ? 1 : 2),
    thorough: !quick,
    rounds: whole('rounds', 1, quick ? 4 : 20),
    limitSeconds: whole('minutes', 1, 25) * 60,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        part: { type: 'string' },
        seed: { type: 'string' },
        examples: { type: 'string' },
        rounds: { type: 'string' },
        minutes: { type: 'string' },
      },
    });
  } catch (failure) {
    throw new OptionsError(failure instanceof Error ? failure.message : String(failure));
  }
}
