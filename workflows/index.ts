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

export async function storeApplicationCase(input: CaseInput): Promise<void> {
  await runCase(storeApplication, input);
}

export async function storeInvitationCase(input: CaseInput): Promise<void> {
  await runCase(storeInvitation, input);
}

export async function storeSetupCase(input: CaseInput): Promise<void> {
  await runCase(storeSetup, input);
}

export async function trialOperationCase(input: CaseInput): Promise<void> {
  await runCase(trialOperation, input);
}

export async function rectificationCase(input: CaseInput): Promise<void> {
  await runCase(rectification, input);
}

export async function clearanceCase(input: CaseInput): Promise<void> {
  await runCase(clearance, input);
}
