/** What the fields of a form know beside their own value: what is wrong with it, and what of a case they can refer to. */
import { createContext, useContext, type ComponentType, type ReactNode } from 'react';
import type { Text } from '../../rules/text.ts';
import type { Refers, Schema } from './schema.ts';

/** Something that a field can refer to. */
export interface Referable {
  readonly value: string;
  readonly label: string;
}

/** What every field is given. */
export interface FieldProps {
  readonly schema: Schema;
  /** Its own name, the last part of the path. */
  readonly name: string;
  /** Where its value stands in the form, as faults name it. */
  readonly path: string;
  readonly isRequired: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

export interface FormContextValue {
  /** Draws a field: what holds other fields does not know which kinds there are. */
  readonly Part: ComponentType<FieldProps>;
  readonly root: Schema;
  /** What is wrong, by the path of the field, e.g. `interview.at`. */
  readonly faults: Readonly<Record<string, Text>>;
  /** What of the case a field can name, by what it refers to. */
  readonly refers: Partial<Readonly<Record<Refers, readonly Referable[]>>>;
  readonly isDisabled: boolean;
  /** What stands below a field of several lines, e.g. phrases to begin it with. */
  readonly belowText?: BelowText | undefined;
}

/** Draws what stands below a field. @param label what the field is called; @param onPick sets its text */
export type BelowText = (label: string, text: string, onPick: (text: string) => void) => ReactNode;

export const FormContext = createContext<FormContextValue>({
  Part: () => null,
  root: {},
  faults: {},
  refers: {},
  isDisabled: false,
});

export function useForm(): FormContextValue {
  return useContext(FormContext);
}
