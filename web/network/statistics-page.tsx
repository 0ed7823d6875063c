/** Statistics of services: every figure opens exactly the records that it counts (HN-NET-24.1), each of which opens its case. */
import { Anchor, Group, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useMe } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { RecordClocks } from './record-clocks.tsx';
import { RECORDS_AS, useServiceRecords, useServiceStatistics, type Period, type RecordsAs } from './queries.ts';
import { networkWords } from './words.ts';

addWords('network', networkWords);

export default function StatisticsPage() {
  const { t } = useTranslation('network');
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const asked = Object.fromEntries(
    (['from', 'to', 'asOf'] as const).flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : [])),
  ) as Period;
  const as = RECORDS_AS.find((one) => one === search.get('as')) ?? 'times';
  const change = (part: Record<string, string>) => setSearch({ ...asked, as, ...part }, { replace: true });
  return (
    <Page title={t('statisticsTitle')}>
      <Text maw="48rem">{t('statisticsIntro')}</Text>
      <Group>
        {(['from', 'to', 'asOf'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={t(`statistics_${name}`)}
            value={asked[name] ?? ''}
            onChange={({ currentTarget: { value } }) => change({ [name]: value })}
          />
        ))}
      </Group>
      <Figures asked={asked} />
      {may(me, 'case.read') && (
        <Part title={t('recordClocks')}>
          <RecordClocks />
        </Part>
      )}
      <Part title={t(`records_${as}`)}>
        <Records asked={asked} as={as} />
      </Part>
    </Page>
  );
}

/** The figures of one case each are the number of its records; those that add something up stand with the list they add up. */
function Figures({ asked }: { readonly asked: Period }) {
  const { t } = useTranslation('network');
  return (
    <Read query={useServiceStatistics(asked)}>
      {({ from, to, asOf, items, times, enterpriseVisits, satisfaction, eligible, late, excluded }) => {
        const { satisfied, all, percent } = satisfaction;
        const opens = (list: Readonly<Record<string, string>>) => `/statistics?${new URLSearchParams(list).toString()}`;
        const figures = [
          ['times', times.count, times.list],
          ['items', items, times.list],
          ['enterpriseVisits', enterpriseVisits, times.list],
          ['scored', all.count, all.list],
          ['satisfied', satisfied.count, satisfied.list],
          ['percent', percent === null ? null : `${Math.round(percent * 10) / 10}%`, satisfied.list],
          ['eligible', eligible.count, eligible.list],
          ['late', late.count, late.list],
          ['excluded', excluded.count, excluded.list],
        ] as const;
        return (
          <Table className={rows['rows'] ?? ''} maw="40rem">
            <Table.Caption>{t('statisticsPeriod', { from, to, asOf })}</Table.Caption>
            <Table.Tbody>
              {figures.map(([name, value, list]) => (
                <Table.Tr key={name}>
                  <Table.Th scope="row">{t(`figure_${name}`)}</Table.Th>
                  <Table.Td>
                    {value === null ? (
                      t('noScore')
                    ) : (
                      <Anchor component={Link} href={opens(list)} aria-label={`${t(`figure_${name}`)}: ${value}`}>
                        {value}
                      </Anchor>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        );
      }}
    </Read>
  );
}

function Records({ asked, as }: { readonly asked: Period; readonly as: RecordsAs }) {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <Paged list={useServiceRecords(asked, as)} empty={t('noRecords')}>
      {(items) => (
        <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('recordItem')}</Table.Th>
              <Table.Th>{t('servedOn')}</Table.Th>
              <Table.Th>{t('servedBy')}</Table.Th>
              <Table.Th>{t('examinedBy')}</Table.Th>
              <Table.Th>{t('recordScore')}</Table.Th>
              <Table.Th>{t('entered')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ caseId, platform, provider, item, servedOn, score, inTime, excludedFrom }) => (
              <Table.Tr key={caseId}>
                <Table.Td>
                  <Anchor component={Link} href={`/cases/${caseId}`} fw={600}>
                    {item}
                  </Anchor>
                </Table.Td>
                <Table.Td data-label={t('servedOn')}>{servedOn}</Table.Td>
                <Table.Td data-label={t('servedBy')}>{provider}</Table.Td>
                <Table.Td data-label={t('examinedBy')}>{say(platform.name)}</Table.Td>
                <Table.Td data-label={t('recordScore')}>{score ?? t('noScore')}</Table.Td>
                <Table.Td data-label={t('entered')}>
                  <Tag tone={inTime ? 'good' : 'warning'}>{t(inTime ? 'inTime' : 'enteredLate')}</Tag>{' '}
                  {excludedFrom !== null && <Tag tone="bad">{t('excludedFrom', { day: excludedFrom })}</Tag>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paged>
  );
}
