/** The parts of the page of figures: each a table whose numbers open lists, with a bar beside them. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../words/words.ts';
import type { components } from '../generated/api.ts';
import { Bar } from './bar.tsx';
import { FigureLink } from './figure-link.tsx';
import { FigureTable } from './figure-table.tsx';

export type Figures = components['schemas']['Figures'];

const HEADS = [
  ['inTime', 'good'],
  ['doneLate', 'warning'],
  ['openLate', 'bad'],
  ['missed', 'plain'],
] as const;

export function OnTime({ rows }: { readonly rows: Figures['onTime'] }) {
  const { t } = useTranslation('figures');
  const { say } = useLocale();
  return (
    <FigureTable
      title={t('onTime')}
      help={t('onTimeHelp')}
      first={t('deadline')}
      columns={[t('side'), ...HEADS.map(([head, tone]) => ({ name: t(head), tone })), t('rate')]}
      rows={rows.map((row) => ({
        key: `${row.kind} ${row.deadline}`,
        name: (
          <>
            {say(row.title)}
            <Text size="sm" c="dimmed">
              {say(row.kindTitle)}
            </Text>
          </>
        ),
        cells: [
          t(`side_${row.side}`),
          ...HEADS.map(([head]) => <FigureLink key={head} figure={row[head]} name={`${say(row.title)}, ${t(head)}`} />),
          row.rate === null ? (
            ''
          ) : (
            <FigureLink
              key="rate"
              figure={row.inTime}
              name={`${say(row.title)}, ${t('rate')}`}
              shown={t('percent', { value: row.rate })}
            />
          ),
        ],
        bar: <Bar parts={HEADS.map(([head, tone]) => ({ name: t(head), value: row[head].count, tone }))} />,
      }))}
    />
  );
}

const SIDES = [
  ['platform', 'bad'],
  ['party', 'good'],
  ['paused', 'warning'],
  ['none', 'plain'],
] as const;

export function TimeSpent({ rows }: { readonly rows: Figures['timeSpent'] }) {
  const { t } = useTranslation('figures');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  return (
    <FigureTable
      title={t('timeSpent')}
      help={t('timeSpentHelp')}
      first={common('kind')}
      columns={[t('casesOpen'), ...SIDES.map(([side, tone]) => ({ name: t(side), tone }))]}
      rows={rows.map(({ kind, kindTitle, cases, workingDays }) => ({
        key: kind,
        name: say(kindTitle),
        cells: [
          <FigureLink key="cases" figure={cases} name={`${say(kindTitle)}, ${t('casesOpen')}`} />,
          ...SIDES.map(([side]) => (
            <FigureLink key={side} figure={cases} name={`${say(kindTitle)}, ${t(side)}`} shown={workingDays[side]} />
          )),
        ],
        bar: <Bar parts={SIDES.map(([side, tone]) => ({ name: t(side), value: workingDays[side], tone }))} />,
      }))}
    />
  );
}

const AGES = ['good', 'plain', 'warning', 'bad'] as const;

export function Backlog({ backlog: { classes, rows } }: { readonly backlog: Figures['backlog'] }) {
  const { t } = useTranslation('figures');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  return (
    <FigureTable
      title={t('backlog')}
      help={t('backlogHelp')}
      first={common('stage')}
      columns={[t('all'), ...classes.map((age, nth) => ({ name: say(age), tone: AGES[nth] ?? 'plain' }))]}
      rows={rows.map((row) => {
        const name = `${say(row.kindTitle)}, ${say(row.stageTitle)}`;
        const age = (nth: number) => say(classes[nth] ?? { zh: '', en: '' });
        return {
          key: `${row.kind} ${row.stage}`,
          name: (
            <>
              {say(row.stageTitle)}
              <Text size="sm" c="dimmed">
                {say(row.kindTitle)}
              </Text>
            </>
          ),
          cells: [
            <FigureLink key="all" figure={row.all} name={name} />,
            ...row.ages.map((figure, nth) => (
              <FigureLink key={age(nth)} figure={figure} name={`${name}, ${age(nth)}`} />
            )),
          ],
          bar: (
            <Bar
              parts={row.ages.map(({ count }, nth) => ({ name: age(nth), value: count, tone: AGES[nth] ?? 'plain' }))}
            />
          ),
        };
      })}
    />
  );
}

export function Forecast({ days }: { readonly days: Figures['forecast'] }) {
  const { t } = useTranslation('figures');
  const most = Math.max(...days.map(({ cases }) => cases.count));
  return (
    <FigureTable
      title={t('forecast')}
      help={t('forecastHelp')}
      first={t('day')}
      columns={[t('casesOpen')]}
      rows={days
        .filter(({ cases }) => cases.count > 0)
        .map(({ day, isWorked, cases }) => ({
          key: day,
          name: (
            <>
              <time dateTime={day}>{day}</time>
              {!isWorked && (
                <Text span size="sm" c="dimmed">
                  {' '}
                  {t('dayOff')}
                </Text>
              )}
            </>
          ),
          cells: [<FigureLink key="cases" figure={cases} name={day} />],
          bar: <Bar whole={most} parts={[{ name: day, value: cases.count, tone: 'plain' }]} />,
        }))}
    />
  );
}

export function Workload({ rows }: { readonly rows: Figures['workload'] }) {
  const { t } = useTranslation('figures');
  const most = Math.max(...rows.map(({ open }) => open.count));
  return (
    <FigureTable
      title={t('workload')}
      help={t('workloadHelp')}
      first={t('person')}
      columns={[{ name: t('open'), tone: 'plain' }, { name: t('overdue'), tone: 'bad' }, t('handled')]}
      rows={rows.map(({ person, open, overdue, handled }) => {
        const name = person === null ? t('nobody') : (person.name ?? person.id);
        const inTime = open.count - overdue.count;
        return {
          key: person?.id ?? '',
          name,
          cells: [
            <FigureLink key="open" figure={open} name={`${name}, ${t('open')}`} />,
            <FigureLink key="overdue" figure={overdue} name={`${name}, ${t('overdue')}`} />,
            handled === null ? '' : <FigureLink key="handled" figure={handled} name={`${name}, ${t('handled')}`} />,
          ],
          bar: (
            <Bar
              whole={most}
              parts={[
                { name: t('overdue'), value: overdue.count, tone: 'bad' },
                { name: t('open'), value: inTime, tone: 'plain' },
              ]}
            />
          ),
        };
      })}
    />
  );
}

export function Funnel({ funnel: { regimeTitle, steps } }: { readonly funnel: Figures['funnels'][number] }) {
  const { t } = useTranslation('figures');
  const { say } = useLocale();
  const most = Math.max(...steps.map(({ cases }) => cases.count));
  return (
    <FigureTable
      title={t('funnel', { regime: say(regimeTitle) })}
      help={t('funnelHelp')}
      first={t('step')}
      columns={[t('reached'), t('share')]}
      rows={steps.map(({ title, cases, share }) => ({
        key: title.en,
        name: say(title),
        cells: [
          <FigureLink key="cases" figure={cases} name={say(title)} />,
          share === null ? (
            ''
          ) : (
            <FigureLink
              key="share"
              figure={cases}
              name={`${say(title)}, ${t('share')}`}
              shown={t('percent', { value: share })}
            />
          ),
        ],
        bar: <Bar whole={most} parts={[{ name: say(title), value: cases.count, tone: 'good' }]} />,
      }))}
    />
  );
}
