/** Who everybody may find: stores that the home page shows, and the public registers. */
import { Anchor, Button, List, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import classes from '../inbox/inbox.module.css';
import { Page, Part } from '../parts/page.tsx';
import { Empty, Failure, Loading, Read } from '../parts/states.tsx';
import { useLocale } from '../words/words.ts';

export default function DirectoryPage() {
  const { t } = useTranslation('public');
  const { say } = useLocale();
  const registers = useQuery({ queryKey: ['registers'], queryFn: () => answered(api.GET('/api/registers')) });
  return (
    <Page title={t('directoryTitle')}>
      <Text size="sm" c="dimmed" maw="48rem">
        {t('disclaimer')}
      </Text>
      <Part title={t('publicised')}>
        <Publicised />
      </Part>
      <Read query={registers}>
        {({ items }) => (
          <Stack gap="xl">
            {items.map(({ register, title }) => (
              <Part key={register} title={say(title)}>
                <Register register={register} />
              </Part>
            ))}
          </Stack>
        )}
      </Read>
    </Page>
  );
}

function Publicised() {
  const { t } = useTranslation('public');
  const stores = useQuery({ queryKey: ['publicised'], queryFn: () => answered(api.GET('/api/stores/publicised')) });
  return (
    <Read query={stores}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{t('publicisedNone')}</Empty>
        ) : (
          <List listStyleType="none" spacing="xs">
            {items.map(({ id, name, since }) => (
              <List.Item key={id}>
                {/* The API serves this page itself. */}
                <Anchor href={`/stores/${id}`}>{name}</Anchor>{' '}
                <Text span size="sm" c="dimmed">
                  {t('since', { day: since.slice(0, 10) })}
                </Text>
              </List.Item>
            ))}
          </List>
        )
      }
    </Read>
  );
}

function useRegister(register: string) {
  return useInfiniteQuery({
    queryKey: ['register', register],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/registers/{register}', {
          params: { path: { register }, query: pageParam === undefined ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

function Register({ register }: { readonly register: string }) {
  const { t } = useTranslation('public');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const entries = useRegister(register);
  if (entries.data === undefined)
    return entries.error === null ? (
      <Loading />
    ) : (
      <Failure error={entries.error} onRetry={() => void entries.refetch()} />
    );
  const items = entries.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty>{t('registerEmpty')}</Empty>;
  return (
    <Stack gap="sm">
      <Table className={classes['tasks'] ?? ''} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('holder')}</Table.Th>
            <Table.Th>{t('status')}</Table.Th>
            <Table.Th>{t('body')}</Table.Th>
            <Table.Th>{t('valid')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ party, name, statusTitle, body, validFrom, validTo }) => (
            <Table.Tr key={`${party} ${body.id}`}>
              <Table.Td>{name}</Table.Td>
              <Table.Td data-label={t('status')}>{say(statusTitle)}</Table.Td>
              <Table.Td data-label={t('body')}>{say(body.name)}</Table.Td>
              <Table.Td data-label={t('valid')}>
                {validFrom === null
                  ? common('none')
                  : validTo === null
                    ? t('validFrom', { from: validFrom })
                    : t('validUntil', { from: validFrom, to: validTo })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {entries.hasNextPage && (
        <div>
          <Button variant="default" loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            {common('more')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
