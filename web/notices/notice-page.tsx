/** A notice as it was sent, what became of it, and that it was read. */
import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { momentOf, Moment } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Failure, Read } from '../parts/states.tsx';
import { Arrival } from './arrival.tsx';
import { useAcknowledge, useNotice, type Notice } from './queries.ts';
import { addWords } from '../words/words.ts';
import { noticesWords } from './words.ts';

addWords('notices', noticesWords);

export default function NoticePage() {
  const { id } = useParams<{ id: string }>();
  return <Read query={useNotice(id)}>{(notice) => <ShownNotice notice={notice} />}</Read>;
}

/** Where the link of the notice leads whom it was sent to; others look at the case. */
function wayOf({ isMine, path }: Notice): string | null {
  return isMine ? path : null;
}

function ShownNotice({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation('notices');
  const acknowledge = useAcknowledge();
  return (
    <Page title={notice.subject ?? t('noSubject')}>
      <Group gap="sm">
        <Arrival {...notice} />
        <Moment at={notice.sentAt ?? notice.plannedAt} />
        <Text size="sm" c="dimmed">
          {t('to')}：{notice.recipientName} {notice.recipientEmail}
        </Text>
      </Group>
      {notice.lastError !== null && (
        <Text size="sm">
          {t('fault')}：{notice.lastError}
        </Text>
      )}
      {notice.response !== null && (
        <Text size="sm" c="dimmed">
          {t('answer')}：{notice.response}
        </Text>
      )}
      <Group gap="sm" className="no-print">
        {notice.acknowledgedAt !== null && (
          <Text role="status">{t('acknowledgedAt', { at: momentOf(notice.acknowledgedAt) })}</Text>
        )}
        {notice.acknowledgedAt === null && notice.isMine && (
          <Button loading={acknowledge.isPending} onClick={() => acknowledge.mutate(notice.id)}>
            {t('acknowledge')}
          </Button>
        )}
        <Button variant="default" onClick={() => window.print()}>
          {t('print')}
        </Button>
        {notice.caseId !== null && (
          <Button component={Link} variant="default" href={wayOf(notice) ?? `/cases/${notice.caseId}`}>
            {t('caseLink')}
          </Button>
        )}
      </Group>
      {acknowledge.error !== null && <Failure error={acknowledge.error} />}
      <Part title={t('asSent')}>
        {notice.text === null ? (
          <Text c="dimmed">{t('noContent')}</Text>
        ) : (
          <Paper withBorder p="md" className="typed" lang={notice.locale}>
            {notice.text}
          </Paper>
        )}
      </Part>
      <Anchor component={Link} href="/notices" className="no-print">
        {t('back')}
      </Anchor>
    </Page>
  );
}
