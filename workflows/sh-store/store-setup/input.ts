/** Input schemas of the actions of a set-up: messages of its clearance. Read by the API and the signal bridge alone. */
import type { z } from 'zod';
import { endedByClearanceInputs, groundDismissed } from '../ended-by-clearance-input.ts';

export const storeSetupInputs = { ...endedByClearanceInputs, clearanceDismissed: groundDismissed };

export type StoreSetupInputs = { [A in keyof typeof storeSetupInputs]: z.output<(typeof storeSetupInputs)[A]> };
