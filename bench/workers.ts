/** Workers of one side that can be ended and started anew while a measurement goes on. */
import { forkWorker, type ForkedWorker, type WorkerOrder } from './worker.ts';

export interface Workers {
  /** Processes that run now. */
  pids(): number[];
  /** Lets what is in hand finish and starts as many anew: their memory of cases is empty. */
  restart(): Promise<void>;
  /** Ends the first where it stands (SIGKILL) and starts one anew in its place. Answers once that takes tasks. */
  killOne(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts so many and answers once they take tasks. */
export async function startWorkersOf(order: WorkerOrder, count: number): Promise<Workers> {
  const startAll = () => Promise.all(Array.from({ length: count }, () => forkWorker(order)));
  let running: ForkedWorker[] = await startAll();
  const stop = async () => {
    const ending = running;
    running = [];
    await Promise.all(ending.map((worker) => worker.stop()));
  };
  return {
    pids: () => running.map(({ pid }) => pid),
    async restart() {
      await stop();
      running = await startAll();
    },
    async killOne() {
      const [first, ...others] = running;
      await first?.kill();
      running = [...others, await forkWorker(order)];
    },
    stop,
  };
}
