/** Input schemas of the actions of a set-up: messages of its clearance. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { id } from '../../engine/typed.ts';

const message = z.strictObject({ clearanceCaseId: id });

export const storeSetupInputs = { clearanceConfirmed: message, clearanceDismissed: message };

export type StoreSetupInputs = { [A in keyof typeof storeSetupInputs]: z.output<(typeof storeSetupInputs)[A]> };
