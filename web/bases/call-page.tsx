/** How the declarations of a call stand by the scores of the experts, and whom the province recommends (HN-BASE-03). */
import { Alert, Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { answered, api } from '../api/client.ts';
import { Page, Part } from '../parts/page.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { TableExports } from '../parts/table-exports.tsx';
import { Tag } from '../parts/tag.tsx';
import { Ranking } from '../ranking/ranking.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { basesWords } from './words.ts';

addWords('bases', basesWords);

async function readCall(id: string) {
  return answered(api.GET('/api/hn-base/calls/{id}/ranking', { params: { path: { id } } }));
}

export default function CallPage() {
  const { id } = useParams<{ id: string }>();
  const call = useQuery({ queryKey: ['calls', id], queryFn: () => readCall(id) });
  return <Read query={call}>{(found) => <Call call={found} />}</Read>;
}

function Call({ call }: { readonly call: Awaited<ReturnType<typeof readCall>> }) {
  const { id, year, document, stageTitle, quota, isTiedAtQuota, items } = call;
  const { t } = useTranslation('bases');
  const { say } = useLocale();
  return (
    <Page
      title={t('title', { year: String(year) })}
      aside={
        <Anchor component={Link} href={`/cases/${id}`}>
          {t('toCall')}
        </Anchor>
      }
    >
      <Group>
        <Tag tone="plain">{say(stageTitle)}</Tag>
        <Text size="sm">{t('quota', { quota })}</Text>
      </Group>
      <Text>{document}</Text>
      {isTiedAtQuota && <Alert color="orange">{t('tieAtQuota', { quota })}</Alert>}
      <Part
        title={t('ranking')}
        aside={
          <TableExports
            path={`/api/hn-base/calls/${id}/ranking/export`}
            {...(items.some(({ isSelected }) => isSelected) && { pdf: `/api/hn-base/calls/${id}/recommended.pdf` })}
          />
        }
      >
        {items.length === 0 ? <Empty>{t('none')}</Empty> : <Ranking items={items} label={t('ranking')} />}
      </Part>
    </Page>
  );
}
