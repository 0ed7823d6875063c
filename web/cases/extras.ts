/** What a regime shows of a case besides. */
import type { components } from '../generated/api.ts';

type Eligibility = components['schemas']['Eligibility'];

/** The conditions among what a regime shows of a case besides; null where it shows none. */
export function eligibilityIn(extras: Readonly<Record<string, unknown>>): Eligibility | null {
  return (extras['eligibility'] as Eligibility | undefined) ?? null;
}

/** What a regime would have whoever reviews a case look at; it stands in no action's way. */
export function warningsIn(extras: Readonly<Record<string, unknown>>): readonly components['schemas']['Text'][] {
  return (extras['warnings'] as components['schemas']['Text'][] | undefined) ?? [];
}
