/** The bulletin of a quarter to be read: what was frozen, what was corrected in a note, and eight columns for each member (AH-EVAL-05). */
import { Alert, Anchor, Button, Group, List, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import shown from '../forms/shown-value.module.css';
import { endOf, momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import rows from '../parts/rows.module.css';
import { Empty, Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import classes from './anhui.module.css';
import { useBulletin, type Bulletin } from './queries.ts';
import { Ways } from './ways.tsx';
import { anhuiWords } from './words.ts';

addWords('anhui', anhuiWords);

export default function BulletinPage() {
  const { quarter } = useParams<{ quarter: string }>();
  return <Read query={useBulletin(quarter)}>{(bulletin) => <ShownBulletin bulletin={bulletin} />}</Read>;
}

function ShownBulletin({ bulletin }: { readonly bulletin: Bulletin }) {
  const { quarter, title, standing, issued, asOf, notes, sums, groups, caseId } = bulletin;
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  const file = (format: string) => `/api/ah/bulletins/${quarter}/bulletin.${format}`;
  return (
    <Page
      title={t('bulletinTitle', { quarter: say(title) })}
      aside={<Tag {...(issued && { tone: 'good' })}>{say(standing)}</Tag>}
    >
      <Ways here={null} />
      <Terms bulletin={bulletin} />
      <Group gap="xs" className="no-print">
        {asOf !== null && (
          <>
            <Button component="a" href={file('pdf')} download variant="default" size="compact-md">
              {t('pdf')}
            </Button>
            <Button component="a" href={file('docx')} download variant="default" size="compact-md">
              {t('word')}
            </Button>
          </>
        )}
        {caseId !== null && (
          <Anchor component={Link} href={`/cases/${caseId}`}>
            {t('toCase')}
          </Anchor>
        )}
      </Group>
      {notes.length > 0 && (
        <Alert color="orange">
          <Text fw={600}>{t('notes')}</Text>
          <List type="ordered" spacing={4}>
            {notes.map(({ note, at }, nth) => (
              // Notes are added and never changed: their place names them.
              <List.Item key={nth}>
                <span className="typed">{note}</span>{' '}
                <Text span size="sm" c="dimmed">
                  {momentOf(at)}
                </Text>
              </List.Item>
            ))}
          </List>
          <Text size="sm" mt="xs">
            {t('notesHelp')}
          </Text>
        </Alert>
      )}
      {asOf === null && <Text>{t('notFrozen')}</Text>}
      <Stack gap="xl">
        <Part title={t('sumOfAll')}>
          <Figures heads={sums} rows={[{ party: '', name: t('sumOfAll'), figures: sums.map(({ n }) => n) }]} />
        </Part>
        {groups.map(({ kind, title: of, rows: members }) => (
          <Part key={kind} title={say(of)}>
            {members.length === 0 ? <Empty>{t('noRows')}</Empty> : <Figures heads={sums} rows={members} />}
          </Part>
        ))}
      </Stack>
    </Page>
  );
}

function Terms({ bulletin: { asOf, issuedAt, document } }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation('anhui');
  const { t: common } = useTranslation();
  return (
    <dl className={shown['terms']}>
      <div>
        <dt>{t('document')}</dt>
        <dd>{document ?? t('notIssued')}</dd>
      </div>
      <div>
        <dt>{t('asOf')}</dt>
        <dd>{asOf === null ? common('none') : endOf(asOf)}</dd>
      </div>
      <div>
        <dt>{t('issuedAt')}</dt>
        <dd>{issuedAt === null ? t('notIssued') : momentOf(issuedAt)}</dd>
      </div>
    </dl>
  );
}

function Figures(props: { readonly heads: Bulletin['sums']; readonly rows: Bulletin['groups'][number]['rows'] }) {
  const { heads, rows: members } = props;
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  return (
    <Table className={rows['rows'] ?? ''} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th miw="14rem">{t('member')}</Table.Th>
          {heads.map(({ figure, title }) => (
            <Table.Th key={figure} className={classes['number'] ?? ''}>
              {say(title)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map(({ party, name, figures }) => (
          <Table.Tr key={party}>
            <Table.Td fw={600}>{name}</Table.Td>
            {heads.map(({ figure, title }, nth) => (
              <Table.Td key={figure} data-label={say(title)} className={classes['number'] ?? ''}>
                {figures[nth]}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
