/** How a campaign stands: its cut-offs, and how many entries are where, district by district and category by category (SH-EVAL-01.5, 03.2, 06.1). */
import { Anchor, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { Moment } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { boardRows, type BoardRow } from './board.ts';
import { useCampaign, type Campaign } from './queries.ts';
import { assessmentsWords } from './words.ts';

addWords('assessments', assessmentsWords);

export default function CampaignPage() {
  const { id } = useParams<{ id: string }>();
  return <Read query={useCampaign(id)}>{(campaign) => <Board campaign={campaign} />}</Read>;
}

function Board({ campaign }: { readonly campaign: Campaign }) {
  const { id, year, stageTitle, institutionCutOff, districtCutOff, cells } = campaign;
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  return (
    <Page
      title={t('board', { year: String(year) })}
      aside={
        <Anchor component={Link} href={`/cases/${id}`}>
          {t('toCampaign')}
        </Anchor>
      }
    >
      <Stack gap={4}>
        <Group>
          <Tag>{say(stageTitle)}</Tag>
        </Group>
        <Text size="sm">
          {t('institutionCutOff')} <Moment at={institutionCutOff} />
        </Text>
        <Text size="sm">
          {t('districtCutOff')} <Moment at={districtCutOff} />
        </Text>
      </Stack>
      <Part title={t('byDistrict')}>
        <Rows rows={boardRows(cells, ({ district }) => ({ key: district.region, title: district.title }))} />
      </Part>
      <Part title={t('byCategory')}>
        <Rows rows={boardRows(cells, ({ category, categoryTitle }) => ({ key: category, title: categoryTitle }))} />
      </Part>
    </Page>
  );
}

function Rows({ rows }: { readonly rows: readonly BoardRow[] }) {
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  if (rows.length === 0) return <Empty>{t('none')}</Empty>;
  return (
    <List listStyleType="none" spacing="sm">
      {rows.map(({ key, title, entries, open, stages }) => (
        <List.Item key={key}>
          <Group gap="xs">
            <Text fw={600}>{say(title)}</Text>
            <Text size="sm" c="dimmed">
              {t('total', { entries })} · {t('open', { entries: open })}
            </Text>
            {stages.map(({ stage, title: standing, entries: there }) => (
              <Tag key={stage}>{t('count', { stage: say(standing), entries: there })}</Tag>
            ))}
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
