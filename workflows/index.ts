/** The workflow bundle's entry: one exported function a kind of case, and the relay of the outbox. Never rename a function. */
import { clearance } from './clearance/process.ts';
import { runCase } from './engine/run-case.ts';
import type { CaseInput } from './engine/state.ts';
import { rectification } from './rectification/process.ts';
import { storeApplication } from './store-application/process.ts';
import { storeInvitation } from './store-invitation/process.ts';
import { storeSetup } from './store-setup/process.ts';
import { trialOperation } from './trial-operation/process.ts';

export { outboxRelay } from './relay/relay.ts';

export function storeApplicationCase(input: CaseInput): Promise<void> {
  return runCase(storeApplication, input);
}

export function storeInvitationCase(input: CaseInput): Promise<void> {
  return runCase(storeInvitation, input);
}

export function storeSetupCase(input: CaseInput): Promise<void> {
  return runCase(storeSetup, input);
}

export function trialOperationCase(input: CaseInput): Promise<void> {
  return runCase(trialOperation, input);
}

export function rectificationCase(input: CaseInput): Promise<void> {
  return runCase(rectification, input);
}

export function clearanceCase(input: CaseInput): Promise<void> {
  return runCase(clearance, input);
}
