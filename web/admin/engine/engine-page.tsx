/** What the engine keeps of a case: events, tries and failures, without what they were told. The names are Temporal's own. */
import { Anchor, Code, Group, List, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { answered, api } from '../../api/client.ts';
import type { components } from '../../generated/api.ts';
import { Moment } from '../../parts/moment.tsx';
import { Part } from '../../parts/page.tsx';
import rows from '../../parts/rows.module.css';
import { Empty, Read } from '../../parts/states.tsx';
import { addWords } from '../../words/words.ts';
import { AdminPart } from '../admin-part.tsx';
import { engineWords } from './words.ts';

addWords('engine', engineWords);

type History = components['schemas']['EngineHistory'];

export default function EnginePage() {
  const { id } = useParams<{ id: string }>();
  const { t } = useTranslation('engine');
  const history = useQuery({
    queryKey: ['case', id, 'history'],
    queryFn: () => answered(api.GET('/api/cases/{id}/history', { params: { path: { id } } })),
  });
  return (
    <AdminPart title={t('title')}>
      <Text maw="48rem">{t('intro')}</Text>
      <Read query={history}>
        {({ workflowId, uiUrl, run }) => (
          <>
            <Group gap="md">
              <Code>{workflowId}</Code>
              <Anchor component={Link} href={`/cases/${id}`}>
                {t('toCase')}
              </Anchor>
              {uiUrl !== null && (
                <Anchor href={uiUrl} target="_blank" rel="noreferrer">
                  {t('toTemporal')}
                </Anchor>
              )}
            </Group>
            {run === null ? <Empty>{t('none')}</Empty> : <Run run={run} />}
          </>
        )}
      </Read>
    </AdminPart>
  );
}

function Run({ run }: { readonly run: NonNullable<History['run']> }) {
  const { t } = useTranslation('engine');
  const { runId, status, taskQueue, length, pending, events } = run;
  return (
    <>
      <Text size="sm" c="dimmed" className="typed">
        {t('run', { runId, status, taskQueue })}
      </Text>
      <Part title={t('pending')}>
        {pending.length === 0 ? (
          <Text size="sm">{t('noPending')}</Text>
        ) : (
          <List size="sm">
            {pending.map(({ name, attempt, failure }, nth) => (
              <List.Item key={nth}>
                {name} · {t('attempt', { attempt })}
                {failure !== null && ` · ${failure}`}
              </List.Item>
            ))}
          </List>
        )}
      </Part>
      <Part title={t('events', { shown: events.length, total: length })}>
        <Table className={rows['rows'] ?? ''} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('nth')}</Table.Th>
              <Table.Th>{t('type')}</Table.Th>
              <Table.Th>{t('about')}</Table.Th>
              <Table.Th>{t('at')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {events.map(({ id, at, type, name, attempt, failure }) => (
              <Table.Tr key={id}>
                <Table.Td>{id}</Table.Td>
                <Table.Td data-label={t('type')} style={{ overflowWrap: 'anywhere' }}>
                  {type}
                </Table.Td>
                <Table.Td data-label={t('about')} style={{ overflowWrap: 'anywhere' }}>
                  {[name, attempt !== null && attempt > 1 && t('attempt', { attempt }), failure]
                    .filter(Boolean)
                    .join(' · ')}
                </Table.Td>
                <Table.Td data-label={t('at')}>
                  <Moment at={at} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Part>
    </>
  );
}
