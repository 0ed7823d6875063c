/** Words for the complaints that a correction of their number names (AH-EVAL-02.17, 06.4). */
import { text } from '../text.ts';

export const namedComplaints = {
  leftOut: text('不再计入', 'left out'),
  countedAgain: text('恢复计入', 'counted again'),
  takenIn: text('另行计入', 'taken in'),
  takenBack: text('撤回另行计入', 'taken in no more'),
} as const;
