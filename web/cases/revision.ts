/** What the form of an action that changes what was filed begins with: the newest version. */
import { initialOf, isObject, meant, type Schema } from '../forms/schema.ts';
import type { components } from '../generated/api.ts';

type OpenAction = components['schemas']['OpenAction'];
type CaseSeen = components['schemas']['Case'];

/** The field of an input that takes the changed form. */
export const CHANGES = 'changes';

/** True for an action that takes the form anew, as a whole; changes of single fields begin empty. */
export function isRevision({ input }: Pick<OpenAction, 'input'>): boolean {
  const schema = input as Schema;
  const { properties, required = [] } = meant(schema.properties?.[CHANGES] ?? {}, schema);
  return properties !== undefined && required.length > 0;
}

/** The input with the newest version of the form in it, as far as it asks for it; undefined for an action that is no revision. */
export function begunWith(
  { forms }: Pick<CaseSeen, 'forms'>,
  action: Pick<OpenAction, 'input'>,
): Record<string, unknown> | undefined {
  const filed = forms[0]?.data;
  if (filed === undefined || !isRevision(action)) return undefined;
  const schema = action.input as Schema;
  const { properties = {} } = meant(schema.properties?.[CHANGES] ?? {}, schema);
  const kept = Object.keys(properties).flatMap((name) => (name in filed ? [[name, filed[name]]] : []));
  const begun = initialOf(schema);
  return { ...(isObject(begun) ? begun : {}), [CHANGES]: Object.fromEntries(kept) as Record<string, unknown> };
}
