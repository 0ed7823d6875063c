/** Several of the same, each to be added and taken away. */
import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../words/words.ts';
import { useFieldWords } from './field-words.ts';
import { useForm, type FieldProps } from './form-context.ts';
import { Fields } from './object-field.tsx';
import { initialOf, meant, titleOf } from './schema.ts';

export function ArrayField(props: FieldProps) {
  const { schema, name, path, onChange } = props;
  const { t } = useTranslation('forms');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const { Part, root, isDisabled } = useForm();
  const { label, title, words } = useFieldWords(props);
  const { description, error } = words;
  const values: unknown[] = Array.isArray(props.value) ? props.value : [];
  const items = schema.items ?? {};
  const item = meant(items, root);
  const called = item['x-title'] === undefined ? title : say(titleOf(item, name));
  const set = (at: number, value: unknown) => onChange(values.map((old, index) => (index === at ? value : old)));
  return (
    <Fieldset legend={label} miw={0}>
      <Stack gap="sm">
        {description !== undefined && (
          <Text size="sm" c="dimmed">
            {description}
          </Text>
        )}
        {values.map((value, at) => (
          <Group key={at} align="flex-end">
            <div style={{ flex: '1 1 16rem', minWidth: 0 }}>
              {item.type === 'object' ? (
                <Fieldset legend={t('item', { name: called, at: at + 1 })} miw={0}>
                  <Fields schema={item} path={`${path}.${at}`} value={value} onChange={(next) => set(at, next)} />
                </Fieldset>
              ) : (
                <Part
                  schema={{ ...items, 'x-title': { zh: `${called} ${at + 1}`, en: `${called} ${at + 1}` } }}
                  name={name}
                  path={`${path}.${at}`}
                  isRequired
                  value={value}
                  onChange={(next) => set(at, next)}
                />
              )}
            </div>
            <Button
              variant="default"
              size="sm"
              disabled={isDisabled}
              aria-label={t('removeItem', { name: called, at: at + 1 })}
              onClick={() => onChange(values.filter((_, index) => index !== at))}
            >
              {common('remove')}
            </Button>
          </Group>
        ))}
        {error !== undefined && (
          <Text size="sm" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
        <div>
          <Button
            variant="default"
            size="sm"
            data-path={path}
            disabled={isDisabled || (schema.maxItems !== undefined && values.length >= schema.maxItems)}
            onClick={() => onChange([...values, initialOf(items, root) ?? ''])}
          >
            {t('addItem', { name: called })}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}
