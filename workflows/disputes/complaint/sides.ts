/** Both sides of a complaint, and what one hears of the other. */
import type { Text } from '../../../rules/text.ts';
import type { ComplaintStep } from './step.ts';

/** Who complains: a party of the case, or whom its form names where staff entered the complaint for somebody. */
export function complainantOf(step: ComplaintStep): 'complainant' | { readonly contact: true } {
  return step.hasParty('complainant') ? 'complainant' : { contact: true };
}

/** Both sides; a respondent that is not known yet hears nothing. */
export function sidesOf(step: ComplaintStep) {
  return [complainantOf(step), 'respondent'] as const;
}

/**
 * What one side puts into the file the other side hears of; the respondent only once the complaint is registered.
 * @param titles what the sides are called
 */
export function tellOtherSide(
  step: ComplaintStep,
  titles: Readonly<Record<'complainant' | 'respondent', { readonly title: Text }>>,
  put: { readonly what: Text; readonly words: string; readonly files: number },
): void {
  const by = step.actor.role === 'respondent' ? 'respondent' : 'complainant';
  const other = by === 'respondent' ? complainantOf(step) : 'respondent';
  if (other === 'respondent' && step.facts.registeredAt === null) return;
  step.notify('complaintFileGrew', other, { by: titles[by].title, ...put, at: step.now });
}
