/** Work that nobody waits for gives way to people who decide: both share a process, the records and the engine. */
import { setTimeout as pause } from 'node:timers/promises';

/** How long after a request people are held to be at work. */
const AT_WORK_MS = 3_000;
/** While they are, work of some length is followed by a rest of so many times that length, unless its own is given. */
const REST = 2;
/** No rest is longer than this, whatever the work took. */
const LONGEST_REST_MS = 2_000;

export interface GiveWay {
  /** Told of each step that a case of this process records. */
  readonly noteStep: () => void;
  /** Rests `times` as long as this work took, in ms, if people are at work; not beyond `stop`. */
  readonly restAfter: (workMs: number, stop: AbortSignal, times?: number) => Promise<void>;
}

/** How it learns the time, in epoch ms, and waits. */
export interface GiveWayMeans {
  readonly now: () => number;
  readonly rest: (ms: number, stop: AbortSignal) => Promise<unknown>;
}

const ofTheMachine: GiveWayMeans = {
  now: Date.now,
  rest: (ms, signal) => pause(ms, undefined, { ref: false, signal }).catch(() => undefined),
};

export function createGiveWay({ now, rest }: GiveWayMeans = ofTheMachine): GiveWay {
  let lastStepAt = Number.NEGATIVE_INFINITY;
  return {
    noteStep() {
      lastStepAt = now();
    },
    async restAfter(workMs, stop, times = REST) {
      if (now() - lastStepAt <= AT_WORK_MS) await rest(Math.min(workMs * times, LONGEST_REST_MS), stop);
    },
  };
}
