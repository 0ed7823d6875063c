import type { Text } from '../text.ts';
import { text } from '../text.ts';

/** One thing wrong with what was filed: the field, the requirement it fails and what to do about it. */
export interface Issue<Field extends string = string> {
  readonly field: Field;
  /** E.g. `HN-NET-06.2`. */
  readonly requirement: string;
  readonly message: Text;
}

/** An {@link Issue}; the requirement is given without its regime, e.g. `06.2`. */
export function issue<Field extends string>(field: Field, requirement: string, zh: string, en: string): Issue<Field> {
  return { field, requirement: `HN-NET-${requirement}`, message: text(zh, en) };
}
