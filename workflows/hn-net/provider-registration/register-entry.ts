/** The provider's entry in the register: written whenever what it says has changed. */
import { expiredCredentials } from '../../../rules/hn-net/credentials.ts';
import type { ProviderEntryData, ProviderStatus } from '../../../rules/hn-net/provider-entry.ts';
import type { Phrase } from '../../../rules/notices.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { registers } from '../words.ts';
import type { Registration } from './contract.ts';
import type { ProviderRegistrationFacts } from './facts.ts';

/** Writes the entry as it stands from now on; nothing before the provider is registered. */
export function enter(step: Registration, reason?: Phrase): void {
  const { facts } = step;
  const { accepted, registeredOn, verifiedOn, deregisteredOn } = facts;
  if (accepted === null || registeredOn === null || verifiedOn === null) return;
  const data: ProviderEntryData = {
    kind: facts.kind,
    formVersion: accepted.version,
    trades: accepted.credentials.trades,
    expired: expiredCredentials(accepted.credentials, dayOf(step.now)),
    withheld: facts.withheld,
    broughtInBy: facts.broughtInBy,
    operates: facts.operates,
    verifiedOn,
    suspendedFor: facts.suspendedFor,
    deregisteredFor: facts.deregisteredFor,
  };
  step.write('register', {
    register: registers.providers,
    status: statusOf(facts),
    validFrom: registeredOn,
    validTo: deregisteredOn,
    data: { ...data },
    ...(reason !== undefined && { reason }),
  });
}

function statusOf({ deregisteredOn, suspendedFor }: ProviderRegistrationFacts): ProviderStatus {
  if (deregisteredOn !== null) return 'DEREGISTERED';
  return suspendedFor.length > 0 ? 'SUSPENDED' : 'REGISTERED';
}
