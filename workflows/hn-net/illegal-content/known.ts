/** What the records know of a provider when content of it is said to be unlawful. Not for workflow code. */
import type { PartyKey } from '../../../rules/parties/party.ts';
import type { FoundCase, LookUp } from '../../engine/intake.ts';
import { registers } from '../words.ts';
import { isConfirmedAt, type IllegalContentOpening } from './contract.ts';

/** What is looked up of a provider: its entry, its registration, and the earlier cases of its content. */
export function lookUpProvider(provider: PartyKey): LookUp {
  return {
    entries: [{ register: registers.providers, party: provider }],
    cases: [
      { kind: 'providerRegistration', subject: provider },
      { kind: 'illegalContent', subject: provider },
      { kind: 'offerReview', subject: provider },
    ],
  };
}

/** The open registration, and the earlier cases in which a breach was confirmed (HN-NET-08.4). */
export function knownOf(cases: readonly FoundCase[]): Pick<IllegalContentOpening, 'registrationCaseId' | 'earlier'> {
  return {
    registrationCaseId: cases.find(({ kind, isOpen }) => kind === 'providerRegistration' && isOpen)?.id ?? null,
    earlier: cases.filter(({ kind, stage }) => kind === 'illegalContent' && isConfirmedAt(stage)).map(({ id }) => id),
  };
}
