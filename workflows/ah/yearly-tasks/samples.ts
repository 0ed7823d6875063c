/** What the notices of this process are told with in tests. */
import type { SamplesOf } from '../../engine/wordings.ts';
import type { yearlyTasks } from './contract.ts';

export const yearlyTasksSamples: SamplesOf<typeof yearlyTasks> = {
  tasksSet: {
    year: 2025,
    tasks: [
      { figure: 'served', n: 200 },
      { figure: 'activities', n: 12 },
    ],
  },
};
