/** The form of an act outside a case, kept while it is typed. A place that knows a part of it gives that part and does not ask for it. */
import { Alert } from '@mantine/core';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefused } from '../api/client.ts';
import { formForRoles } from '../filing/intakes.ts';
import type { FormContextValue } from '../forms/form-context.ts';
import type { Schema } from '../forms/schema.ts';
import { SchemaForm } from '../forms/schema-form.tsx';
import { useTypedForm } from '../forms/typed-form.ts';
import { useMe } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useActAt, useDo, type Act, type ActPath, type Done } from './acts.ts';
import { actsWords } from './words.ts';

addWords('acts', actsWords);

const NOTHING = {};

export interface ActFormProps {
  readonly path: ActPath;
  /** The names in the path. */
  readonly at?: Readonly<Record<string, string>>;
  /** Fields that the place knows. */
  readonly known?: Readonly<Record<string, unknown>>;
  /** Of a form with several shapes, the value of `status` that is meant. */
  readonly shape?: string;
  readonly refers?: FormContextValue['refers'];
  /** What is read anew once it is done. */
  readonly moves: QueryKey;
  readonly onDone?: (answer: Done) => void;
}

/** Nothing where the account may not do it. */
export function ActForm(props: ActFormProps) {
  const act = useActAt(props.path);
  return act === undefined ? null : <Filled {...props} act={act} />;
}

function Filled(props: ActFormProps & { readonly act: Act }) {
  const { act, path, at = NOTHING, known = NOTHING, shape, refers, moves, onDone } = props;
  const { t } = useTranslation('acts');
  const { say } = useLocale();
  const me = useMe();
  const client = useQueryClient();
  const typed = useTypedForm(`act.${path}.${Object.values(at).join('.')}.${shape ?? ''}`);
  const doing = useDo(path);
  const [times, countTimes] = useState(0);
  const schema = useMemo(
    () =>
      without(
        formForRoles(shapeOf(act.form, shape), (role) => me.offices.some((office) => office.role === role)),
        known,
      ),
    [act, known, shape, me],
  );
  const submit = async (body: Record<string, unknown>) => {
    try {
      const answer = await doing.mutateAsync({ at, body: { ...body, ...known }, key: typed.key });
      typed.restart();
      countTimes((before) => before + 1);
      await client.invalidateQueries({ queryKey: moves });
      onDone?.(answer);
    } catch (error) {
      typed.noteError(error);
    }
  };
  const isUnknown = isRefused(doing.error, 'OUTCOME_UNKNOWN');
  return (
    <>
      {isUnknown && <Alert color="orange">{t('unknown')}</Alert>}
      {doing.isSuccess && typed.value === undefined && (
        <Alert color="green" role="status" mb="sm">
          {t('done')}
        </Alert>
      )}
      <SchemaForm
        key={times}
        schema={schema}
        value={typed.value}
        onChange={typed.change}
        onSubmit={(body) => void submit(body)}
        error={isUnknown ? null : doing.error}
        isBusy={doing.isPending}
        submitLabel={say(act.title)}
        {...(refers !== undefined && { refers })}
      />
    </>
  );
}

/** Of a form with several shapes the one whose `status` can be this. */
function shapeOf(form: Schema, shape: string | undefined): Schema {
  const shapes = form.oneOf ?? form.anyOf;
  if (shape === undefined || shapes === undefined) return form;
  const found = shapes.find(({ properties }) => {
    const { enum: codes = [], const: only } = properties?.['status'] ?? {};
    return [...codes, only].includes(shape);
  });
  return { ...(form.$defs && { $defs: form.$defs }), ...found };
}

function without(schema: Schema, known: Readonly<Record<string, unknown>>): Schema {
  const { properties = {}, required = [] } = schema;
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !Object.hasOwn(known, name))),
    required: required.filter((name) => !Object.hasOwn(known, name)),
  };
}
