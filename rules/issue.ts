import type { Text } from './text.ts';

/** One thing wrong with what was filed: the field, the requirement it fails and what to do about it. */
export interface Issue<Field extends string = string> {
  readonly field: Field;
  /** E.g. `HN-NET-06.2`. */
  readonly requirement: string;
  readonly message: Text;
}
