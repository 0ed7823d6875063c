import { DECISIONS, type Life } from './lives.ts';

/** Cases a second, from opening to close, with so many callers that each wait for their answers before they go on. */
export async function casesPerSecond(life: Life, seconds: number, callers = 16): Promise<number> {
  const began = performance.now();
  const end = began + seconds * 1000;
  let closed = 0;
  async function caller(): Promise<void> {
    while (performance.now() < end) {
      const id = await life.open();
      for (let nth = 0; nth < DECISIONS; nth += 1) await life.decide(id, nth);
      if (performance.now() < end) closed += 1;
    }
  }
  await Promise.all(Array.from({ length: callers }, caller));
  return closed / seconds;
}
