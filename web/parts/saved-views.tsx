/** Views of a list that the reader keeps under names: opened, kept and deleted where the list is. */
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { Failure } from './states.tsx';
import { addWords } from '../words/words.ts';
import { viewsWords } from './words.ts';

addWords('views', viewsWords);

type Query = Readonly<Record<string, string>>;

const same = (a: Query, b: Query) =>
  new URLSearchParams(Object.entries(a).sort()).toString() === new URLSearchParams(Object.entries(b).sort()).toString();

export function SavedViews(props: {
  readonly area: 'tasks' | 'cases';
  /** The list as it is shown now. */
  readonly query: Query;
  readonly onOpen: (query: Query) => void;
}) {
  const { area, query, onOpen } = props;
  const { t } = useTranslation('views');
  const [isNaming, setNaming] = useState(false);
  const { views, remove } = useViews(area);
  const current = views.find((view) => same(view.query, query));
  return (
    <Group gap="xs" align="flex-end">
      {views.length > 0 && (
        <NativeSelect
          label={t('mine')}
          value={current?.id ?? ''}
          onChange={(event) => {
            const chosen = views.find(({ id }) => id === event.currentTarget.value);
            onOpen(chosen?.query ?? {});
          }}
          data={[{ value: '', label: t('noView') }, ...views.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      {current === undefined ? (
        Object.keys(query).length > 0 &&
        !isNaming && (
          <Button variant="subtle" onClick={() => setNaming(true)}>
            {t('keep')}
          </Button>
        )
      ) : (
        <Button variant="subtle" loading={remove.isPending} onClick={() => remove.mutate(current.id)}>
          {t('delete')}
        </Button>
      )}
      {isNaming && current === undefined && <Naming area={area} query={query} onDone={() => setNaming(false)} />}
      {remove.error !== null && <Failure error={remove.error} />}
    </Group>
  );
}

function Naming(props: { readonly area: 'tasks' | 'cases'; readonly query: Query; readonly onDone: () => void }) {
  const { area, query, onDone } = props;
  const { t } = useTranslation('views');
  const { t: common } = useTranslation();
  const [name, setName] = useState('');
  const { save } = useViews(area);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ name, query }, { onSuccess: onDone });
      }}
    >
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('name')}
          maxLength={60}
          required
          withAsterisk={false}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {common('cancel')}
        </Button>
      </Group>
      {save.error !== null && <Failure error={save.error} />}
    </form>
  );
}

function useViews(area: 'tasks' | 'cases') {
  const client = useQueryClient();
  const queryKey = ['views', area];
  const read = useQuery({
    queryKey,
    queryFn: () => answered(api.GET('/api/views', { params: { query: { area } } })),
  });
  const onSettled = () => client.invalidateQueries({ queryKey });
  const save = useMutation({
    mutationFn: ({ name, query }: { name: string; query: Query }) =>
      answered(api.POST('/api/views', { body: { name, area, query: { ...query } } })),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => answered(api.DELETE('/api/views/{id}', { params: { path: { id } } })),
    onSettled,
  });
  return { views: read.data?.items ?? [], save, remove };
}
