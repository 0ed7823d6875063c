/** Fields that belong together. */
import { Fieldset, Stack, Text } from '@mantine/core';
import { useLocale } from '../words/words.ts';
import { ChoiceField } from './choice-fields.tsx';
import { useFieldWords } from './field-words.ts';
import { useForm, type FieldProps } from './form-context.ts';
import { isObject, type Schema } from './schema.ts';

/** The fields of an object, without a frame. */
export function Fields(props: {
  readonly schema: Schema;
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}) {
  const { schema, path, onChange } = props;
  const { Part } = useForm();
  const value = isObject(props.value) ? props.value : {};
  return (
    <Stack gap="md">
      {Object.entries(schema.properties ?? {}).map(([name, part]) => (
        <Part
          key={name}
          schema={part}
          name={name}
          path={path === '' ? name : `${path}.${name}`}
          isRequired={schema.required?.includes(name) === true && part.default === undefined}
          value={value[name]}
          onChange={(next) => onChange({ ...value, [name]: next })}
        />
      ))}
    </Stack>
  );
}

export function ObjectField(props: FieldProps) {
  const { label, words } = useFieldWords(props);
  return (
    <Fieldset legend={label}>
      {words.description !== undefined && (
        <Text size="sm" c="dimmed" mb="sm">
          {words.description}
        </Text>
      )}
      <Fields {...props} />
    </Fieldset>
  );
}

/** A choice for each of several things, e.g. a result for each of the materials. */
export function TableField(props: FieldProps) {
  const { schema, path, onChange } = props;
  const { label } = useFieldWords(props);
  const { say } = useLocale();
  const value = isObject(props.value) ? props.value : {};
  const each = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  const titles = schema.propertyNames?.['x-choices'] ?? {};
  return (
    <Fieldset legend={label}>
      <Stack gap="md">
        {schema.propertyNames?.enum?.map((key) => (
          <ChoiceField
            key={key}
            schema={{ ...each, 'x-title': titles[key] ?? { zh: String(key), en: String(key) } }}
            name={say(titles[key] ?? { zh: String(key), en: String(key) })}
            path={`${path}.${key}`}
            isRequired={false}
            value={value[key]}
            onChange={(next) => onChange({ ...value, [key]: next })}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
