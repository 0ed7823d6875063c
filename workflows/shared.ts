/**
 * What all cases of a worker share: the processes with everything they are made of. These modules are pure and remember nothing of
 * a case, so a worker evaluates and freezes them once instead of once for each case it keeps in memory. Nothing that holds state of
 * a case, or imports the workflow SDK, may get in here.
 */
export { clearance } from './clearance/process.ts';
export * as engine from './engine/engine.ts';
export { rectification } from './rectification/process.ts';
export { storeApplication } from './store-application/process.ts';
export { storeInvitation } from './store-invitation/process.ts';
export { storeSetup } from './store-setup/process.ts';
export { trialOperation } from './trial-operation/process.ts';
