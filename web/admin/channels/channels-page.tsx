/** Groups and gateways at which the staff of bodies are told besides their mail: each with what came of the last message. */
import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WEBHOOK_FORMATS } from '../../../rules/notices/webhook.ts';
import { useTitles, useVocabulary } from '../../api/vocabulary.ts';
import { Arrival } from '../../notices/arrival.tsx';
import { noticesWords } from '../../notices/words.ts';
import { Moment } from '../../parts/moment.tsx';
import { Part } from '../../parts/page.tsx';
import rows from '../../parts/rows.module.css';
import { Empty, Failure, Read } from '../../parts/states.tsx';
import { Tag } from '../../parts/tag.tsx';
import { addWords, useLocale } from '../../words/words.ts';
import { AdminPart } from '../admin-part.tsx';
import { ChangeChannel, CreateChannel } from './channel-form.tsx';
import { useChannels, useTest, type Channel } from './queries.ts';
import { channelsWords } from './words.ts';

addWords('channels', channelsWords);
addWords('notices', noticesWords);

export default function ChannelsPage() {
  const { t } = useTranslation('channels');
  const { t: admin } = useTranslation('admin');
  const [isNew, setNew] = useState(false);
  return (
    <AdminPart title={admin('area_channels')}>
      <Text maw="48rem">{t('intro')}</Text>
      <div>
        <Button aria-expanded={isNew} onClick={() => setNew(!isNew)}>
          {t('newChannel')}
        </Button>
      </div>
      {isNew && (
        <Part title={t('newChannel')}>
          <CreateChannel onDone={() => setNew(false)} />
        </Part>
      )}
      <Read query={useChannels()}>
        {({ items }) => (items.length === 0 ? <Empty>{t('none')}</Empty> : <ChannelTable channels={items} />)}
      </Read>
    </AdminPart>
  );
}

function ChannelTable({ channels }: { readonly channels: readonly Channel[] }) {
  const { t } = useTranslation('channels');
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('channel')}</Table.Th>
          <Table.Th>{t('lastOne')}</Table.Th>
          <Table.Th>{t('state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {channels.map((channel) => (
          <ChannelRow key={channel.id} channel={channel} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function ChannelRow({ channel }: { readonly channel: Channel }) {
  const { id, name, format, bodyId, host, tail, roles, last, failed, active } = channel;
  const { t } = useTranslation('channels');
  const { say } = useLocale();
  const { bodies, roles: titles } = useVocabulary();
  const called = useTitles();
  const [isOpen, setOpen] = useState(false);
  const test = useTest(id);
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{name}</Text>
        <Text size="sm">
          {[say(WEBHOOK_FORMATS[format]), called(bodies, bodyId), ...roles.map((role) => called(titles, role))].join(
            ' · ',
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {t('addressShown', { host, tail })}
        </Text>
        {isOpen && <ChangeChannel channel={channel} onDone={() => setOpen(false)} />}
      </Table.Td>
      <Table.Td data-label={t('lastOne')}>
        {last === null ? (
          <Text size="sm">{t('neverUsed')}</Text>
        ) : (
          <Stack gap={2}>
            <Group gap="xs">
              <Arrival status={last.status} />
              <Moment at={last.plannedAt} />
            </Group>
            {last.answer !== null && (
              <Text size="sm" c="dimmed" className="typed">
                {last.answer}
              </Text>
            )}
          </Stack>
        )}
        {failed > 0 && <Text size="sm">{t('failed', { count: failed })}</Text>}
      </Table.Td>
      <Table.Td data-label={t('state')}>
        <Group gap="xs">
          <Tag tone={active ? 'good' : 'plain'}>{t(active ? 'inUse' : 'notInUse')}</Tag>
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={isOpen}
            aria-label={t('changeOf', { name })}
            onClick={() => setOpen(!isOpen)}
          >
            {t('change')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('testOf', { name })}
            loading={test.isPending}
            onClick={() => test.mutate(undefined)}
          >
            {t('test')}
          </Button>
        </Group>
        {test.isSuccess && (
          <Alert color="green" role="status" mt="xs" p="xs">
            {t('tested')}
          </Alert>
        )}
        {test.error !== null && <Failure error={test.error} />}
      </Table.Td>
    </Table.Tr>
  );
}
