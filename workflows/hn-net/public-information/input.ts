/** Input schemas of the actions of a publication. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { reason } from '../../engine/input.ts';
import { caseId } from '../dispute-input.ts';

export const publicInformationInputs = {
  takeBack: z.strictObject({ reason }),
  beReplaced: z.strictObject({ newerCaseId: caseId }),
};

export type PublicInformationInputs = {
  [A in keyof typeof publicInformationInputs]: z.output<(typeof publicInformationInputs)[A]>;
};
