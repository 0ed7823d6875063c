/** A field that names something of the platform, chosen by its name and number and never typed as an id: within a form that is drawn from a schema. */
import type { ReactNode } from 'react';
import { useFieldWords } from './field-words.ts';
import type { FieldProps } from './form-context.ts';
import { Picker } from './picker.tsx';
import type { Source } from './sources.ts';

export default function ReferenceField(
  props: FieldProps & {
    readonly source: Extract<Source, { from: 'searched' }>;
    /** What stands there where nothing can be looked for, e.g. for who has no account. */
    readonly plain: ReactNode;
  },
) {
  const { schema, isRequired, value, onChange, source, plain } = props;
  const { words, title } = useFieldWords(props);
  return (
    <Picker
      words={words}
      title={title}
      isRequired={isRequired}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
      source={source}
      kinds={schema['x-kinds']}
      plain={plain}
    />
  );
}
