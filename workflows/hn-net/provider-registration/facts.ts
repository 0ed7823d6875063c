/** What a registration is opened with and what it remembers: codes and days alone; names, contacts and numbers are in its form. */
import type { Credentials } from '../../../rules/hn-net/credentials.ts';
import type { ProviderKind } from '../../../rules/hn-net/provider.ts';
import type { DeregistrationGround, SuspensionCause } from '../../../rules/hn-net/provider-entry.ts';
import type { Day } from '../../../rules/time/index.ts';

/** What the case knows of one version of the form. */
export interface FiledForm {
  readonly version: number;
  readonly credentials: Credentials;
  /** Codes of the services that are offered. */
  readonly services: readonly string[];
}

export interface ProviderRegistrationOpening {
  readonly kind: ProviderKind;
  readonly credentials: Credentials;
  readonly services: readonly string[];
  readonly broughtInBy: string;
  readonly operates: string | null;
  /** Why the provider left the register before, if it has ever been in it. */
  readonly leftBefore: DeregistrationGround | null;
}

/** The verification that comes next, or is under way. */
export interface Verification {
  /** How many months after the registration it is due, before days off move it. */
  readonly months: number;
  state: 'NOT_ASKED' | 'ASKED' | 'OVERDUE';
  /** Its last day, once that is settled: it has passed, or was answered before. */
  dueOn: Day | null;
}

export interface ProviderRegistrationFacts extends ProviderRegistrationOpening {
  /** The latest form, and the latest one that was found in order. */
  filed: FiledForm;
  accepted: FiledForm | null;
  /** True while a reviewer looks at data that a registered provider has confirmed or changed. */
  submitted: boolean;
  /** Codes of services that are not shown (HN-NET-06.5). */
  withheld: readonly string[];
  registeredOn: Day | null;
  verifiedOn: Day | null;
  verification: Verification;
  suspendedFor: readonly SuspensionCause[];
  /** Entries of the credit record that are contested and not decided: the day of each (HN-NET-12.2). */
  contests?: Readonly<Record<string, Day>>;
  /** From this day two years of retention run (HN-NET-10.2). */
  deregisteredOn: Day | null;
  deregisteredFor: DeregistrationGround | null;
}
