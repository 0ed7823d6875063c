/**
 * The contact in the form of a case, put right by the party that filed it, or by whoever handles the case of somebody without an account
 * (XC-04.3). Contracts opt in, and their processes say where the form has it (0063).
 */
import { listed } from '../../rules/phrases.ts';
import { text } from '../../rules/text.ts';
import { ANY_STAGE, type ActionContract, type ProcessContract } from './contract.ts';
import type { Grant } from './grants.ts';
import type { Step } from './step.ts';

/** What of a contact is put right; what is left out stays. */
export interface ContactInput {
  readonly contactName?: string | undefined;
  readonly telephone?: string | undefined;
  readonly email?: string | undefined;
}

type Part = keyof ContactInput;

const parts = {
  contactName: text('联系人', 'contact person'),
  telephone: text('联系电话', 'telephone'),
  email: text('联系邮箱', 'e-mail address'),
} as const;

/** Where a form has the parts of its contact: their names, and the field that they lie in, if they do. */
export interface ContactPlaces extends Readonly<Partial<Record<Part, string>>> {
  readonly under?: string;
}

/**
 * The action, for these, under the clause by which the form was filed. Open in a closed case, too: the notice of how a case ended is the last
 * one, and the address that it did not reach is put right after that.
 */
export function correctContactBy<const G extends readonly Grant[], const K extends string>(by: G, clause: K) {
  return {
    title: text('更正联系人', 'Correct the contact'),
    done: text('联系人已更正', 'Contact corrected'),
    event: 'CONTACT_CORRECTED',
    by,
    at: [ANY_STAGE],
    whenClosed: true,
    clause,
    requirement: 'XC-04.3',
    withholds: ['contactName', 'telephone', 'email'],
    personal: ['contactName', 'telephone', 'email'],
    tellsItself: true,
  } as const satisfies ActionContract;
}

/**
 * The handler of {@link correctContactBy}: a new version of the form, upon which the sender looks again at what could not be delivered. The
 * line says which parts were changed; what they are now stands in the form alone.
 */
export function correctContact(
  step: Pick<Step, 'actor' | 'write' | 'record'> & { readonly contract: Pick<ProcessContract, 'actions'> },
  input: ContactInput,
  { under, ...names }: ContactPlaces = {},
): void {
  const given = (Object.keys(parts) as Part[]).filter((part) => input[part] !== undefined);
  const changed = Object.fromEntries(given.map((part) => [names[part] ?? part, input[part]]));
  const changes = under === undefined ? changed : { [under]: changed };
  step.write('form', { changes, filedById: step.actor.id });
  const { zh, en } = listed(given.map((part) => parts[part]));
  const { clause, requirement } = step.contract.actions['correctContact'] ?? {};
  step.record('CONTACT_CORRECTED', text(`联系人已更正：${zh}`, `Contact corrected: ${en}`), {
    detail: { action: 'correctContact', parts: given },
    ...(clause !== undefined && { clause }),
    ...(requirement !== undefined && { requirement }),
  });
}
