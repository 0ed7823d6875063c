/** Recomputing the points of all stores under a version of the rules: which would change is seen first, then it is ordered (SH-EVAL-10.18, 11.5). */
import { Anchor, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { ActForm } from '../acts/act-form.tsx';
import { answered, api } from '../api/client.ts';
import type { components } from '../generated/api.ts';
import { Page, Part } from '../parts/page.tsx';
import rows from '../parts/rows.module.css';
import { Empty, Failure, Read } from '../parts/states.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { storesWords } from './words.ts';

addWords('stores', storesWords);

type Versions = Pick<components['schemas']['RuleBook'], 'version' | 'history'>;

/** The versions of the rules that points are booked under. */
function useVersions() {
  return useQuery({
    queryKey: ['rules'],
    queryFn: () => answered(api.GET('/api/rules')),
    select: ({ items }) => items.find(({ regime }) => regime === 'SH_STORE') ?? null,
  });
}

export default function RecomputationPage() {
  const { t } = useTranslation('stores');
  const versions = useVersions();
  const [search, setSearch] = useSearchParams();
  const ordered = search.get('ordered');
  return (
    <Page title={t('recomputation')}>
      <Text maw="48rem">{t('recomputationIntro')}</Text>
      <Read query={versions}>
        {(book) =>
          book !== null && (
            <>
              <Preview book={book} />
              <Part title={t('order')}>
                <Stack maw="48rem" gap="sm">
                  <Text>{t('orderUnder', { version: book.version })}</Text>
                  <ActForm
                    path="/api/points/recomputations"
                    known={{ ruleVersion: book.version }}
                    moves={['recomputation']}
                    onDone={({ id = '' }) => setSearch({ ordered: id }, { replace: true })}
                  />
                </Stack>
              </Part>
            </>
          )
        }
      </Read>
      {ordered !== null && (
        <Part title={t('howFar')}>
          <Progress id={ordered} />
        </Part>
      )}
      <Anchor component={Link} href="/my-stores">
        {t('back')}
      </Anchor>
    </Page>
  );
}

type Asked = { readonly ruleVersion: number; readonly cursor?: string };

async function preview(body: Asked) {
  return answered(api.POST('/api/points/recomputations/preview', { body }));
}

type Changed = Awaited<ReturnType<typeof preview>>['items'];

function Preview({ book }: { readonly book: Versions }) {
  const { t } = useTranslation('stores');
  const { t: common } = useTranslation();
  const [ruleVersion, choose] = useState(book.version);
  const [seen, setSeen] = useState<Changed>([]);
  const reckon = useMutation({
    mutationFn: preview,
    onSuccess: ({ items }, { cursor }) => setSeen(cursor === undefined ? items : [...seen, ...items]),
  });
  const next = reckon.data?.nextCursor ?? null;
  return (
    <Part title={t('preview')}>
      <Stack gap="sm">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            reckon.mutate({ ruleVersion });
          }}
        >
          <Group align="flex-end">
            <NativeSelect
              label={t('ruleVersion')}
              value={ruleVersion}
              onChange={({ currentTarget: { value } }) => choose(Number(value))}
              data={book.history.map(({ version, createdAt, note }) => ({
                value: String(version),
                label: t('oneVersion', { version, day: createdAt.slice(0, 10), note }),
              }))}
            />
            <Button type="submit" variant="default" loading={reckon.isPending}>
              {t('previewButton')}
            </Button>
          </Group>
        </form>
        {reckon.error !== null && <Failure error={reckon.error} />}
        {reckon.data !== undefined &&
          (seen.length === 0 ? <Empty>{t('previewNone')}</Empty> : <Changes changed={seen} />)}
        {next !== null && (
          <div>
            <Button
              variant="default"
              loading={reckon.isPending}
              onClick={() => reckon.mutate({ ruleVersion, cursor: next })}
            >
              {common('more')}
            </Button>
          </div>
        )}
      </Stack>
    </Part>
  );
}

function Changes({ changed }: { readonly changed: Changed }) {
  const { t } = useTranslation('stores');
  const { say } = useLocale();
  const rated = ({ points, rating }: Changed[number]['before']) => `${say(rating.title)} · ${t('points', { points })}`;
  return (
    <Table className={rows['rows'] ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('name')}</Table.Th>
          <Table.Th>{t('before')}</Table.Th>
          <Table.Th>{t('after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changed.map(({ id, name, before, after }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Anchor component={Link} href={`/my-stores/${id}`}>
                {name}
              </Anchor>
            </Table.Td>
            <Table.Td data-label={t('before')}>{rated(before)}</Table.Td>
            <Table.Td data-label={t('after')}>{rated(after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Asked again until it is finished. */
function Progress({ id }: { readonly id: string }) {
  const { t } = useTranslation('stores');
  const query = useQuery({
    queryKey: ['recomputation', id],
    queryFn: () => answered(api.GET('/api/points/recomputations/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.finishedAt == null ? 3_000 : false),
  });
  return (
    <Read query={query}>
      {({ ruleVersion, stores, changed, finishedAt }) => (
        <Text role="status">
          {t(finishedAt === null ? 'recomputing' : 'recomputedAll', { version: ruleVersion, stores, changed })}
        </Text>
      )}
    </Read>
  );
}
