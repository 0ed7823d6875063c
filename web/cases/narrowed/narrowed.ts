/** Filters of the list of cases that figures come with in the address: they are passed on to the API, and said in words. */
import type { TFunction } from 'i18next';
import type { Text } from '../../../rules/text.ts';
import type { Vocabulary } from '../../api/vocabulary.ts';
import type { paths } from '../../generated/api.ts';

type Query = NonNullable<paths['/api/cases']['get']['parameters']['query']>;

/** Names in the address, in groups of which none stands alone. */
const GROUPS = {
  managed: ['managed'],
  regime: ['regime'],
  region: ['region'],
  stage: ['stage'],
  overdue: ['overdue'],
  opened: ['openedFrom', 'openedTo'],
  closed: ['closedFrom', 'closedTo'],
  running: ['runningFrom'],
  dueOn: ['dueOn'],
  timeliness: ['deadline', 'timeliness', 'endedFrom', 'endedTo'],
} as const;

export type Narrower = (typeof GROUPS)[keyof typeof GROUPS][number];

/** What of these the address has; a value that the API does not know it refuses in words. */
export function narrowedBy(search: URLSearchParams): Partial<Record<Narrower, string>> {
  const names = Object.values(GROUPS).flat();
  return Object.fromEntries(names.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : [])));
}

/** The same for the call. */
export function narrowingQuery(narrowed: Partial<Record<Narrower, string>>): Pick<Query, Narrower> {
  return narrowed as Pick<Query, Narrower>;
}

/** Filters that go together, in words. */
interface Narrowing {
  readonly name: string;
  /** Their names in the address. */
  readonly keys: readonly string[];
}

/** The filters in words. */
export function narrowingsOf(
  narrowed: Partial<Record<Narrower, string>>,
  kind: string | undefined,
  vocabulary: Vocabulary,
  say: (text: Text) => string,
  t: TFunction<'narrowed'>,
): Narrowing[] {
  const words = kind === undefined ? undefined : vocabulary.kinds[kind];
  const called = (titles: Readonly<Record<string, Text>> | undefined, codes = '') =>
    codes
      .split(',')
      .map((code) => (titles?.[code] === undefined ? code : say(titles[code])))
      .join(', ');
  const span = (from = '', to = '') => t('span', { from, to });
  const { stage, openedFrom, openedTo, closedFrom, closedTo, endedFrom, endedTo, timeliness } = narrowed;
  const name: Readonly<Record<keyof typeof GROUPS, () => string>> = {
    managed: () => t('narrow_managed'),
    regime: () => called(vocabulary.regimes, narrowed.regime),
    region: () => t('narrow_region', { value: narrowed.region ?? '' }),
    stage: () => called({ ...words?.stages, ...words?.outcomes }, stage),
    overdue: () => t('narrow_overdue'),
    opened: () => t('narrow_opened', { span: span(openedFrom, openedTo) }),
    closed: () => t('narrow_closed', { span: span(closedFrom, closedTo) }),
    running: () => t('narrow_running', { from: narrowed.runningFrom ?? '' }),
    dueOn: () => t('narrow_dueOn', { day: narrowed.dueOn ?? '' }),
    timeliness: () =>
      t('narrow_timeliness', {
        deadline: called(words?.deadlines, narrowed.deadline),
        how: isTimeliness(timeliness) ? t(`timeliness_${timeliness}`) : '',
        span: span(endedFrom, endedTo),
      }),
  };
  return (Object.keys(GROUPS) as (keyof typeof GROUPS)[])
    .filter((group) => GROUPS[group].some((one) => narrowed[one] !== undefined))
    .map((group) => ({ name: name[group](), keys: GROUPS[group] }));
}

function isTimeliness(code: string | undefined): code is NonNullable<Query['timeliness']> {
  return code !== undefined && ['inTime', 'doneLate', 'openLate', 'missed'].includes(code);
}
