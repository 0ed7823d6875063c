/** A bulk decision of mine: how far it is, what became of each case, and a way to take back what is not done yet. */
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { momentOf } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Failure, Read } from '../parts/states.tsx';
import { Tag, type Tone } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useBulkDecision, useTakeBack, type BulkDecision } from './bulk.ts';
import { CaseTable, Why } from './preview-table.tsx';
import { bulkWords } from './words.ts';

addWords('bulk', bulkWords);

const TONE_OF: Readonly<Record<BulkDecision['items'][number]['status'], Tone | undefined>> = {
  WAITING: undefined,
  DONE: 'good',
  STALE: 'warning',
  REFUSED: 'bad',
  CANCELLED: 'plain',
  FAILED: 'bad',
};

export default function BulkPage() {
  const { id } = useParams<{ id: string }>();
  const { t } = useTranslation('bulk');
  const bulk = useBulkDecision(id);
  return (
    <Page title={t('title')}>
      <Read query={bulk}>{(decision) => <Shown decision={decision} />}</Read>
      <Anchor component={Link} href="/bulk">
        {t('others')}
      </Anchor>
    </Page>
  );
}

function Shown({ decision }: { readonly decision: BulkDecision }) {
  const { t } = useTranslation('bulk');
  const { say } = useLocale();
  const takeBack = useTakeBack(decision.id);
  const { items, status, counts } = decision;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Text fw={600}>{say(decision.actionTitle)}</Text>
        <Tag tone={status === 'ENDED' ? 'good' : 'warning'}>{t(`status_${status}`)}</Tag>
        <Text role="status">{t('progress', { done: counts.done, total: items.length })}</Text>
      </Group>
      {status === 'WAITING' && <Text>{t('runsAt', { at: momentOf(decision.runsAt) })}</Text>}
      {takeBack.data !== undefined && (
        <Alert color="green" role="status">
          {t('takenBack', { count: takeBack.data.takenBack.length })}
        </Alert>
      )}
      {takeBack.error !== null && <Failure error={takeBack.error} />}
      {counts.waiting > 0 && (
        <Group>
          <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
            {t('takeBack')}
          </Button>
        </Group>
      )}
      <CaseTable
        items={items}
        result={({ status: of, refusal }) => (
          <>
            <Tag {...(TONE_OF[of] !== undefined && { tone: TONE_OF[of] })}>{t(`item_${of}`)}</Tag>
            {refusal !== null && <Why refusal={refusal} />}
          </>
        )}
      />
    </Stack>
  );
}
