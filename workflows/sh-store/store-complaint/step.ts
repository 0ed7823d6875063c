import type { StepOf } from '../../engine/step-of.ts';
import type { storeComplaint } from './contract.ts';

/** A step of a complaint about a store. */
export type StoreComplaint = StepOf<typeof storeComplaint>;
