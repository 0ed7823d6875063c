/** The input schema of every action, by kind. Read by the API and the signal bridge; never part of the workflow bundle. */
import type { z } from 'zod';
import { clearanceInputs } from './clearance/input.ts';
import { commonInputs } from './engine/input.ts';
import { rectificationInputs } from './rectification/input.ts';
import { storeApplicationInputs } from './store-application/input.ts';
import { storeInvitationInputs } from './store-invitation/input.ts';
import { storeSetupInputs } from './store-setup/input.ts';
import { trialOperationInputs } from './trial-operation/input.ts';

export const inputs: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  storeApplication: { ...commonInputs, ...storeApplicationInputs },
  storeInvitation: { ...commonInputs, ...storeInvitationInputs },
  storeSetup: { ...commonInputs, ...storeSetupInputs },
  trialOperation: { ...commonInputs, ...trialOperationInputs },
  rectification: { ...commonInputs, ...rectificationInputs },
  clearance: { ...commonInputs, ...clearanceInputs },
};
