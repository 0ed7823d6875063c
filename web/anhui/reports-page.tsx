/** The desk of reports: what is still to be made and how long there is, and members by periods with what came in time, late or not (AH-EVAL-04). */
import { Anchor, Group, List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Due, TimeLeft } from '../parts/due.tsx';
import { TableExports } from '../parts/table-exports.tsx';
import { Tag, type Tone } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import classes from './anhui.module.css';
import {
  useOpenBulletins,
  useOwedReports,
  useReportTable,
  type Report,
  type ReportCell,
  type ReportTable,
  type ReportTableRow,
} from './queries.ts';
import { Ways } from './ways.tsx';
import { anhuiWords } from './words.ts';
import { Years } from './years.tsx';

addWords('anhui', anhuiWords);

/** Colours of how a report came; what it is stands in words. */
const TONES = {
  DUE: 'plain',
  SUBMITTED_IN_TIME: 'good',
  SUBMITTED_LATE: 'warning',
  MISSING: 'bad',
} as const satisfies Record<Report['status'], Tone>;

export default function ReportsPage() {
  const { t } = useTranslation('anhui');
  return (
    <Page title={t('reportsTitle')}>
      <Ways here="/anhui/reports" />
      <Stack gap="xl">
        <Part title={t('owed')}>
          <Paged list={useOwedReports()} empty={t('nothingOwed')}>
            {(items: readonly Report[]) => <Owed reports={items} />}
          </Paged>
        </Part>
        <OpenBulletins />
        <AtAGlance />
      </Stack>
    </Page>
  );
}

function Owed({ reports }: { readonly reports: readonly Report[] }) {
  const { t } = useTranslation('anhui');
  // The department reads how they stand; the cases are those of the platform.
  const mayOpenAny = reports.some(({ caseId }) => caseId !== null);
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {(['period', 'member', 'dueOn', 'state'] as const).map((head) => (
            <Table.Th key={head}>{t(head)}</Table.Th>
          ))}
          {mayOpenAny && <Table.Th>{t('case')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {reports.map((report) => (
          <OwedRow key={`${report.member.party} ${report.period}`} report={report} mayOpenAny={mayOpenAny} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function OwedRow({ report, mayOpenAny }: { readonly report: Report; readonly mayOpenAny: boolean }) {
  const {
    member,
    periodTitle,
    kindTitle,
    dueOn,
    status,
    statusTitle,
    examinedTitle,
    workingDaysLeft,
    overdue,
    caseId,
  } = report;
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  return (
    <Table.Tr>
      <Table.Td fw={600}>
        {say(periodTitle)}
        <Text size="sm" c="dimmed" fw={400}>
          {say(kindTitle)}
        </Text>
      </Table.Td>
      <Table.Td data-label={t('member')}>{member.name}</Table.Td>
      <Table.Td data-label={t('dueOn')}>
        <Text span style={{ whiteSpace: 'nowrap' }}>
          {dueOn}
        </Text>{' '}
        <TimeLeft workingDays={workingDaysLeft} overdue={overdue} />
      </Table.Td>
      <Table.Td data-label={t('state')}>
        <Group gap="xs">
          <Tag tone={TONES[status]}>{say(statusTitle)}</Tag>
          {examinedTitle !== null && <Text size="sm">{say(examinedTitle)}</Text>}
        </Group>
      </Table.Td>
      {mayOpenAny && (
        <Table.Td data-label={t('case')}>
          {caseId !== null && (
            <Anchor
              component={Link}
              href={`/cases/${caseId}`}
              aria-label={t('openCase_of', { period: say(periodTitle), name: member.name })}
            >
              {t('openCase')}
            </Anchor>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** Bulletins that are not issued yet, for who handles them; nothing for others. */
function OpenBulletins() {
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  const items = useOpenBulletins().data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Part title={t('openBulletins')}>
      <List listStyleType="none" spacing="xs">
        {items.map(({ id, about, number, stageTitle, dueAt }) => {
          const quarter = about?.split(':').at(-1) ?? '';
          return (
            <List.Item key={id}>
              <Group gap="sm">
                <Text fw={600}>{quarter}</Text>
                <Text>{say(stageTitle)}</Text>
                {dueAt !== null && <Due at={dueAt} />}
                <Anchor
                  component={Link}
                  href={`/anhui/bulletins/${quarter}`}
                  aria-label={`${t('toBulletin')} ${quarter}`}
                >
                  {t('toBulletin')}
                </Anchor>
                <Anchor component={Link} href={`/cases/${id}`}>
                  {number}
                </Anchor>
              </Group>
            </List.Item>
          );
        })}
      </List>
    </Part>
  );
}

function AtAGlance() {
  const { t } = useTranslation('anhui');
  const { me } = useSession();
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('year') ?? Number.NaN);
  const list = useReportTable(Number.isInteger(asked) ? { year: asked } : {});
  const [first] = list.data?.pages ?? [];
  return (
    <Part
      title={first === undefined ? t('year') : t('atAGlance', { year: first.year })}
      aside={
        first !== undefined && (
          <Group gap="xs">
            <Years year={first.year} onChange={(year) => setSearch({ year: String(year) }, { replace: true })} />
            {may(me, 'case.export') && (
              <TableExports path="/api/ah/reports/export" query={{ year: String(first.year) }} />
            )}
          </Group>
        )
      }
    >
      <Paged list={list} empty={t('noReports')}>
        {(items: readonly ReportTableRow[]) => <Glance members={items} periods={first?.periods ?? []} />}
      </Paged>
    </Part>
  );
}

function Glance({
  members,
  periods,
}: {
  readonly members: readonly ReportTableRow[];
  readonly periods: ReportTable['periods'];
}) {
  const { t } = useTranslation('anhui');
  const { say, locale } = useLocale();
  const monthName = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const heads = periods.map(({ period }) => {
    const [, month] = period.split('-');
    return month === undefined ? t('wholeYear') : monthName.format(Date.UTC(2000, Number(month) - 1, 15));
  });
  return (
    <div className={classes['wide']} role="region" aria-label={t('reportsTitle')} tabIndex={0}>
      <Table className={rows['rows'] ?? ''} verticalSpacing="xs" horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th miw="12rem">{t('member')}</Table.Th>
            {heads.map((head) => (
              <Table.Th key={head} style={{ whiteSpace: 'nowrap' }}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map(({ member, caseId, cells }) => (
            <Table.Tr key={member.party}>
              <Table.Td fw={600}>
                {member.name}
                <Text size="sm" c="dimmed" fw={400}>
                  {say(member.kindTitle)}
                </Text>
              </Table.Td>
              {cells.map((cell, nth) => (
                <Table.Td
                  key={periods[nth]?.period}
                  data-label={heads[nth]}
                  {...(cell === null && { className: classes['nothing'] ?? '' })}
                >
                  {cell !== null && <Cell cell={cell} name={member.name} caseId={caseId} />}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {members.length > 1 && (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th>{t('sums')}</Table.Th>
              {periods.map(({ period, counts }, nth) => (
                <Table.Td
                  key={period}
                  data-label={heads[nth]}
                  {...(isNone(counts) && { className: classes['nothing'] ?? '' })}
                >
                  <Sums counts={counts} />
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </div>
  );
}

function Cell(props: { readonly cell: ReportCell; readonly name: string; readonly caseId: string | null }) {
  const { cell, name, caseId } = props;
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  const tag = <Tag tone={TONES[cell.status]}>{t(`short_${cell.status}`)}</Tag>;
  const words = t('cell', { name, period: say(cell.periodTitle), status: say(cell.statusTitle) });
  if (caseId === null) return tag;
  return (
    <Anchor component={Link} href={`/cases/${caseId}`} aria-label={words} title={words}>
      {tag}
    </Anchor>
  );
}

function isNone(counts: ReportTable['periods'][number]['counts']): boolean {
  return Object.values(counts).every((n) => n === 0);
}

function Sums({ counts }: { readonly counts: ReportTable['periods'][number]['counts'] }) {
  const { t } = useTranslation('anhui');
  return (Object.keys(TONES) as Report['status'][])
    .filter((status) => counts[status] > 0)
    .map((status) => (
      <Text key={status} size="xs" style={{ whiteSpace: 'nowrap' }}>
        {t('sum', { word: t(`short_${status}`), n: counts[status] })}
      </Text>
    ));
}
