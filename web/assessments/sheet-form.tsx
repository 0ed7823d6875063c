/** The sheet of the assessor who is signed in: typed marks are kept as in every form, and sent as the action of the case takes them. */
import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isRefused } from '../api/client.ts';
import { NotReady } from '../cases/not-ready.tsx';
import { useAct, type CaseSeen, type OpenAction } from '../cases/queries.ts';
import { FieldAt, type Held } from '../forms/field-at.tsx';
import type { Schema } from '../forms/schema.ts';
import { SchemaForm } from '../forms/schema-form.tsx';
import { useTypedForm } from '../forms/typed-form.ts';
import { Indicators } from './indicators.tsx';
import { Named } from './named.tsx';
import type { Choosing, Scoring } from './scoring.ts';

interface SheetFormProps extends Choosing {
  readonly seen: CaseSeen;
  readonly scoring: Scoring;
  /** The action that files a sheet; undefined for who may not, or has filed theirs. */
  readonly action: OpenAction | undefined;
  readonly onDone: () => void;
}

export function SheetForm({ action, ...props }: SheetFormProps) {
  const { t } = useTranslation('assessments');
  if (action !== undefined) return <Open key={props.seen.id} action={action} {...props} />;
  return (
    <>
      <Text>{t('cannotScore')}</Text>
      <Indicators {...props}>{({ title }) => <Named title={title} />}</Indicators>
    </>
  );
}

function Open(props: SheetFormProps & { readonly action: OpenAction }) {
  const { seen, action, onDone, ...others } = props;
  const { t } = useTranslation('assessments');
  const typed = useTypedForm(`case.${seen.id}.${action.name}`);
  const act = useAct(seen.id);
  const submit = async (input: Record<string, unknown>) => {
    try {
      await act.mutateAsync({ name: action.name, input, key: typed.key });
      typed.forget();
      onDone();
    } catch (error) {
      typed.noteError(error);
    }
  };
  const isUnknown = isRefused(act.error, 'OUTCOME_UNKNOWN');
  const schema = action.input as Schema;
  return (
    <>
      <NotReady action={action} />
      {isUnknown && <Alert color="orange">{t('unknown')}</Alert>}
      <SchemaForm
        schema={schema}
        value={typed.value}
        onChange={typed.change}
        onSubmit={(input) => void submit(input)}
        error={isUnknown ? null : act.error}
        isBusy={act.isPending}
        submitLabel={t('submitSheet')}
        fields={(held) => (
          <>
            <Indicators {...others}>{({ code }) => <FieldAt path={`${MARKS}.${code}`} {...held} />}</Indicators>
            <Others schema={schema} {...held} />
          </>
        )}
      />
    </>
  );
}

/** The part of the input that holds the marks. */
const MARKS = 'scores';

/** What is asked besides the marks. */
function Others({ schema, ...held }: Held & { readonly schema: Schema }) {
  const names = Object.keys(schema.properties ?? {}).filter((name) => name !== MARKS);
  return names.map((name) => <FieldAt key={name} path={name} {...held} />);
}
