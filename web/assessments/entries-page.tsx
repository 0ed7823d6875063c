/** The entries that a figure of the board counts, by name (SH-EVAL-06.1). */
import { Anchor, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'wouter';
import { Page } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { EntryList } from './entry-list.tsx';
import { useCampaign, useEntries, type Campaign, type EntryFilters } from './queries.ts';
import { assessmentsWords } from './words.ts';

addWords('assessments', assessmentsWords);

const NAMES = ['district', 'category', 'stage', 'open', 'late'] as const satisfies readonly (keyof EntryFilters)[];

export default function CampaignEntriesPage() {
  const { id } = useParams<{ id: string }>();
  const [search] = useSearchParams();
  // A value that the API does not know it refuses in words.
  const filters = Object.fromEntries(
    NAMES.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : [])),
  ) as EntryFilters;
  return <Read query={useCampaign(id)}>{(campaign) => <Entries campaign={campaign} filters={filters} />}</Read>;
}

function Entries({ campaign, filters }: { readonly campaign: Campaign; readonly filters: EntryFilters }) {
  const { id, year } = campaign;
  const { t } = useTranslation('assessments');
  const entries = useEntries(id, filters);
  const chosen = useFilterWords(campaign, filters);
  return (
    <Page
      title={t('entries', { year: String(year) })}
      aside={
        <Anchor component={Link} href={`/campaigns/${id}`}>
          {t('toBoard')}
        </Anchor>
      }
    >
      {chosen.length > 0 && (
        <Group gap="xs">
          {chosen.map((words) => (
            <Tag key={words}>{words}</Tag>
          ))}
          <Anchor component={Link} href={`/campaigns/${id}/entries`} size="sm">
            {t('allEntries')}
          </Anchor>
        </Group>
      )}
      <Paged list={entries} empty={t('noEntries')}>
        {(items) => <EntryList items={items} />}
      </Paged>
    </Page>
  );
}

/** What was chosen, in words. */
function useFilterWords({ cells }: Campaign, { district, category, stage, open, late }: EntryFilters): string[] {
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  const of = (is: (cell: Campaign['cells'][number]) => boolean) => cells.find(is);
  const titles = [
    district === undefined ? undefined : of((cell) => cell.district.region === district)?.district.title,
    category === undefined ? undefined : of((cell) => cell.category === category)?.categoryTitle,
    stage === undefined ? undefined : of((cell) => cell.stage === stage)?.stageTitle,
  ].flatMap((title) => (title === undefined ? [] : [say(title)]));
  return [
    ...titles,
    ...(open === undefined ? [] : [t(`open_${open}`)]),
    ...(late === undefined ? [] : [t(`late_${late}`)]),
  ];
}
