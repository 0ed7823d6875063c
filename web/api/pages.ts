import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

/** A page of a list as the API answers it. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** Reads a list page by page. @param read one page, with this as part of its query: nothing for the first */
export function usePages<P extends Page<unknown>>(
  queryKey: QueryKey,
  read: (at: { readonly cursor?: string }) => Promise<P>,
  enabled = true,
) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    enabled,
  });
}

/** The items of all pages that were read; none before the first has come. */
export function itemsOf<Item>(data: { readonly pages: readonly Page<Item>[] } | undefined): readonly Item[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}
