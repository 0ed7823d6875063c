/** What the notice of this process is told with in tests. */
import type { SamplesOf } from '../../engine/wordings.ts';
import type { baseCall } from './contract.ts';

export const baseCallSamples: SamplesOf<typeof baseCall> = {
  listMade: { year: 2019, selected: ['麓谷基地', '雨花基地'], entries: 9 },
};

/** What the case remembers where a line tells it. */
export const baseCallRemembered = { entries: [] };
