/** A list that is read page by page: its items, how many of them are shown, and a button for more. */
import { Button, Group, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsOf, type Page } from '../api/pages.ts';
import { Empty, Read } from './states.tsx';

interface Pages<P> extends Pick<UseQueryResult<{ readonly pages: readonly P[] }>, 'data' | 'error' | 'refetch'> {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

export function Paged<Item, P extends Page<Item>>(props: {
  readonly list: Pages<P & Page<Item>>;
  /** What is said where there is nothing. */
  readonly empty: string;
  /** Says how many of how many are shown; left out where the API does not count. */
  readonly shown?: (counts: { readonly shown: number; readonly total: number }) => string;
  /** Reads on by itself when its end comes into sight. */
  readonly readsOn?: boolean;
  readonly children: (items: readonly Item[]) => ReactNode;
}) {
  const { list, empty, shown, readsOn = false, children } = props;
  return (
    <Read query={list}>
      {(data) => {
        const items = itemsOf<Item>(data);
        if (items.length === 0) return <Empty>{empty}</Empty>;
        return (
          <Stack gap="sm">
            {children(items)}
            <Group>
              {shown && (
                <Text size="sm" c="dimmed" role="status">
                  {shown({ shown: items.length, total: totalOf(data.pages[0]) ?? items.length })}
                </Text>
              )}
              <More list={list} readsOn={readsOn} />
            </Group>
          </Stack>
        );
      }}
    </Read>
  );
}

/** The first page says how many there are in all, where the API counts. */
function totalOf(page: object | undefined): number | null {
  return page !== undefined && 'total' in page && typeof page.total === 'number' ? page.total : null;
}

/** Reads the next page of a list that has one. */
export function More(props: {
  readonly list: Omit<Pages<unknown>, 'data' | 'error' | 'refetch'>;
  readonly readsOn?: boolean;
}) {
  const { list, readsOn = false } = props;
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (!readsOn || !hasNextPage || isFetchingNextPage || button.current === null) return undefined;
    const sight = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage();
      },
      { rootMargin: '600px' },
    );
    sight.observe(button.current);
    return () => sight.disconnect();
  }, [readsOn, hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <Button ref={button} variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('more')}
    </Button>
  );
}
