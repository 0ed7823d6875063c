/** A store that cannot serve for business reasons, 四.5(6): found by a reviewer on evidence (SH-STORE-15.3). */
import { entry, remarked } from '../../../rules/phrases.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayInWords } from '../../../rules/time/index.ts';
import { text } from '../../../rules/text.ts';
import type { Supervision } from './contract.ts';
import { keep } from './findings.ts';
import type { StoreSupervisionInputs } from './input.ts';
import { refuseBeforeOpening, refuseFuture } from './refusals.ts';
import { incapacities } from './titles.ts';

export function findIncapacity(step: Supervision, found: StoreSupervisionInputs['recordIncapacity']): void {
  const { shownBy, foundOn, contacts, reason } = found;
  refuseFuture(step, foundOn, 'foundOn');
  refuseBeforeOpening(step, foundOn, 'foundOn');
  contacts.forEach(({ on }, n) => {
    refuseFuture(step, on, `contacts.${n}.on`);
    refuseBeforeOpening(step, on, `contacts.${n}.on`);
  });
  if (shownBy === 'NO_ANSWER') requireContacts(step, contacts);
  const what = remarked(incapacities[shownBy], dayInWords(foundOn));
  keep(step, {
    ...{ what, ground: 'CLEAR_6_INCAPACITY', rectifies: false, told: false, voidedAt: null },
    facts: [
      what,
      ...contacts.map(({ on, how }) =>
        entry(text(`${dayInWords(on).zh}联系未获答复`, `No answer on ${dayInWords(on).en}`), how),
      ),
      entry(text('认定理由', 'Why'), reason),
    ],
  });
}

/** Silence shows it only after contacts on different days. */
function requireContacts(step: Supervision, contacts: readonly { readonly on: string }[]): void {
  const needed = step.number('incapacity.contacts');
  const days = new Set(contacts.map(({ on }) => on)).size;
  if (days >= needed) return;
  refuse(
    'INVALID_INPUT',
    `以联系未获答复认定的，须有 ${needed} 次不同日期的联系记录，目前 ${days} 次。`,
    `Silence needs contacts on ${needed} different days; there are ${days}.`,
    { field: 'contacts' },
  );
}
