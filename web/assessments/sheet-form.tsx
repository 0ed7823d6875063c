/** The sheet of the assessor who is signed in: typed marks are kept as in every form, and sent as the action of the case takes them. */
import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useBegun, type Begun } from '../cases/begun.ts';
import { NotReady } from '../cases/not-ready.tsx';
import Overtaken from '../cases/overtaken.tsx';
import type { CaseSeen, OpenAction } from '../cases/queries.ts';
import { useTypedAction } from '../cases/typed-action.ts';
import { FieldAt, type Held } from '../forms/field-at.tsx';
import type { Schema } from '../forms/schema.ts';
import { SchemaForm } from '../forms/schema-form.tsx';
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

/** The action that files a sheet. */
export const FILE_SHEET = 'fileSheet';

export function SheetForm({ action, ...props }: SheetFormProps) {
  const [begun, endBegun] = useBegun(props.seen, action);
  const shown = action ?? (begun !== null && begun.action.name === FILE_SHEET ? begun.action : undefined);
  if (shown === undefined) return <Closed {...props} />;
  const onDone = () => {
    endBegun();
    props.onDone();
  };
  return <Open key={props.seen.id} {...props} {...{ begun, endBegun, onDone }} action={shown} />;
}

function Closed(props: Omit<SheetFormProps, 'action'>) {
  const { t } = useTranslation('assessments');
  return (
    <>
      <Text>{t('cannotScore')}</Text>
      <Indicators {...props}>{({ title }) => <Named title={title} />}</Indicators>
    </>
  );
}

interface OpenProps extends SheetFormProps {
  readonly action: OpenAction;
  readonly begun: Begun | null;
  readonly endBegun: () => void;
}

function Open(props: OpenProps) {
  const { seen, action, begun, endBegun, onDone, ...others } = props;
  const { t } = useTranslation('assessments');
  const { value, isUnknown, isOvertaken, forget, form } = useTypedAction(seen, action, onDone);
  if (isOvertaken && begun !== null) {
    const typed = { value, forget, onEnd: endBegun };
    return (
      <>
        {value !== undefined && <Overtaken caseId={seen.id} begun={begun} {...typed} />}
        <Closed seen={seen} {...others} onDone={onDone} />
      </>
    );
  }
  const schema = action.input as Schema;
  return (
    <>
      <NotReady action={action} />
      {isUnknown && <Alert color="orange">{t('unknown')}</Alert>}
      <SchemaForm
        schema={schema}
        value={value}
        {...form}
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
