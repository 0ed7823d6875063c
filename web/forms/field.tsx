/** One field of a form, drawn from its schema. A kind of case that is added later has its forms without a line here. */
import { ArrayField } from './array-field.tsx';
import { ChoiceField, ChoicesField, YesNoField } from './choice-fields.tsx';
import { FileField, FilesField } from './file-fields.tsx';
import { useForm, type FieldProps } from './form-context.ts';
import { ObjectField, TableField } from './object-field.tsx';
import { isNullable, meant } from './schema.ts';
import { DateTimeField, NumberField, TextField } from './text-fields.tsx';

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
