/** What supervision knows of a store: its standing, and the four areas with their events (SH-STORE-08.5). */
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentOf } from '../parts/moment.tsx';
import { Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { useLocale } from '../words/words.ts';
import { useSupervision, type Area } from './queries.ts';

export function Supervision({ id }: { readonly id: string }) {
  const { t } = useTranslation('stores');
  const [area, setArea] = useState<Area | undefined>(undefined);
  const list = useSupervision(id, area);
  const first = list.data?.pages[0];
  return (
    <Stack gap="sm">
      {first !== undefined && <Standing standing={first.standing} />}
      {first !== undefined && <Areas areas={first.areas} chosen={area} onChoose={setArea} />}
      <Part title={t('areaEvents')}>
        <Paged list={list} empty={t('areaEventsNone')}>
          {(events) => (
            <List listStyleType="none" spacing="xs">
              {events.map((event) => (
                <Event key={event.id} event={event} areas={first?.areas ?? []} />
              ))}
            </List>
          )}
        </Paged>
      </Part>
    </Stack>
  );
}

type Seen = NonNullable<ReturnType<typeof useSupervision>['data']>['pages'][number];

/** One area is shown at a press, all four at a second one. */
function Areas(props: {
  readonly areas: Seen['areas'];
  readonly chosen: Area | undefined;
  readonly onChoose: (area: Area | undefined) => void;
}) {
  const { areas, chosen, onChoose } = props;
  const { t } = useTranslation('stores');
  const { say } = useLocale();
  return (
    <Group gap="xs" role="group" aria-label={t('areas')}>
      {areas.map(({ area, title, events, inspections }) => (
        <Button
          key={area}
          size="compact-sm"
          variant={chosen === area ? 'filled' : 'default'}
          aria-pressed={chosen === area}
          onClick={() => onChoose(chosen === area ? undefined : area)}
        >
          {t('areaCount', { title: say(title), events, inspections })}
        </Button>
      ))}
    </Group>
  );
}

function Event({ event, areas }: { readonly event: Seen['items'][number]; readonly areas: Seen['areas'] }) {
  const { say } = useLocale();
  const area = areas.find((one) => one.area === event.area);
  return (
    <List.Item>
      <time dateTime={event.at}>{momentOf(event.at)}</time> {say(event.title)}
      {area !== undefined && (
        <Text span size="sm" c="dimmed">
          {' '}
          · {say(area.title)}
        </Text>
      )}
      {event.words !== null && <Text size="sm">{say(event.words)}</Text>}
    </List.Item>
  );
}

function Standing({ standing }: { readonly standing: Seen['standing'] }) {
  const { t } = useTranslation('stores');
  return (
    <List spacing={4}>
      {standing.zeroPoints !== null && (
        <List.Item>
          {t(`zeroPoints_${standing.zeroPoints.state}`, { months: standing.zeroPoints.months.length })}
        </List.Item>
      )}
      {standing.rating !== null && <List.Item>{t(`ratingState_${standing.rating.state}`)}</List.Item>}
      <List.Item>
        {t('rectifications', { count: standing.rectifications.total, open: standing.rectifications.open })}
      </List.Item>
      <List.Item>{t('upheld', { count: standing.upheldComplaints.length })}</List.Item>
    </List>
  );
}
