/** A field of a form at its place, drawn apart from those beside it. */
import { useForm } from './form-context.ts';
import { fieldAt, stepsOf, valueAt, withValueAt } from './paths.ts';

export interface Held {
  /** The whole of the form. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

export function FieldAt({ path, value, onChange }: Held & { readonly path: string }) {
  const { Part, root } = useForm();
  const field = fieldAt(root, path, root);
  if (field === null) return null;
  return (
    <Part
      {...field}
      name={stepsOf(path).at(-1) ?? ''}
      path={path}
      value={valueAt(value, path)}
      onChange={(next) => onChange(withValueAt(value, path, next))}
    />
  );
}
