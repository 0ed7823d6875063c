/** The contract of every process, by kind: what the API, the console and the documents know of them. */
import { clearance } from './clearance/contract.ts';
import type { ProcessContract } from './engine/contract.ts';
import { rectification } from './rectification/contract.ts';
import { storeApplication } from './store-application/contract.ts';
import { storeInvitation } from './store-invitation/contract.ts';
import { storeSetup } from './store-setup/contract.ts';
import { trialOperation } from './trial-operation/contract.ts';

export const contracts: Readonly<Record<string, ProcessContract>> = {
  storeApplication,
  storeInvitation,
  storeSetup,
  trialOperation,
  rectification,
  clearance,
};
