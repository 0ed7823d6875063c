/** The members of the network: their standing, the lists they stand on, and how far the tasks of the year have come (AH-OPS-01.3, 01.6, 06.1). */
import { Anchor, Group, NativeSelect, Progress, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { lists, type ListName } from '../../rules/ah/lists.ts';
import { bodiesOf } from '../../rules/ah/members.ts';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { TableExports } from '../parts/table-exports.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import classes from './anhui.module.css';
import { FigureTerms } from './figure-terms.tsx';
import { useMembers, type Member, type MemberFilters } from './queries.ts';
import { Ways } from './ways.tsx';
import { anhuiWords } from './words.ts';
import { Years } from './years.tsx';

addWords('anhui', anhuiWords);

const LISTS = Object.keys(lists) as ListName[];
const CITIES = bodiesOf('CITY_PLATFORM');

export default function MembersPage() {
  const { t } = useTranslation('anhui');
  const { me } = useSession();
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search);
  const members = useMembers(filters);
  const [first] = members.data?.pages ?? [];
  const narrow = (changes: Readonly<Record<string, string>>) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === '') after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: true },
    );
  return (
    <Page title={t('membersTitle')}>
      <Text maw="48rem">{t('membersIntro')}</Text>
      <Ways here="/anhui/members" />
      <Group align="flex-end" justify="space-between">
        <Filters filters={filters} onChange={narrow} />
        {first !== undefined && (
          <Group gap="xs">
            <Years year={first.year} onChange={(year) => narrow({ year: String(year) })} />
            {may(me, 'case.export') && (
              <TableExports
                path="/api/ah/members/export"
                query={{ ...Object.fromEntries(search), year: String(first.year) }}
              />
            )}
          </Group>
        )}
      </Group>
      <Paged list={members} empty={t('noMembers')}>
        {(items: readonly Member[]) => <Members members={items} year={first?.year ?? 0} />}
      </Paged>
    </Page>
  );
}

function filtersIn(search: URLSearchParams): MemberFilters {
  const year = Number(search.get('year') ?? Number.NaN);
  const list = LISTS.find((one) => one === search.get('list'));
  const cityPlatform = Object.keys(CITIES).find((id) => id === search.get('cityPlatform'));
  return {
    ...(Number.isInteger(year) && { year }),
    ...(list !== undefined && { list }),
    ...(cityPlatform !== undefined && { cityPlatform: cityPlatform as NonNullable<MemberFilters['cityPlatform']> }),
  };
}

function Filters(props: {
  readonly filters: MemberFilters;
  readonly onChange: (changes: Readonly<Record<string, string>>) => void;
}) {
  const { filters, onChange } = props;
  const { t } = useTranslation('anhui');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const all = { value: '', label: common('all') };
  return (
    <Group gap="sm">
      <NativeSelect
        label={t('cityPlatform')}
        value={filters.cityPlatform ?? ''}
        onChange={(event) => onChange({ cityPlatform: event.currentTarget.value })}
        data={[all, ...Object.entries(CITIES).map(([value, name]) => ({ value, label: say(name) }))]}
      />
      <NativeSelect
        label={t('list')}
        value={filters.list ?? ''}
        onChange={(event) => onChange({ list: event.currentTarget.value })}
        data={[all, ...LISTS.map((value) => ({ value, label: say(lists[value]) }))]}
      />
    </Group>
  );
}

function Members({ members, year }: { readonly members: readonly Member[]; readonly year: number }) {
  const { t } = useTranslation('anhui');
  const heads = [t('member'), t('state'), t('tasks', { year })];
  return (
    <Part title={t('figures', { year })}>
      <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member) => (
            <MemberRow key={member.party} member={member} heads={heads} />
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}

function MemberRow({ member, heads }: { readonly member: Member; readonly heads: readonly string[] }) {
  const { party, name, kind, kindTitle, cityPlatform, introducer, figures, tasks, caseId } = member;
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        {caseId === null ? (
          <Text fw={600}>{name}</Text>
        ) : (
          <Anchor component={Link} href={`/cases/${caseId}`} fw={600}>
            {name}
          </Anchor>
        )}
        <Text size="sm" c="dimmed">
          {kind === 'INSTITUTION' ? `${party} · ${say(cityPlatform.name)}` : say(kindTitle)}
        </Text>
        {introducer !== null && (
          <Text size="sm" c="dimmed">
            {t('introducedBy', { name: introducer.name })}
          </Text>
        )}
        <FigureTerms figures={figures} />
      </Table.Td>
      <Table.Td data-label={heads[1]}>
        <Standing member={member} />
      </Table.Td>
      <Table.Td data-label={heads[2]} miw="16rem">
        <Tasks tasks={tasks} />
      </Table.Td>
    </Table.Tr>
  );
}

function Standing({ member: { status, statusTitle, joinedOn, endedOn, listed } }: { readonly member: Member }) {
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  return (
    <Stack gap={4} align="flex-start">
      <Tag {...(status === 'MEMBER' && { tone: 'good' })}>{say(statusTitle)}</Tag>
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {endedOn === null ? t('since', { day: joinedOn }) : t('ended', { day: endedOn })}
      </Text>
      {listed.map(({ list, listTitle, groundTitle, from, until, caseId }) => (
        <div key={list}>
          <Group gap="xs">
            <Tag tone={list === 'WHITE' ? 'good' : 'bad'}>{say(listTitle)}</Tag>
            {caseId !== null && (
              <Anchor
                component={Link}
                href={`/cases/${caseId}`}
                size="sm"
                aria-label={`${t('toCase')} ${say(listTitle)}`}
              >
                {t('toCase')}
              </Anchor>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {say(groundTitle)}
          </Text>
          {from !== null && (
            <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {until === null ? t('listedFrom', { from }) : t('listedTo', { from, to: until })}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  );
}

function Tasks({ tasks }: { readonly tasks: Member['tasks'] }) {
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  if (tasks.length === 0) return <Text c="dimmed">{t('noTasks')}</Text>;
  return (
    <Stack gap={6}>
      {tasks.map(({ figure, title, done, task, percent }) => (
        <div key={figure} className={classes['task']}>
          <span>
            {say(title)}
            <Text size="sm" c="dimmed">
              {t('progress', { done, task, percent })}
            </Text>
          </span>
          <Progress value={percent} aria-label={say(title)} color={percent === 100 ? 'green' : 'blue'} />
        </div>
      ))}
    </Stack>
  );
}
