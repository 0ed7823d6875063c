import type { StepOf } from '../../engine/step-of.ts';
import type { complaint } from './contract.ts';

/** A step of a complaint. */
export type Complaint = StepOf<typeof complaint>;
