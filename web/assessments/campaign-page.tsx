/**
 * How a campaign stands: its cut-offs, how many entries are where, district by district and category by category, who is late by name, and how the entries
 * rank (SH-EVAL-01.5, 03.2, 05.4, 06.1). Each figure opens the entries that it counts.
 */
import { Anchor, Group, List, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { Moment } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { TableExports } from '../parts/table-exports.tsx';
import { Tag } from '../parts/tag.tsx';
import { Ranking } from '../ranking/ranking.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { boardRows, type BoardRow } from './board.ts';
import { EntryList } from './entry-list.tsx';
import { useCampaign, useEntries, useRanking, type Campaign, type Cell, type EntryFilters } from './queries.ts';
import { assessmentsWords } from './words.ts';

addWords('assessments', assessmentsWords);

export default function CampaignPage() {
  const { id } = useParams<{ id: string }>();
  return <Read query={useCampaign(id)}>{(campaign) => <Board campaign={campaign} />}</Read>;
}

function Board({ campaign }: { readonly campaign: Campaign }) {
  const { id, year, stageTitle, institutionCutOff, districtCutOff, cells, ranks } = campaign;
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  return (
    <Page
      title={t('board', { year: String(year) })}
      aside={
        <Group gap="md">
          <Anchor component={Link} href={`/cases/${id}`}>
            {t('toCampaign')}
          </Anchor>
          <Anchor component={Link} href={`/assessments/${year}`}>
            {t('toResults')}
          </Anchor>
        </Group>
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
      <Late id={id} />
      <Part title={t('byDistrict')}>
        <Rows
          id={id}
          rows={boardRows(cells, ({ district }) => ({ key: district.region, title: district.title }))}
          of={(district) => ({ district })}
        />
      </Part>
      {cells.length > 0 && <Annex1 id={id} cells={cells} />}
      <Part title={t('byCategory')}>
        <Rows
          id={id}
          rows={boardRows(cells, ({ category, categoryTitle }) => ({ key: category, title: categoryTitle }))}
          of={(category) => ({ category: category as Cell['category'] })}
        />
      </Part>
      {ranks && cells.length > 0 && <Ranks id={id} cells={cells} />}
    </Page>
  );
}

/** The entries that are late, by name. */
function Late({ id }: { readonly id: string }) {
  const { t } = useTranslation('assessments');
  const late = useEntries(id, { late: 'true' });
  return (
    <Part title={t('late')}>
      <Paged list={late} empty={t('noneLate')}>
        {(items) => <EntryList items={items} />}
      </Paged>
    </Part>
  );
}

function Rows(props: {
  readonly id: string;
  readonly rows: readonly BoardRow[];
  /** The entries of a row. */
  readonly of: (key: string) => EntryFilters;
}) {
  const { id, rows, of } = props;
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  const open = (filters: EntryFilters) => `/campaigns/${id}/entries?${new URLSearchParams(filters).toString()}`;
  if (rows.length === 0) return <Empty>{t('none')}</Empty>;
  return (
    <List listStyleType="none" spacing="sm">
      {rows.map(({ key, title, entries, open: running, late, stages }) => (
        <List.Item key={key}>
          <Group gap="xs">
            <Text fw={600}>{say(title)}</Text>
            <Figure href={open(of(key))}>{t('total', { entries })}</Figure>
            {running > 0 && (
              <Figure href={open({ ...of(key), open: 'true' })}>{t('open', { entries: running })}</Figure>
            )}
            {late > 0 && <Figure href={open({ ...of(key), late: 'true' })}>{t('lateCount', { entries: late })}</Figure>}
          </Group>
          <Group gap="md">
            {stages.map(({ stage, title: standing, entries: there }) => (
              <Figure key={stage} href={open({ ...of(key), stage })}>
                {t('count', { stage: say(standing), entries: there })}
              </Figure>
            ))}
          </Group>
        </List.Item>
      ))}
    </List>
  );
}

/** A figure that opens the entries it counts. */
function Figure({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <Anchor component={Link} href={href} size="sm" display="inline-block" py={4}>
      {children}
    </Anchor>
  );
}

/** The summary table that a district sends with its letter: annex 1 as a spreadsheet (SH-EVAL-06.3). */
function Annex1({ id, cells }: { readonly id: string; readonly cells: readonly Cell[] }) {
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  const districts = new Map(cells.map(({ district }) => [district.region, district.title]));
  return (
    <Part title={t('annex1')}>
      <Group gap="md">
        {[...districts].map(([region, title]) => (
          <Anchor
            key={region}
            size="sm"
            download
            href={`/api/sh-eval/campaigns/${id}/recommendations.xlsx?${new URLSearchParams({ district: region }).toString()}`}
          >
            {t('annex1Of', { district: say(title) })}
          </Anchor>
        ))}
      </Group>
    </Part>
  );
}

/** How the entries of a category rank: each category is ranked by itself. */
function Ranks({ id, cells }: { readonly id: string; readonly cells: readonly Cell[] }) {
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  const categories = [...new Map(cells.map(({ category, categoryTitle }) => [category, categoryTitle]))];
  const [chosen, choose] = useState<Cell['category'] | undefined>(categories[0]?.[0]);
  if (chosen === undefined) return null;
  return (
    <Part
      title={t('ranking')}
      aside={<TableExports of={t('allCategories')} path={`/api/sh-eval/campaigns/${id}/ranking/export`} />}
    >
      <Stack gap="sm">
        <NativeSelect
          label={t('category')}
          value={chosen}
          maw="24rem"
          onChange={(event) => choose(categories.find(([code]) => code === event.currentTarget.value)?.[0])}
          data={categories.map(([value, title]) => ({ value, label: say(title) }))}
        />
        <OfCategory id={id} category={chosen} />
      </Stack>
    </Part>
  );
}

function OfCategory({ id, category }: { readonly id: string; readonly category: Cell['category'] }) {
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  const ranking = useRanking(id, category);
  const { weights, isTotal = false } = ranking.data?.pages[0] ?? {};
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(isTotal ? 'rankingByTotal' : 'rankingHelp')}
        {weights !== undefined && t('weights', { weights: say(weights) })}
      </Text>
      <TableExports of={t('thisCategory')} path={`/api/sh-eval/campaigns/${id}/ranking/export`} query={{ category }} />
      <Paged list={ranking} empty={t('nobodyAdmitted')}>
        {(items) => <Ranking items={items} label={t('ranking')} />}
      </Paged>
    </>
  );
}
