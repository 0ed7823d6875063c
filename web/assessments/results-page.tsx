/** What the assessment of a year came to, category by category, for everybody (SH-EVAL-01.3, 03.2, 09.1). */
import { Anchor, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams } from 'wouter';
import { momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { TableExports } from '../parts/table-exports.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useResults, type Result } from './queries.ts';
import { assessmentsWords } from './words.ts';

addWords('assessments', assessmentsWords);

/** Colours of the three grades; what they are is said in words. */
const TONES = { EXCELLENT: 'good', GOOD: 'plain', UNQUALIFIED: 'warning' } as const;

export default function ResultsPage() {
  const { year } = useParams<{ year: string }>();
  const { t } = useTranslation('assessments');
  const { me } = useSession();
  const results = useResults(Number(year));
  const published = results.data?.pages[0]?.published;
  return (
    <Page
      title={t('results', { year })}
      aside={
        published != null &&
        may(me, 'case.export') && (
          <TableExports
            path={`/api/sh-eval/assessments/${year}/export`}
            pdf={`/api/sh-eval/assessments/${year}/results.pdf`}
          />
        )
      }
    >
      {published != null && (
        <Stack gap={4}>
          <Text size="sm">{t('publishedAt', { at: momentOf(published.at) })}</Text>
          <Text size="sm">{t('term', { from: published.term.validFrom, to: published.term.validTo })}</Text>
          <Anchor href={published.link} size="sm" rel="noreferrer">
            {t('official')}
          </Anchor>
        </Stack>
      )}
      <Paged list={results} empty={t('empty')}>
        {(items: readonly Result[]) => <ByCategory items={items} />}
      </Paged>
    </Page>
  );
}

function ByCategory({ items }: { readonly items: readonly Result[] }) {
  const { say } = useLocale();
  const categories = [...new Map(items.map(({ category, categoryTitle }) => [category, categoryTitle]))];
  return (
    <Stack gap="xl">
      {categories.map(([category, title]) => (
        <Part key={category} title={say(title)}>
          <List listStyleType="none" spacing="xs">
            {items
              .filter((item) => item.category === category)
              .map(({ party, name, grade, gradeTitle }) => (
                <List.Item key={party}>
                  <Group gap="xs">
                    <Text>{name}</Text>
                    <Tag tone={TONES[grade]}>{say(gradeTitle)}</Tag>
                  </Group>
                </List.Item>
              ))}
          </List>
        </Part>
      ))}
    </Stack>
  );
}
