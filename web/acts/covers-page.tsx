/** Who acts in whose offices, from when to when, under which rule: one's own absences, and for managers those of their people (XC-05.5). */
import { Anchor, Button, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import type { components } from '../generated/api.ts';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Failure } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { addWords } from '../words/words.ts';
import { ActForm } from './act-form.tsx';
import { ChooseWhose, useWhose } from './whose.tsx';
import { actsWords } from './words.ts';

addWords('acts', actsWords);

const KEY = ['covers'] as const;

type Cover = components['schemas']['Cover'];

export default function CoversPage() {
  const { t } = useTranslation('acts');
  const { t: common } = useTranslation();
  const whose = useWhose();
  return (
    <Page title={t('coversTitle')}>
      <Part title={t('coverName')}>
        <Stack gap="sm" maw="48rem">
          <Text>{t('coversIntro')}</Text>
          <ChooseWhose label={t('coverWhose')} whose={whose} />
          <Name key={whose.of} of={whose.of} />
        </Stack>
      </Part>
      <Part title={t('coversOnRecord')}>
        <OnRecord />
      </Part>
      <Anchor component={Link} href="/">
        {common('home')}
      </Anchor>
    </Page>
  );
}

/** @param of who is away; the reader if it is empty */
function Name({ of }: { readonly of: string }) {
  const absentId = of === '' ? undefined : of;
  const colleagues = useQuery({
    queryKey: [...KEY, 'colleagues', of],
    queryFn: () =>
      answered(
        api.GET('/api/covers/colleagues', {
          params: { query: { limit: 200, ...(absentId !== undefined && { absentId }) } },
        }),
      ),
  });
  const refers = useMemo(
    () => ({ colleague: colleagues.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [] }),
    [colleagues.data],
  );
  const known = useMemo(() => ({ absentId }), [absentId]);
  if (colleagues.error !== null) return <Failure error={colleagues.error} />;
  return <ActForm path="/api/covers" known={known} refers={refers} moves={KEY} />;
}

function OnRecord() {
  const { t } = useTranslation('acts');
  const list = usePages(KEY, (at) => answered(api.GET('/api/covers', { params: { query: at } })));
  return (
    <Paged list={list} empty={t('coversNone')}>
      {(items) => (
        <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('absent')}</Table.Th>
              <Table.Th>{t('cover')}</Table.Th>
              <Table.Th>{t('runs')}</Table.Th>
              <Table.Th>{t('rule')}</Table.Th>
              <Table.Th>{t('phase')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((cover) => (
              <Table.Tr key={cover.id}>
                <Table.Td data-label={t('absent')}>{cover.absentName}</Table.Td>
                <Table.Td data-label={t('cover')}>{cover.coverName}</Table.Td>
                <Table.Td data-label={t('runs')}>{t('fromTo', { from: cover.firstDay, to: cover.lastDay })}</Table.Td>
                <Table.Td data-label={t('rule')} className="typed">
                  {cover.rule}
                </Table.Td>
                <Table.Td data-label={t('phase')}>
                  <Tag tone={cover.phase === 'RUNNING' ? 'good' : 'plain'}>{t(`phase_${cover.phase}`)}</Tag>{' '}
                  {cover.mayEnd && <End cover={cover} />}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paged>
  );
}

function End({ cover: { id, absentName, coverName } }: { readonly cover: Cover }) {
  const { t } = useTranslation('acts');
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => answered(api.POST('/api/covers/{id}/end', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={end.isPending}
        aria-label={t('endCover', { absent: absentName, cover: coverName })}
        onClick={() => end.mutate()}
      >
        {t('endNow')}
      </Button>
      {end.error !== null && <Failure error={end.error} />}
    </>
  );
}
