/** Whose acts a page shows: one's own, and for who assigns work those of their people. The address keeps it as `of`. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { answered, api } from '../api/client.ts';
import { may, useMe } from '../session/session.tsx';
import { addWords } from '../words/words.ts';
import { actsWords } from './words.ts';

addWords('acts', actsWords);

interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface Whose {
  /** Id of the account; empty for one's own. */
  readonly of: string;
  /** Everybody whom the reader may choose, with the reader; undefined for who has no people. */
  readonly people: readonly Choice[] | undefined;
  readonly choose: (of: string) => void;
}

export function useWhose(): Whose {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const { data } = useQuery({
    queryKey: ['people', 'all'],
    queryFn: () => answered(api.GET('/api/people', { params: { query: { limit: 200 } } })),
    enabled: may(me, 'task.assign'),
  });
  const people = useMemo(() => data?.items.map(({ id, name }) => ({ value: id, label: name })), [data]);
  const choose = (of: string) => setSearch(of === '' ? {} : { of }, { replace: true });
  return { of: search.get('of') ?? '', people, choose };
}

/** Nothing for who has no people. */
export function ChooseWhose({
  label,
  whose: { of, people, choose },
}: {
  readonly label: string;
  readonly whose: Whose;
}) {
  const { t } = useTranslation('acts');
  const me = useMe();
  if (people === undefined) return null;
  return (
    <NativeSelect
      label={label}
      maw="20rem"
      value={of}
      data={[{ value: '', label: t('own') }, ...people.filter(({ value }) => value !== me.id)]}
      onChange={({ currentTarget: { value } }) => choose(value)}
    />
  );
}
