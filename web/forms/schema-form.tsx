/** A form drawn from the schema of its input, with what the API found wrong at the fields themselves. */
import { Alert, Button, Grid, Group, List, Stack } from '@mantine/core';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../rules/text.ts';
import { isRefused } from '../api/client.ts';
import { Failure } from '../parts/states.tsx';
import { useLocale } from '../words/words.ts';
import { Field } from './field.tsx';
import type { Held } from './field-at.tsx';
import { focusOn, isShown } from './focus.ts';
import { FormContext, type FormContextValue } from './form-context.ts';
import { Fields } from './object-field.tsx';
import { filled, initialOf, meant, type Schema } from './schema.ts';

const NOTHING = {};

export interface SchemaFormProps {
  readonly schema: Schema;
  /** What was typed so far; undefined for a form that nobody has touched. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onSubmit: (input: Record<string, unknown>) => void;
  readonly error: unknown;
  /** What else is to be said at fields, by their paths. */
  readonly faults?: Readonly<Record<string, Text>>;
  readonly isBusy: boolean;
  readonly submitLabel: string;
  readonly submitColor?: string | undefined;
  readonly refers?: FormContextValue['refers'];
  readonly beside?: ReactNode;
  /** Draws the fields otherwise than one below the other. */
  readonly fields?: (held: Held) => ReactNode;
  /** Draws others of its fields in a column of their own; below the form on a phone. */
  readonly column?: (held: Held) => ReactNode;
  readonly belowText?: FormContextValue['belowText'];
}

export function SchemaForm(props: SchemaFormProps) {
  const {
    schema,
    onChange,
    onSubmit,
    error,
    isBusy,
    submitLabel,
    submitColor,
    refers = NOTHING,
    faults = NOTHING,
    beside,
    fields,
    column,
    belowText,
  } = props;
  const { t } = useTranslation('forms');
  const { say } = useLocale();
  const form = useRef<HTMLFormElement>(null);
  const value = props.value ?? initialOf(schema);
  const found = useMemo<Readonly<Record<string, Text>>>(() => ({ ...faults, ...faultsOf(error) }), [error, faults]);
  const context = useMemo(
    () => ({ Part: Field, root: schema, faults: found, refers, isDisabled: isBusy, belowText }),
    [schema, found, refers, isBusy, belowText],
  );
  useEffect(() => {
    const first = Object.keys(found)[0];
    if (first !== undefined) focusOn(form.current, first);
  }, [found]);
  const strange = Object.entries(found).filter(([path]) => !isShown(form.current, path));
  const drawn = (
    <Stack gap="md">
      {fields === undefined ? (
        <Fields schema={meant(schema, schema)} path="" value={value} onChange={onChange} />
      ) : (
        fields({ value, onChange })
      )}
      {Object.keys(found).length > 0 ? (
        <Alert color="red" role="alert">
          {t('missing')}
          {strange.length > 0 && (
            <List size="sm">
              {strange.map(([path, message]) => (
                <List.Item key={path}>{say(message)}</List.Item>
              ))}
            </List>
          )}
        </Alert>
      ) : (
        error !== null && error !== undefined && <Failure error={error} />
      )}
      <Group>
        <Button type="submit" loading={isBusy} {...(submitColor !== undefined && { color: submitColor })}>
          {submitLabel}
        </Button>
        {beside}
      </Group>
    </Stack>
  );
  return (
    <FormContext value={context}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(filled(value, schema) as Record<string, unknown>);
        }}
      >
        {column === undefined ? (
          drawn
        ) : (
          <Grid gap="xl">
            <Grid.Col span={{ base: 12, md: 7 }}>{drawn}</Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>{column({ value, onChange })}</Grid.Col>
          </Grid>
        )}
      </form>
    </FormContext>
  );
}

/** What is wrong, by the path of the field. */
function faultsOf(error: unknown): Readonly<Record<string, Text>> {
  const errors = isRefused(error) ? (error.problem.errors ?? []) : [];
  return Object.fromEntries(errors.map(({ field, message }) => [field, message]));
}
