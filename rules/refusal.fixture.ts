import { Refusal } from './refusal.ts';

/** The refusal that the work throws; fails if it throws anything else, or nothing. */
export function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
  throw new Error('It was not refused.');
}
