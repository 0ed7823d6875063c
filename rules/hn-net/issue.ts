import type { Issue } from '../issue.ts';
import { text } from '../text.ts';

export type { Issue };

/** An {@link Issue}; the requirement is given without its regime, e.g. `06.2`. */
export function issue<Field extends string>(field: Field, requirement: string, zh: string, en: string): Issue<Field> {
  return { field, requirement: `HN-NET-${requirement}`, message: text(zh, en) };
}
