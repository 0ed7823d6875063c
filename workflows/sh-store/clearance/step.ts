import type { StepOf } from '../../engine/step-of.ts';
import type { clearance } from './contract.ts';

/** A step of a clearance. */
export type Clearance = StepOf<typeof clearance>;
