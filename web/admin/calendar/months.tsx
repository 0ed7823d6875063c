/** The months of a year; days that differ from the plain week are marked in words and in colour. */
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../words/words.ts';
import classes from './months.module.css';
import type { Year } from './queries.ts';

type DayOfYear = Year['days'][number];

/** Weeks begin on Monday. */
const COLUMNS = [1, 2, 3, 4, 5, 6, 0] as const;

export function Months({ days }: { readonly days: readonly DayOfYear[] }) {
  const { t } = useTranslation('admin');
  const months = new Map<string, DayOfYear[]>();
  for (const day of days) {
    const month = day.day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return (
    <div className={classes['months']}>
      {[...months].map(([month, itsDays]) => (
        <table key={month} className={classes['month']}>
          <caption>{month}</caption>
          <thead>
            <tr>
              {COLUMNS.map((weekday) => (
                <th key={weekday} scope="col">
                  {t(`weekday_${weekday}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(itsDays).map((week, at) => (
              <tr key={at}>
                {week.map((day, column) => (day === null ? <td key={column} /> : <Day key={column} day={day} />))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function Day({ day: { day, working, differs, why } }: { readonly day: DayOfYear }) {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const look = differs ? (working ? 'worked' : 'off') : working ? undefined : 'free';
  return (
    <td title={say(why)} className={look && classes[look]}>
      <time dateTime={day}>{Number(day.slice(8))}</time>
      {differs && <span className={classes['mark']}>{t(working ? 'markWorked' : 'markOff')}</span>}
    </td>
  );
}

/** The days of a month in weeks from Monday, with gaps before the first and after the last. */
function weeksOf(days: readonly DayOfYear[]): (DayOfYear | null)[][] {
  const gap = COLUMNS.findIndex((weekday) => weekday === days[0]?.weekday);
  const cells: (DayOfYear | null)[] = [...Array.from({ length: gap }, () => null), ...days];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, column) => cells[week * 7 + column] ?? null),
  );
}
