/**
 * What all cases of a worker share: the processes with everything they are made of. These modules are pure and remember nothing of
 * a case, so a worker evaluates and freezes them once instead of once for each case it keeps in memory. Nothing that holds state of
 * a case, or imports the workflow SDK, may get in here.
 */
export * as engine from './engine/engine.ts';
export { processes } from './regimes.ts';
