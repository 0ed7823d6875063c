/**
 * A form part by part, and beside it the checklist of what is to be handed in with it; below it on a phone. What the checklist draws is not drawn twice.
 * Any kind whose intake has a checklist is filled in by it.
 */
import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldAt, type Held } from '../forms/field-at.tsx';
import { PartedFields } from '../forms/parted-fields.tsx';
import { partsOf } from '../forms/parts.ts';
import { fieldAt, joined, valueAt } from '../forms/paths.ts';
import { isObject, type Schema } from '../forms/schema.ts';
import { SchemaForm, type SchemaFormProps } from '../forms/schema-form.tsx';
import { Checklist, useChecklist } from './checklist.tsx';

export interface FormAndChecklistProps extends Omit<SchemaFormProps, 'fields' | 'column' | 'value'> {
  readonly kind: string;
  readonly value: Record<string, unknown>;
  /** The place of the form in what is sent; the empty one if it is sent by itself. */
  readonly place?: string;
  /** What the checklist looks at besides what is filled in here, such as the year. */
  readonly beyond?: Record<string, unknown>;
}

const NOTHING = {};

export function FormAndChecklist({ kind, place = '', beyond = NOTHING, ...form }: FormAndChecklistProps) {
  const { schema, value } = form;
  const filledIn = valueAt(value, place);
  const looked = useMemo(() => ({ ...beyond, ...(isObject(filledIn) ? filledIn : {}) }), [beyond, filledIn]);
  const checklist = useChecklist(kind, looked);
  const parts = usePartsBeside(schema, place, checklist.data?.items);
  return (
    <SchemaForm
      {...form}
      fields={(held) => <PartedFields parts={parts} {...held} />}
      column={(held) => (
        <Checklist checklist={checklist}>
          {({ fields }) => <LineFields fields={fields.map((field) => joined(place, field))} {...held} />}
        </Checklist>
      )}
    />
  );
}

/** The parts of the form without what the lines of the checklist draw; the same as long as these fields are. */
function usePartsBeside(schema: Schema, place: string, lines: readonly { readonly fields: readonly string[] }[] = []) {
  const drawn = lines.flatMap(({ fields }) => fields.map((field) => joined(place, field))).join(' ');
  return useMemo(() => {
    const found = fieldAt(schema, place, schema)?.schema ?? schema;
    return partsOf(found, schema, place, drawn === '' ? [] : drawn.split(' '));
  }, [schema, place, drawn]);
}

function LineFields({ fields, ...held }: Held & { readonly fields: readonly string[] }) {
  const { t } = useTranslation('filing');
  return (
    <details>
      <summary>{t('fillIn')}</summary>
      <Stack gap="sm">
        {fields.map((path) => (
          <FieldAt key={path} path={path} {...held} />
        ))}
      </Stack>
    </details>
  );
}
