/** The audit log, the latest entry first, with its check; what is chosen stands in the address. For auditors. */
import { Alert, Anchor, Button, Code, Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDIT_OBJECTS } from '../../rules/audit.ts';
import type { Text as Words } from '../../rules/text.ts';
import { addDays, startOfDay } from '../../rules/time/index.ts';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import { Moment, momentOf } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Failure } from '../parts/states.tsx';
import type { components } from '../generated/api.ts';
import { addWords, useLocale } from '../words/words.ts';
import { Changes } from './changes.tsx';
import { auditWords } from './words.ts';

addWords('audit', auditWords);

type Entry = components['schemas']['AuditEntry'];

const FILTERS = ['action', 'objectKind', 'objectId', 'actor', 'from', 'to'] as const;

type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

const isOf = <K extends string>(titles: Readonly<Record<K, Words>>, code: string | undefined): code is K =>
  code !== undefined && Object.hasOwn(titles, code);

/** The filters as the API takes them: days as the instants at which they begin and end in Shanghai. */
function queryOf({ action, objectKind, objectId, actor, from, to }: Filters) {
  return {
    ...(isOf(AUDIT_ACTIONS, action) && { action }),
    ...(isOf(AUDIT_OBJECTS, objectKind) && { objectKind }),
    ...(objectId !== undefined && { objectId }),
    ...(actor !== undefined && { actor }),
    ...(from !== undefined && { from: startOfDay(from) }),
    ...(to !== undefined && { to: startOfDay(addDays(to, 1)) }),
  };
}

export default function AuditPage() {
  const { t } = useTranslation('audit');
  const { t: common } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters: Filters = Object.fromEntries(
    FILTERS.flatMap((name) => (search.get(name) ? [[name, search.get(name)] as const] : [])),
  );
  const query = queryOf(filters);
  const entries = usePages(['audit', query], (at) =>
    answered(api.GET('/api/audit', { params: { query: { ...query, ...at } } })),
  );
  const change = (changed: Filters) =>
    setSearch(
      Object.entries(changed).filter((entry) => entry[1] !== ''),
      { replace: true },
    );
  const isNarrowed = Object.keys(filters).length > 0;
  return (
    <Page
      title={common('audit')}
      aside={
        <Button
          component="a"
          href={`/api/audit/export?${new URLSearchParams(query).toString()}`}
          download
          variant="default"
          size="compact-md"
        >
          {t('export')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" maw="48rem">
        {t('help')}
      </Text>
      <Verify />
      <Choices key={JSON.stringify(filters)} filters={filters} change={change} />
      <Paged list={entries} empty={t(isNarrowed ? 'emptyFiltered' : 'empty')}>
        {(items) => <Entries items={items} onNarrow={(narrowed) => change({ ...filters, ...narrowed })} />}
      </Paged>
    </Page>
  );
}

function Verify() {
  const { t } = useTranslation('audit');
  const { say } = useLocale();
  const check = useMutation({ mutationFn: () => answered(api.GET('/api/audit/verify')) });
  const found = check.data;
  const verdictInWords = (verdict: NonNullable<typeof found>) => {
    if (verdict.intact) return t('intact', { length: verdict.length });
    const reason = verdict.reason === undefined ? '' : say(verdict.reason);
    return verdict.brokenAt === undefined ? t('brokenEnd', { reason }) : t('broken', { at: verdict.brokenAt, reason });
  };
  return (
    <div>
      <Button loading={check.isPending} onClick={() => check.mutate()}>
        {t('verify')}
      </Button>
      {check.error !== null && <Failure error={check.error} />}
      <div role="status">
        {found !== undefined && (
          <Alert mt="sm" variant="light" color={found.intact ? 'green' : 'red'}>
            <Text>{verdictInWords(found)}</Text>
            {found.head !== undefined && (
              <Text size="sm">
                {t('head', { algorithm: found.algorithm ?? '', head: '' })}
                <Code>{found.head}</Code>
              </Text>
            )}
          </Alert>
        )}
      </div>
    </div>
  );
}

function Choices({ filters, change }: { readonly filters: Filters; readonly change: (changed: Filters) => void }) {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState(filters);
  const set = (name: keyof Filters) => (event: { readonly currentTarget: { readonly value: string } }) => {
    const { value } = event.currentTarget;
    setTyped((before) => ({ ...before, [name]: value }));
  };
  return (
    <form
      role="search"
      aria-label={t('filters')}
      onSubmit={(event) => {
        event.preventDefault();
        change(typed);
      }}
    >
      <Group gap="sm" align="flex-end">
        <Codes label={t('action')} titles={AUDIT_ACTIONS} value={typed.action} onChange={set('action')} />
        <Codes label={t('object')} titles={AUDIT_OBJECTS} value={typed.objectKind} onChange={set('objectKind')} />
        <TextInput label={t('objectId')} maxLength={200} value={typed.objectId ?? ''} onChange={set('objectId')} />
        <TextInput label={t('actor')} maxLength={100} value={typed.actor ?? ''} onChange={set('actor')} />
        <TextInput type="date" label={t('from')} value={typed.from ?? ''} onChange={set('from')} />
        <TextInput type="date" label={t('to')} value={typed.to ?? ''} onChange={set('to')} />
        <Button type="submit" variant="default">
          {t('apply')}
        </Button>
        {Object.keys(filters).length > 0 && (
          <Button variant="subtle" onClick={() => change({})}>
            {t('clear')}
          </Button>
        )}
      </Group>
    </form>
  );
}

function Codes(props: {
  readonly label: string;
  readonly titles: Readonly<Record<string, Words>>;
  readonly value: string | undefined;
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void;
}) {
  const { label, titles, value = '', onChange } = props;
  const { t } = useTranslation();
  const { say } = useLocale();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={onChange}
      data={[
        { value: '', label: t('all') },
        ...Object.entries(titles).map(([code, title]) => ({ value: code, label: say(title) })),
      ]}
    />
  );
}

/** Who did it and to what narrow the list to them when they are pressed: nobody types an id. */
function Entries(props: { readonly items: readonly Entry[]; readonly onNarrow: (narrowed: Filters) => void }) {
  const { items, onNarrow } = props;
  const { t } = useTranslation('audit');
  const { say } = useLocale();
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {(['entry', 'at', 'action', 'by', 'address', 'changes'] as const).map((head) => (
            <Table.Th key={head} style={{ whiteSpace: 'nowrap' }}>
              {t(head)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((entry) => (
          <Table.Tr key={entry.seq}>
            <Table.Td data-label={t('entry')}>{entry.seq}</Table.Td>
            <Table.Td data-label={t('at')}>
              <Moment at={entry.at} />
              {entry.clockSaid !== null && <Text size="xs">{t('clockSaid', { at: momentOf(entry.clockSaid) })}</Text>}
            </Table.Td>
            <Table.Td data-label={t('action')}>
              {say(entry.actionTitle)}
              <Narrow
                name={`${say(entry.object.title)} ${entry.object.name ?? entry.object.id}`}
                onClick={() => onNarrow({ objectKind: entry.object.kind, objectId: entry.object.id })}
              />
            </Table.Td>
            <Table.Td data-label={t('by')}>
              <Actor actor={entry.actor} onNarrow={onNarrow} />
            </Table.Td>
            <Table.Td data-label={t('address')} style={{ whiteSpace: 'nowrap' }}>
              {entry.address}
            </Table.Td>
            <Table.Td data-label={t('changes')} miw="16rem">
              <Changes before={entry.before} after={entry.after} titles={entry.fieldTitles} />
              {entry.reason !== null && <Text size="sm">{t('reason', { reason: entry.reason })}</Text>}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Actor({
  actor,
  onNarrow,
}: {
  readonly actor: Entry['actor'];
  readonly onNarrow: (narrowed: Filters) => void;
}) {
  const { say } = useLocale();
  const { id, kind } = actor;
  const name = actor.name ?? id ?? (isOf(AUDIT_ACTORS, kind) ? say(AUDIT_ACTORS[kind]) : kind);
  return id === null ? name : <Narrow name={name} onClick={() => onNarrow({ actor: id })} />;
}

function Narrow({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  const { t } = useTranslation('audit');
  return (
    <Anchor component="button" type="button" size="sm" ta="start" title={t('onlyOf', { name })} onClick={onClick}>
      {name}
    </Anchor>
  );
}
