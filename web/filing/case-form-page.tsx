/** The form of an open case beside its checklist: to be changed as long as the case takes changes, and to be read afterwards (SH-EVAL-04, 05.1). */
import { Alert, Anchor, Grid, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { useBegun, type Begun } from '../cases/begun.ts';
import { Forms } from '../cases/forms.tsx';
import { Blocks, issuesIn } from '../cases/not-ready.tsx';
import Overtaken from '../cases/overtaken.tsx';
import { useCase, type CaseSeen, type OpenAction } from '../cases/queries.ts';
import { begunWith, CHANGES, isRevision } from '../cases/revision.ts';
import { useTypedAction } from '../cases/typed-action.ts';
import { fieldAt, stepsOf, valueAt } from '../forms/paths.ts';
import { isObject, meant, titleOf, type Schema } from '../forms/schema.ts';
import { ShownValue } from '../forms/shown-value.tsx';
import { FileAnchor } from '../parts/file-anchor.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { Checklist, useCaseChecklist } from './checklist.tsx';
import { FormAndChecklist } from './form-and-checklist.tsx';
import { filingWords } from './words.ts';

addWords('filing', filingWords);

/** What is printed of a form, by kind of case. */
const PRINTED: Readonly<Record<string, readonly Printed[]>> = {
  assessmentEntry: [
    { name: 'reportPdf', href: (id) => `/api/sh-eval/entries/${id}/report.pdf` },
    { name: 'reportWord', href: (id) => `/api/sh-eval/entries/${id}/report.docx` },
  ],
};

interface Printed {
  readonly name: 'reportPdf' | 'reportWord';
  readonly href: (id: string) => string;
}

export default function CaseFormPage() {
  const { id } = useParams<{ id: string }>();
  return <Read query={useCase(id)}>{(seen) => <CaseForm key={seen.id} seen={seen} />}</Read>;
}

function CaseForm({ seen }: { readonly seen: CaseSeen }) {
  const { t } = useTranslation('filing');
  const filed = seen.forms[0]?.data;
  const open = seen.actions.find(isRevision);
  const [begun, endBegun] = useBegun(seen, open);
  const action = open ?? (begun !== null && isRevision(begun.action) ? begun.action : undefined);
  const [saves, countSave] = useState(0);
  return (
    <Page
      title={t('formOf', { title: seen.title })}
      aside={
        <Group gap="xs">
          {(PRINTED[seen.kind] ?? []).map(({ name, href }) => (
            <FileAnchor key={name} href={href(seen.id)} name={t(name)}>
              {t(name)}
            </FileAnchor>
          ))}
          <Anchor component={Link} href={`/cases/${seen.id}`}>
            {t('toCase')}
          </Anchor>
        </Group>
      }
    >
      {filed === undefined ? (
        <Empty>{t('noForm')}</Empty>
      ) : action === undefined ? (
        <HandedIn seen={seen} filed={filed} />
      ) : (
        // Begun anew with what was saved, and sent under another key.
        <Changed
          key={saves}
          {...{ seen, filed, action, begun, endBegun }}
          isSaved={saves > 0}
          onSaved={() => {
            endBegun();
            countSave(saves + 1);
          }}
        />
      )}
    </Page>
  );
}

interface OfCase {
  readonly seen: CaseSeen;
  readonly filed: Record<string, unknown>;
}

/** @param isSaved whether what is shown is what was saved last */
function Changed(
  props: OfCase & {
    readonly action: OpenAction;
    readonly begun: Begun | null;
    readonly endBegun: () => void;
    readonly isSaved: boolean;
    readonly onSaved: () => void;
  },
) {
  const { seen, filed, action, begun, endBegun, isSaved, onSaved } = props;
  const { t } = useTranslation('filing');
  const { value, isUnknown, isOvertaken, forget, form } = useTypedAction(seen, action, onSaved);
  const newest = useMemo(() => begunWith(seen, action) ?? {}, [seen, action]);
  if (isOvertaken && begun !== null) {
    const typed = { value, forget, onEnd: endBegun };
    return (
      <>
        {value !== undefined && <Overtaken caseId={seen.id} begun={begun} {...typed} />}
        <HandedIn seen={seen} filed={filed} />
      </>
    );
  }
  return (
    <Stack gap="md">
      <Outstanding seen={seen} />
      {isSaved && value === undefined && (
        <Alert color="green" role="status">
          {t('changesSaved')}
        </Alert>
      )}
      {isUnknown && <Alert color="orange">{t('unknownChange')}</Alert>}
      <FormAndChecklist
        kind={seen.kind}
        place={CHANGES}
        beyond={filed}
        schema={action.input}
        value={isObject(value) ? value : newest}
        {...form}
        submitLabel={t('saveChanges')}
      />
    </Stack>
  );
}

/** What keeps the version that is saved from being handed in, as the API says of the actions that need it whole. */
function Outstanding({ seen: { id, actions } }: { readonly seen: CaseSeen }) {
  const { t } = useTranslation('filing');
  const { say } = useLocale();
  const others = actions.filter(
    (action) => !isRevision(action) && action.blockedBy.some((block) => issuesIn(block).length > 0),
  );
  return others.map(({ name, title, blockedBy }) => (
    <Alert key={name} color="orange" title={t('blocks')}>
      <Blocks blocks={blockedBy} />
      <Text size="sm" mt="xs">
        <Anchor component={Link} href={`/cases/${id}?action=${name}`}>
          {say(title)}
        </Anchor>
      </Text>
    </Alert>
  ));
}

function HandedIn({ seen, filed }: OfCase) {
  const { t } = useTranslation('filing');
  const checklist = useCaseChecklist(seen.id);
  const schema = (seen.forms[0]?.schema ?? {}) as Schema;
  return (
    <Grid gap="xl">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Part title={t('filedForm')}>
          <Text size="sm" c="dimmed" mb="sm">
            {t('cannotChange')}
          </Text>
          <Forms forms={seen.forms} />
        </Part>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Checklist checklist={checklist}>
          {({ fields }) => (
            <details>
              <summary>{t('handedIn')}</summary>
              {fields.map((path) => (
                <Shown key={path} path={path} schema={schema} value={valueAt(filed, path)} />
              ))}
            </details>
          )}
        </Checklist>
      </Grid.Col>
    </Grid>
  );
}

function Shown({ path, schema, value }: { readonly path: string; readonly schema: Schema; readonly value: unknown }) {
  const { say } = useLocale();
  const field = fieldAt(schema, path, schema);
  if (field === null || value === undefined || value === null) return null;
  return (
    <>
      <Text size="sm" c="dimmed">
        {say(titleOf(meant(field.schema, schema), stepsOf(path).at(-1) ?? ''))}
      </Text>
      <ShownValue schema={field.schema} root={schema} value={value} />
    </>
  );
}
