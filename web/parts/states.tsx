/** What a part of a page shows while there is nothing to show: it loads, it failed, it is for others, it is empty. */
import { Alert, Anchor, Button, Group, Loader, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isRefused } from '../api/client.ts';
import { useLocale } from '../words/words.ts';

export function Loading() {
  const { t } = useTranslation();
  return (
    <Group gap="xs" py="md" role="status">
      <Loader size="sm" />
      <Text c="dimmed">{t('loading')}</Text>
    </Group>
  );
}

/** Why something did not work: what the API says, or that the network is away. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const problem = isRefused(error) ? error.problem : null;
  const isForbidden = problem?.status === 403;
  return (
    <Alert
      color={isForbidden ? 'gray' : 'red'}
      variant="light"
      title={t(isForbidden ? 'notYours' : 'failed')}
      role="alert"
      my="sm"
    >
      <Text size="sm">{problem === null ? t('offline') : say(problem.message)}</Text>
      {problem !== null && problem.status >= 500 && problem.instance !== '' && (
        <Text size="xs" c="dimmed">
          {t('failedReference', { reference: problem.instance.split(':').at(-1) ?? '' })}
        </Text>
      )}
      {isForbidden && (
        <Anchor component={Link} href="/" size="sm">
          {t('home')}
        </Anchor>
      )}
      {onRetry && !isForbidden && (
        <Button mt="xs" size="xs" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </Alert>
  );
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return (
    <Text c="dimmed" py="md">
      {children}
    </Text>
  );
}

/** The result of a read, or what stands in its place. */
export function Read<T>(props: {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: T) => ReactNode;
}) {
  const { query, children } = props;
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
