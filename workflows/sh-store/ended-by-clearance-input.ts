/** Input schemas of what the clearance of a store tells the cases about it. Not for workflow code. */
import { z } from 'zod';
import { choice } from '../engine/choice.ts';
import { id } from '../engine/typed.ts';
import { groundTitles } from './clearance/grounds.ts';

export const ground = choice(groundTitles);

export const endedByClearanceInputs = {
  storeCleared: z.strictObject({ clearanceCaseId: id, grounds: z.array(ground).max(20).readonly() }),
  clearanceReversed: z.strictObject({ clearanceCaseId: id }),
};

/** To the case that detected a ground. */
export const groundDismissed = z.strictObject({ clearanceCaseId: id, ground });
