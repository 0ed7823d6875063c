/** One field of a form, drawn from its schema. A kind of case that is added later has its forms without a line here. */
import { useTranslation } from 'react-i18next';
import { useLocale } from '../words/words.ts';
import { ArrayField } from './array-field.tsx';
import { ChoiceField, ChoicesField, YesNoField } from './choice-fields.tsx';
import { FileField, FilesField } from './file-fields.tsx';
import { useForm } from './form-context.ts';
import { ObjectField, TableField } from './object-field.tsx';
import { isNullable, meant, titleOf, type Schema } from './schema.ts';
import { DateTimeField, NumberField, TextField } from './text-fields.tsx';

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

/** The words around an input, by its schema. */
export function useFieldWords({
  schema,
  name,
  path,
  isRequired,
}: Pick<FieldProps, 'schema' | 'name' | 'path' | 'isRequired'>) {
  const { say } = useLocale();
  const { t } = useTranslation();
  const { faults, isDisabled } = useForm();
  const help = schema['x-help'];
  const fault = faults[path];
  const title = say(titleOf(schema, name));
  const label = isRequired ? title : `${title}（${t('optional')}）`;
  return {
    title,
    label,
    /** What goes to the input besides its value. */
    words: {
      label,
      description: help && say(help),
      error: fault && say(fault),
      disabled: isDisabled,
      'data-path': path,
    },
  };
}

export function Field(props: FieldProps) {
  const { root } = useForm();
  const schema = meant(props.schema, root);
  const given = { ...props, schema, isRequired: props.isRequired && !isNullable(props.schema) };
  const items = schema.items && meant(schema.items, root);
  if (schema.type === 'object')
    return schema.propertyNames === undefined ? <ObjectField {...given} /> : <TableField {...given} />;
  if (schema.type === 'array') {
    if (items?.['x-refers'] === 'file') return <FilesField {...given} />;
    return items?.enum === undefined ? <ArrayField {...given} /> : <ChoicesField {...given} items={items} />;
  }
  if (schema.enum !== undefined) return <ChoiceField {...given} />;
  if (schema.type === 'boolean') return <YesNoField {...given} />;
  if (schema.type === 'number' || schema.type === 'integer') return <NumberField {...given} />;
  if (schema['x-refers'] === 'file') return <FileField {...given} />;
  return schema.format === 'date-time' ? <DateTimeField {...given} /> : <TextField {...given} />;
}
