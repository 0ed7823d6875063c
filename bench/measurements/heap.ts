/** Heap of a cached open case. */
import { heapPerCase } from '../heap.ts';
import { alternately, pairedRow, type Measurement } from '../measurement.ts';

export const heap: Measurement = {
  name: 'heap',
  what: 'heap of a cached case',
  async measure({ databaseUrl, address, namespace, payloadKeys }, { heapPairs, heapCases }) {
    let run = 0;
    const of = (side: 'product' | 'bare') => async () => {
      run += 1;
      const queue = `bench-heap-${run}`;
      const order = { side, cases: heapCases, databaseUrl, address, namespace, queue, payloadKeys };
      return (await heapPerCase(order)) / 1024;
    };
    const taken = await alternately(heapPairs, { product: of('product'), bare: of('bare') });
    return [
      pairedRow({
        measure: 'heap of a cached open case',
        product: taken.product,
        against: taken.bare,
        by: 'bare',
        words: (value) => `${value.toFixed(0)} KB`,
        goal: '1.4, aim 1.2',
      }),
    ];
  },
};
