/** Fields that somebody types in: text, numbers, days and moments. */
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../words/words.ts';
import { useFieldWords } from './field-words.ts';
import { useForm, type FieldProps } from './form-context.ts';
import { SOURCES } from './sources.ts';

// What looks for something is loaded where a form has to.
const ReferenceField = lazy(() => import('./reference-field.tsx'));

export function TextField(props: FieldProps) {
  const { schema, isRequired, value, onChange } = props;
  const { t } = useTranslation('forms');
  const { refers, belowText } = useForm();
  const { words, title } = useFieldWords(props);
  const text = typeof value === 'string' ? value : '';
  const choices = schema['x-refers'] && refers[schema['x-refers']];
  const common = { ...words, required: isRequired, withAsterisk: isRequired, maxLength: schema.maxLength };
  if (choices !== undefined)
    return (
      <NativeSelect
        {...words}
        required={isRequired}
        withAsterisk={isRequired}
        value={text}
        data={[{ value: '', label: t('choose') }, ...choices]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  const source = schema['x-refers'] && SOURCES[schema['x-refers']];
  if (source?.from === 'searched') {
    const plain = <TextInput {...common} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
    return (
      <Suspense fallback={plain}>
        <ReferenceField {...props} source={source} plain={plain} />
      </Suspense>
    );
  }
  if (schema['x-lines'] === true)
    return (
      <div>
        <Textarea
          {...common}
          autosize
          minRows={3}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        {belowText?.(title, text, onChange)}
      </div>
    );
  const type = schema.format === 'date' ? 'date' : schema.format === 'email' ? 'email' : 'text';
  return <TextInput {...common} type={type} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
}

/** A number as it is typed; what is no number is said at once and not sent as something else. */
export function NumberField(props: FieldProps) {
  const { schema, isRequired, value, onChange } = props;
  const { t } = useTranslation('forms');
  const { say } = useLocale();
  const { words } = useFieldWords(props);
  const [typed, setTyped] = useState(typeof value === 'number' ? String(value) : '');
  const unit = schema['x-money'] === undefined ? schema['x-unit'] && say(schema['x-unit']) : t('yuan');
  const isNumber = typed.trim() === '' || Number.isFinite(Number(typed.replaceAll(',', '')));
  return (
    <TextInput
      {...words}
      error={words.error ?? (isNumber ? undefined : t('notANumber'))}
      required={isRequired}
      withAsterisk={isRequired}
      inputMode={schema.type === 'integer' ? 'numeric' : 'decimal'}
      rightSection={unit}
      rightSectionWidth={unit === undefined ? undefined : '3.5rem'}
      value={typed}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const number = Number(next.replaceAll(',', ''));
        onChange(next.trim() === '' ? undefined : Number.isFinite(number) ? number : next);
      }}
    />
  );
}

const OFFSET = '+08:00';

/** A moment of Shanghai, in whatever zone the browser is. */
export function DateTimeField(props: FieldProps) {
  const { isRequired, value, onChange } = props;
  const { t } = useTranslation('forms');
  const { words } = useFieldWords(props);
  const local = typeof value === 'string' ? value.slice(0, 16) : '';
  return (
    <TextInput
      {...words}
      description={[words.description, t('dateTimeHelp')].filter(Boolean).join(' · ')}
      type="datetime-local"
      required={isRequired}
      withAsterisk={isRequired}
      value={local}
      onChange={(event) => {
        const next = event.currentTarget.value;
        onChange(next === '' ? undefined : `${next.slice(0, 16)}:00${OFFSET}`);
      }}
    />
  );
}
