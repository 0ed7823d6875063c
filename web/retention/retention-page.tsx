/** How long records are kept: what may be deleted today and what keeps the rest, the backups, and the seals (HN-NET-10). */
import { Anchor, Button, List, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import { retentionHoldCodes } from '../../rules/hn-net/retention.ts';
import { CaseName } from '../parts/case-name.tsx';
import { momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import rows from '../parts/rows.module.css';
import { Empty, Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useRetained, useRetention, type Standing } from './queries.ts';
import { Seals } from './seals.tsx';
import { retentionWords } from './words.ts';

addWords('retention', retentionWords);

const STANDINGS: readonly Standing[] = ['DUE', ...retentionHoldCodes];

export default function RetentionPage() {
  const { t } = useTranslation('retention');
  const { me } = useSession();
  return (
    <Page title={t('title')}>
      <Text maw="48rem">{t('intro')}</Text>
      <Read query={useRetention()}>
        {({ asOf, classes, backups, deletion }) => (
          <Stack gap="xl">
            <Part
              title={t('dryRun', { day: asOf })}
              aside={
                deletion !== null ? (
                  <Anchor component={Link} href={`/cases/${deletion.caseId}`}>
                    {t('underWay')}
                  </Anchor>
                ) : (
                  may(me, 'case.file') && (
                    <Button component={Link} href="/file/dataDeletion" variant="default" size="compact-md">
                      {t('propose')}
                    </Button>
                  )
                )
              }
            >
              <Classes classes={classes} />
            </Part>
            <RetainedCases />
            <Part title={t('backups')}>
              {backups.length === 0 ? (
                <Empty>{t('noBackups')}</Empty>
              ) : (
                <>
                  <Text size="sm" c="dimmed" maw="48rem">
                    {t('backupsHelp')}
                  </Text>
                  <List listStyleType="none" spacing={4} mt="xs">
                    {backups.map(({ name, takenAt, keptUntil }) => (
                      <List.Item key={name}>
                        {t('backupUntil', { takenAt: momentOf(takenAt), keptUntil: momentOf(keptUntil) })}
                      </List.Item>
                    ))}
                  </List>
                </>
              )}
            </Part>
            <Seals />
          </Stack>
        )}
      </Read>
    </Page>
  );
}

type Classes = NonNullable<ReturnType<typeof useRetention>['data']>['classes'];

function Classes({ classes }: { readonly classes: Classes }) {
  const { t } = useTranslation('retention');
  const { say } = useLocale();
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {(['class', 'period', 'due', 'kept'] as const).map((head) => (
            <Table.Th key={head}>{t(head)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {classes.map(({ class: code, title, start, months, all, due, share, stops, held }) => (
          <Table.Tr key={code}>
            <Table.Td fw={600}>{say(title)}</Table.Td>
            <Table.Td data-label={t('period')}>
              {t('months', { months })}
              <Text size="sm" c="dimmed">
                {t('from', { start: say(start) })}
              </Text>
            </Table.Td>
            <Table.Td data-label={t('due')}>
              {t('dueOf', { due, all, share })}
              {stops && (
                <div>
                  <Tag tone="warning">{t('stops')}</Tag>
                </div>
              )}
            </Table.Td>
            <Table.Td data-label={t('kept')}>
              {held.length === 0
                ? t('nothingKept')
                : held.map(({ hold, title: why, count }) => (
                    <div key={hold}>{t('keptCount', { title: say(why), count })}</div>
                  ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RetainedCases() {
  const { t } = useTranslation('retention');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const [search, setSearch] = useSearchParams();
  const chosen = STANDINGS.find((one) => one === search.get('standing'));
  const list = useRetained(chosen);
  return (
    <Part
      title={t('cases')}
      aside={
        <NativeSelect
          label={t('standing')}
          value={chosen ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setSearch(value === '' ? {} : { standing: value }, { replace: true });
          }}
          data={[
            { value: '', label: t('pastPeriod') },
            ...STANDINGS.map((one) => ({ value: one, label: t(`standing_${one}`) })),
          ]}
        />
      }
    >
      <Paged list={list} empty={t('none')}>
        {(items) => (
          <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{common('number')}</Table.Th>
                {(['class', 'startOn', 'notBefore', 'standing'] as const).map((head) => (
                  <Table.Th key={head}>{t(head)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ caseId, number, title, kindTitle, classTitle, startOn, notBefore, hold, standing }) => (
                <Table.Tr key={caseId}>
                  <Table.Td>
                    <CaseName id={caseId} number={number} title={title} />
                    <Text size="sm">{say(kindTitle)}</Text>
                  </Table.Td>
                  <Table.Td data-label={t('class')}>{say(classTitle)}</Table.Td>
                  <Table.Td data-label={t('startOn')} style={{ whiteSpace: 'nowrap' }}>
                    {startOn}
                  </Table.Td>
                  <Table.Td data-label={t('notBefore')} style={{ whiteSpace: 'nowrap' }}>
                    {notBefore}
                  </Table.Td>
                  <Table.Td data-label={t('standing')}>
                    <Tag {...(hold === null && { tone: 'warning' })}>{say(standing)}</Tag>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Paged>
    </Part>
  );
}
