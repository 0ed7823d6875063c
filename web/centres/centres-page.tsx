/** The e-commerce public service centres with their directories, for everybody (EC-CENTRE-01.6, 03.2, 05.1). */
import { Button, Group, List, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Empty } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { FindingsPart } from './findings.tsx';
import { useCentres, useDirectory, type Centre, type Entry } from './queries.ts';
import { centresWords } from './words.ts';

addWords('centres', centresWords);

export default function CentresPage() {
  const { t } = useTranslation('centres');
  const { me } = useSession();
  return (
    <Page title={t('title')}>
      <Text maw="48rem">{t('intro')}</Text>
      <Stack gap="xl">
        {may(me, 'record.read') && <FindingsPart />}
        <Paged list={useCentres()} empty={t('none')}>
          {(items: readonly Centre[]) => (
            <Stack gap="xl">
              {items.map((centre) => (
                <ShownCentre key={centre.party} centre={centre} />
              ))}
            </Stack>
          )}
        </Paged>
      </Stack>
    </Page>
  );
}

function ShownCentre({ centre }: { readonly centre: Centre }) {
  const { party, name, classTitle, regionTitle, authority, since, points, directory } = centre;
  const { t } = useTranslation('centres');
  const { say } = useLocale();
  const [isOpen, setOpen] = useState(false);
  return (
    <Part title={name} aside={<Tag>{say(classTitle)}</Tag>}>
      <Text size="sm" c="dimmed">
        {say(regionTitle)} · {t('authority', { name: say(authority.name) })}
        {since !== null && ` · ${t('since', { day: since })}`}
      </Text>
      <Text fw={600} mt="sm">
        {t('points')}
      </Text>
      {points.length === 0 ? (
        <Empty>{t('noPoints')}</Empty>
      ) : (
        <List listStyleType="none" spacing={4}>
          {points.map((point) => (
            <List.Item key={point.name}>
              {point.name}{' '}
              <Text span size="sm" c="dimmed">
                {say(point.placeTitle)} · {say(point.statusTitle)}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
      <Group gap="sm" mt="sm">
        <Text fw={600}>{t('directory')}</Text>
        <Text size="sm" c="dimmed">
          {t('entries', directory)}
        </Text>
        {directory.published + directory.outdated > 0 && (
          <Button
            variant="default"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-label={`${t(isOpen ? 'hideEntries' : 'showEntries')} ${name}`}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'hideEntries' : 'showEntries')}
          </Button>
        )}
      </Group>
      {isOpen && <Directory centre={party} />}
    </Part>
  );
}

function Directory({ centre }: { readonly centre: string }) {
  const { t } = useTranslation('centres');
  return (
    <Paged list={useDirectory(centre)} empty={t('noEntries')}>
      {(items: readonly Entry[]) => (
        <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              {(['provider', 'services', 'confirmed'] as const).map((head) => (
                <Table.Th key={head}>{t(head)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((entry) => (
              <EntryRow key={`${entry.name} ${entry.publishedAt}`} entry={entry} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Paged>
  );
}

function EntryRow({ entry }: { readonly entry: Entry }) {
  const { name, introduction, services, status, outdated, confirmUntil, version, publishedAt } = entry;
  const { t } = useTranslation('centres');
  const { say } = useLocale();
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        <Text fw={600}>{name}</Text>
        <Text size="sm" className="typed">
          {introduction}
        </Text>
      </Table.Td>
      <Table.Td data-label={t('services')}>
        {services.map((service) => (
          <div key={service.content}>{t('service', service)}</div>
        ))}
      </Table.Td>
      <Table.Td data-label={t('confirmed')}>
        <Tag tone={outdated ? 'warning' : 'good'}>{say(status)}</Tag>
        {confirmUntil !== null && <Text size="sm">{t('confirmedUntil', { day: confirmUntil })}</Text>}
        <Text size="sm" c="dimmed">
          {t('published', { version, at: momentOf(publishedAt) })}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
