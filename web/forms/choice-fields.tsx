/** Fields that somebody chooses in. Few choices are all in sight; many are in a list. */
import { Checkbox, Group, NativeSelect, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inBoth } from '../../rules/text.ts';
import { useLocale } from '../words/words.ts';
import { useFieldWords } from './field-words.ts';
import type { FieldProps } from './form-context.ts';
import type { Schema } from './schema.ts';

const FEW = 4;

/** The choices of a schema in the language of the page. */
export function useChoices({ enum: codes = [], 'x-choices': titles = {} }: Schema) {
  const { say } = useLocale();
  return codes.map((code) => ({ value: String(code), label: say(titles[code] ?? inBoth(String(code))) }));
}

export function ChoiceField(props: FieldProps) {
  const { schema, isRequired, value, onChange } = props;
  const { t } = useTranslation('forms');
  const { words } = useFieldWords(props);
  const choices = useChoices(schema);
  const chosen = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const choose = (code: string) => onChange(schema.enum?.find((one) => String(one) === code));
  if (choices.length > FEW)
    return (
      <NativeSelect
        {...words}
        required={isRequired}
        withAsterisk={isRequired}
        value={chosen}
        data={[{ value: '', label: t('choose') }, ...choices]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    );
  return (
    <Radio.Group {...words} required={isRequired} withAsterisk={isRequired} value={chosen} onChange={choose}>
      <Group gap="md" mt={4}>
        {choices.map((choice) => (
          <Radio key={choice.value} {...choice} disabled={words.disabled} />
        ))}
      </Group>
    </Radio.Group>
  );
}

/** Some of several. */
export function ChoicesField(props: FieldProps & { readonly items: Schema }) {
  const { items, isRequired, value, onChange } = props;
  const { words } = useFieldWords(props);
  const choices = useChoices(items);
  const chosen = Array.isArray(value) ? value.map((one) => String(one)) : [];
  return (
    <Checkbox.Group {...words} required={isRequired} withAsterisk={isRequired} value={chosen} onChange={onChange}>
      <Stack gap={6} mt={4}>
        {choices.map((choice) => (
          <Checkbox key={choice.value} {...choice} disabled={words.disabled} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** Yes or no, neither chosen for anybody; what can only be confirmed is one box. */
export function YesNoField(props: FieldProps) {
  const { schema, isRequired, value, onChange } = props;
  const { t } = useTranslation();
  const { title, words } = useFieldWords(props);
  if (schema.const === true || !isRequired)
    return (
      <Checkbox
        {...words}
        label={title}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked || (isRequired ? undefined : false))}
      />
    );
  const chosen = value === true ? 'yes' : value === false ? 'no' : '';
  return (
    <Radio.Group {...words} required withAsterisk value={chosen} onChange={(code) => onChange(code === 'yes')}>
      <Group gap="md" mt={4}>
        <Radio value="yes" label={t('yes')} disabled={words.disabled} />
        <Radio value="no" label={t('no')} disabled={words.disabled} />
      </Group>
    </Radio.Group>
  );
}
