/** A list that is read page by page: its items, how many of them are shown, and a button for more. */
import { Button, Group, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
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
  readonly children: (items: readonly Item[]) => ReactNode;
}) {
  const { list, empty, shown, children } = props;
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
              <More list={list} />
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
export function More({ list }: { readonly list: Omit<Pages<unknown>, 'data' | 'error' | 'refetch'> }) {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {t('more')}
    </Button>
  );
}
