/** How each window stood at its latest check of the least numbers, and who was counted, for who may see these cases (HN-NET-03.6, 03.7). */
import { Anchor, List, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { answered, api } from '../api/client.ts';
import { itemsOf } from '../api/pages.ts';
import { CaseName } from '../parts/case-name.tsx';
import { Part } from '../parts/page.tsx';
import { More } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Failure, Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { useChecks, type WindowChecked } from './queries.ts';

export function Checks() {
  const { t } = useTranslation('network');
  const { t: common } = useTranslation();
  const list = useChecks();
  const checks = itemsOf(list.data);
  if (list.error !== null) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  if (checks.length === 0) return null;
  return (
    <Part title={t('checks')}>
      <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{common('number')}</Table.Th>
            <Table.Th>{t('latestCheck')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {checks.map((check) => (
            <Table.Tr key={check.caseId}>
              <Table.Td>
                <Checked check={check} />
              </Table.Td>
              <Table.Td data-label={t('latestCheck')}>
                <Latest check={check} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <More list={list} />
    </Part>
  );
}

/** Who guides the window reads its figures; the case is read by who handles it. */
function Checked({ check: { caseId, number, title, mayOpen } }: { readonly check: WindowChecked }) {
  if (mayOpen) return <CaseName id={caseId} number={number} title={title} />;
  return (
    <>
      <Text fw={600}>{number}</Text>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
    </>
  );
}

function Latest({ check: { caseId, latest } }: { readonly check: WindowChecked }) {
  const { t } = useTranslation('network');
  const [isOpen, setOpen] = useState(false);
  if (latest === null) return <Text c="dimmed">{t('notChecked')}</Text>;
  return (
    <>
      <Tag tone={latest.met ? 'good' : 'warning'}>{t(latest.met ? 'minimumsMet' : 'minimumsShort')}</Tag>{' '}
      <Text span size="sm">
        {t('figuresOf', latest)} · {t('checkedFor', latest)}
      </Text>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('whoCounted')}</summary>
        {isOpen && <WhoCounted caseId={caseId} />}
      </details>
    </>
  );
}

function WhoCounted({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('network');
  const counted = useQuery({
    queryKey: ['network', 'checks', caseId],
    queryFn: () => answered(api.GET('/api/hn-net/window-checks/{id}', { params: { path: { id: caseId } } })),
  });
  return (
    <Read query={counted}>
      {({ items }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('asRegistersStand')}
          </Text>
          <List size="sm" spacing="sm">
            {items.map(({ party, name, lastServedOn, counts }) => (
              <List.Item key={party}>
                <Anchor component={Link} href={`/providers/${encodeURIComponent(party)}`} inherit>
                  {name}
                </Anchor>{' '}
                <Tag {...(counts && { tone: 'good' as const })}>{t(counts ? 'counts' : 'countsNot')}</Tag>{' '}
                {lastServedOn === null ? t('neverServed') : t('lastServed', { on: lastServedOn })}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Read>
  );
}
