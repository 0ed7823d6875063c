/** What the fields of a form know beside their own value: what is wrong with it, and what of a case they can refer to. */
import { createContext, useContext } from 'react';
import type { Text } from '../../rules/text.ts';
import type { Refers, Schema } from './schema.ts';

/** Something that a field can refer to. */
export interface Referable {
  readonly value: string;
  readonly label: string;
}

export interface FormContextValue {
  readonly root: Schema;
  /** What is wrong, by the path of the field, e.g. `interview.at`. */
  readonly faults: Readonly<Record<string, Text>>;
  /** Whether optional fields are marked as such. */
  readonly refers: Partial<Readonly<Record<Refers, readonly Referable[]>>>;
  readonly isDisabled: boolean;
}

export const FormContext = createContext<FormContextValue>({ root: {}, faults: {}, refers: {}, isDisabled: false });

export function useForm(): FormContextValue {
  return useContext(FormContext);
}
