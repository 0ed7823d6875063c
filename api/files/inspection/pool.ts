/**
 * Files are looked at in a few threads beside the one that answers requests: however long a file takes to be taken apart, nobody else
 * waits for it, and one that takes too long or too much memory ends with its thread.
 */
import { Piscina } from 'piscina';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import type { Verdict } from './look.ts';

/** How the inspection of files is bounded. */
export interface InspectionLimits {
  /** Files looked at at the same time. */
  readonly atOnce: number;
  /** Files that wait for their turn; beyond it they are turned away with 503. */
  readonly waiting: number;
  /** Milliseconds from the upload to the verdict. */
  readonly longest: number;
}

const LIMITS: InspectionLimits = { atOnce: 2, waiting: 16, longest: 30_000 };
const HEAP_MEGABYTES = 512;

const TOO_LONG = text(
  '文件过于复杂，无法在限定时间内检查。请稍后再试；如仍不行，请导出为 PDF 后上传。',
  'The file is too complex to be looked through in time. Try again later; if that does not help, export it as PDF and upload that.',
);

/** Looks at files, so many at once. */
export class InspectionPool {
  readonly #limits: InspectionLimits;
  #inHand = 0;
  #threads: Piscina | undefined;

  constructor(limits: InspectionLimits = LIMITS) {
    this.#limits = limits;
  }

  /**
   * Looks at a file.
   * @throws Refusal UNAVAILABLE while too many files wait already
   */
  async look(content: Buffer): Promise<Verdict> {
    const { atOnce, waiting, longest } = this.#limits;
    if (this.#inHand >= atOnce + waiting) refuseBusy();
    this.#inHand += 1;
    const signal = AbortSignal.timeout(longest);
    try {
      return (await this.#started().run(new Uint8Array(content), { signal })) as Verdict;
    } catch (failure) {
      if (signal.aborted || isOutOfMemory(failure)) return { unfit: TOO_LONG };
      throw failure;
    } finally {
      this.#inHand -= 1;
    }
  }

  /** Threads start with the first file and end when there is none for a while. */
  #started(): Piscina {
    this.#threads ??= new Piscina({
      filename: new URL('./look.ts', import.meta.url).href,
      minThreads: 0,
      maxThreads: this.#limits.atOnce,
      idleTimeout: 30_000,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    });
    return this.#threads;
  }
}

function isOutOfMemory(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function refuseBusy(): never {
  refuse(
    'UNAVAILABLE',
    '正在检查的文件较多，请稍候重新上传。',
    'Many files are being looked through; upload it again in a moment.',
    { facts: { retryAfterSeconds: 10 } },
  );
}
