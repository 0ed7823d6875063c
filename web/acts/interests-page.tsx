/** The interests that keep somebody away from the cases of a party: one's own, and for managers those of their people (XC-05.5). */
import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { organisationCode } from '../../rules/parties/party.ts';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Tag } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { ActForm } from './act-form.tsx';
import { ChooseWhose, useWhose } from './whose.tsx';
import { actsWords } from './words.ts';

addWords('acts', actsWords);

const KEY = ['interests'] as const;

export default function InterestsPage() {
  const { t } = useTranslation('acts');
  const whose = useWhose();
  const { people } = whose;
  const refers = useMemo(() => (people === undefined ? {} : { account: people }), [people]);
  return (
    <Page title={t('interestsTitle')}>
      <Part title={t('declare')}>
        <Stack gap="sm" maw="48rem">
          <Text>{t('interestsIntro')}</Text>
          <ActForm path="/api/conflicts" refers={refers} moves={KEY} />
        </Stack>
      </Part>
      <Part title={t('onRecord')}>
        <Stack gap="sm">
          <ChooseWhose label={t('interestsWhose')} whose={whose} />
          <OnRecord of={whose.of} />
        </Stack>
      </Part>
      <Anchor component={Link} href="/file">
        {t('toFile')}
      </Anchor>
    </Page>
  );
}

/** @param of whose they are; the reader's own if it is empty */
function OnRecord({ of }: { readonly of: string }) {
  const { t } = useTranslation('acts');
  const { say } = useLocale();
  const list = usePages([...KEY, of], (at) =>
    answered(api.GET('/api/conflicts', { params: { query: { ...(of !== '' && { accountId: of }), ...at } } })),
  );
  return (
    <Paged list={list} empty={t('interestsNone')}>
      {(items) => (
        <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('party')}</Table.Th>
              <Table.Th>{t('relation')}</Table.Th>
              <Table.Th>{t('runs')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ id, party, partyName, relation, firstDay, lastDay, endedAt }) => (
              <Table.Tr key={id}>
                <Table.Td data-label={t('party')}>
                  {partyName !== null && (
                    <Text size="sm" fw={600}>
                      {say(partyName)}
                    </Text>
                  )}
                  {organisationCode(party) ?? t('aPerson')}
                </Table.Td>
                <Table.Td data-label={t('relation')} className="typed">
                  {relation}
                </Table.Td>
                <Table.Td data-label={t('runs')}>
                  {lastDay === null ? t('from', { from: firstDay }) : t('fromTo', { from: firstDay, to: lastDay })}{' '}
                  {endedAt !== null ? <Tag>{t('ended')}</Tag> : of !== '' && <End id={id} />}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paged>
  );
}

/** Nobody ends an interest of their own. */
function End({ id }: { readonly id: string }) {
  const { t } = useTranslation('acts');
  return (
    <details>
      <summary>{t('end')}</summary>
      <ActForm path="/api/conflicts/{id}/end" at={{ id }} moves={KEY} />
    </details>
  );
}
