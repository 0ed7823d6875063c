/** The annual evaluation of a year: two rankings with ties, grades and what followed (AH-EVAL-07). */
import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'wouter';
import { Page, Part } from '../parts/page.tsx';
import rows from '../parts/rows.module.css';
import { Empty, Read } from '../parts/states.tsx';
import { TableExports } from '../parts/table-exports.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useEvaluations, type Ranking } from './queries.ts';
import { Ways } from './ways.tsx';
import { anhuiWords } from './words.ts';
import { Years } from './years.tsx';

addWords('anhui', anhuiWords);

/** Colours of the three grades; what they are is said in words. */
const TONES = { EXCELLENT: 'good', QUALIFIED: 'plain', UNQUALIFIED: 'bad' } as const;

export default function EvaluationPage() {
  const { year: asked } = useParams<{ year?: string }>();
  const evaluations = useEvaluations(asked === undefined ? 'latest' : Number(asked));
  const year = evaluations.data?.year;
  const { t } = useTranslation('anhui');
  const { me } = useSession();
  const [, go] = useLocation();
  return (
    <Page
      title={year === undefined ? t('toEvaluations') : t('evaluationTitle', { year })}
      aside={
        year !== undefined && (
          <Group gap="xs">
            <Years year={year} onChange={(other) => go(`/anhui/evaluations/${other}`)} />
            {may(me, 'case.export') && (
              <TableExports
                path={`/api/ah/evaluations/${year}/export`}
                pdf={`/api/ah/evaluations/${year}/results.pdf`}
              />
            )}
          </Group>
        )
      }
    >
      <Ways here="/anhui/evaluations" />
      <Read query={evaluations}>
        {({ years, rankings }) => (
          <>
            {years.length > 0 && (
              <Group gap="sm">
                <Text size="sm">{t('otherYears')}</Text>
                {years.map((one) => (
                  <Anchor key={one} component={Link} href={`/anhui/evaluations/${one}`}>
                    {one}
                  </Anchor>
                ))}
              </Group>
            )}
            {rankings.every(({ items }) => items.length === 0) ? (
              <Empty>{t('noEvaluations')}</Empty>
            ) : (
              <Stack gap="xl">
                {rankings
                  .filter(({ items }) => items.length > 0)
                  .map((ranking) => (
                    <ShownRanking key={ranking.kind} ranking={ranking} />
                  ))}
              </Stack>
            )}
          </>
        )}
      </Read>
    </Page>
  );
}

function ShownRanking({ ranking: { title, grades, items, notConfigured } }: { readonly ranking: Ranking }) {
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  const heads = ['place', 'member', 'score', 'grade', 'standing'] as const;
  return (
    <Part title={say(title)}>
      {notConfigured !== null && items.some(({ total }) => total === null) && (
        <Text size="sm">{say(notConfigured)}</Text>
      )}
      {items.length > 1 && (
        <Group gap="md" mb="xs">
          {grades.map(({ grade, title: of, n }) => (
            <Text key={grade} size="sm">
              {t('gradeCount', { grade: say(of), n })}
            </Text>
          ))}
        </Group>
      )}
      <Table className={rows['rows'] ?? ''} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{t(head)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Result key={item.member.party} item={item} />
          ))}
        </Table.Tbody>
      </Table>
    </Part>
  );
}

function Result({ item }: { readonly item: Ranking['items'][number] }) {
  const { member, place, tied, late, total, grade, gradeTitle, rewardProposed, standing, caseId } = item;
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  return (
    <Table.Tr>
      <Table.Td data-label={t('place')} style={{ whiteSpace: 'nowrap' }}>
        {place ?? t('noPlace')} {tied && <Tag>{t('tied')}</Tag>} {late && <Tag>{t('rankedLate')}</Tag>}
      </Table.Td>
      <Table.Td data-label={t('member')}>
        {caseId === null ? (
          member.name
        ) : (
          <Anchor component={Link} href={`/cases/${caseId}`} inherit>
            {member.name}
          </Anchor>
        )}
        <Text size="sm" c="dimmed">
          {say(member.kind === 'INSTITUTION' ? member.cityPlatform.name : member.kindTitle)}
        </Text>
      </Table.Td>
      <Table.Td data-label={t('score')}>{total ?? t('notScored')}</Table.Td>
      <Table.Td data-label={t('grade')}>
        {grade === null || gradeTitle === null ? t('notGraded') : <Tag tone={TONES[grade]}>{say(gradeTitle)}</Tag>}
      </Table.Td>
      <Table.Td data-label={t('standing')}>
        {say(standing)}
        {rewardProposed && (
          <Text size="sm" c="dimmed">
            {t('reward')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
