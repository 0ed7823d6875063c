/** The working-day calendar: the days of a year month by month, a year's notice to be loaded, and the versions there were. */
import { Alert, List, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { Moment } from '../../parts/moment.tsx';
import { Part } from '../../parts/page.tsx';
import { Read } from '../../parts/states.tsx';
import { may, useMe } from '../../session/session.tsx';
import { AdminPart } from '../admin-part.tsx';
import { Months } from './months.tsx';
import { NoticeForm } from './notice-form.tsx';
import { useCalendar, useYear } from './queries.ts';

export default function CalendarPage() {
  const { t } = useTranslation('admin');
  const me = useMe();
  return (
    <AdminPart title={t('area_calendar')}>
      <Read query={useCalendar()}>
        {({ years, versions, lastPublishedDay }) => (
          <Stack gap="xl">
            <YearView years={Object.keys(years)} lastPublishedDay={lastPublishedDay} />
            {may(me, 'calendar.change') && (
              <Part title={t('loadNotice')}>
                <NoticeForm />
              </Part>
            )}
            <Part title={t('versions')}>
              <List listStyleType="none" spacing={4}>
                {versions.map(({ version, note, loadedAt }) => (
                  <List.Item key={version}>
                    <Text size="sm">
                      {t('version', { version })} · <Moment at={loadedAt} /> · {note}
                    </Text>
                  </List.Item>
                ))}
              </List>
            </Part>
          </Stack>
        )}
      </Read>
    </AdminPart>
  );
}

/** The year in the address, or the last that is published. */
function YearView(props: { readonly years: readonly string[]; readonly lastPublishedDay: string | null }) {
  const { years, lastPublishedDay } = props;
  const { t } = useTranslation('admin');
  const [search, setSearch] = useSearchParams();
  const published = lastPublishedDay?.slice(0, 4) ?? years.at(-1) ?? '2026';
  const year = search.get('year') ?? published;
  const next = String(Number(years.at(-1) ?? published) + 1);
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('year')}
        w="10rem"
        value={year}
        onChange={(event) => setSearch({ year: event.currentTarget.value }, { replace: true })}
        data={[...new Set([...years, next, year])].sort().reverse()}
      />
      <Read query={useYear(year)}>
        {(days) => (
          <>
            {days.provisional && <Alert color="orange">{t('notPublished', { year })}</Alert>}
            {days.source !== null && (
              <Text size="sm" c="dimmed">
                {t('source', { source: days.source })}
              </Text>
            )}
            <Months days={days.days} />
          </>
        )}
      </Read>
    </Stack>
  );
}
