/** What consumers say of a provider: figures of all, and each that is in view (HN-NET-19.1). */
import { Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { momentOf } from '../parts/moment.tsx';
import { Paged } from '../parts/paged.tsx';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';
import { useEvaluations, type Provider } from './queries.ts';

interface LaterWords {
  readonly text: string | null;
  readonly at: string;
}

export function Evaluations(props: { readonly party: string; readonly figures: Provider['evaluations'] }) {
  const { party, figures } = props;
  const { t } = useTranslation('network');
  return (
    <>
      <Figures figures={figures} />
      <Paged list={useEvaluations(party)} empty={t('noEvaluations')}>
        {(items) => (
          <List listStyleType="none" spacing="md">
            {items.map(({ score, completedOn, evaluation, answer, comment, contested }) => (
              <List.Item key={evaluation.at}>
                <Group gap="xs">
                  <Text span fw={600}>
                    {t('score', { score })}
                  </Text>
                  <Text span size="sm" c="dimmed">
                    {momentOf(evaluation.at)} · {t('completedOn', { day: completedOn })}
                  </Text>
                  {contested && <Tag tone="warning">{t('contested')}</Tag>}
                </Group>
                <Text className="typed">{evaluation.text ?? t('noWords')}</Text>
                {comment !== null && <Later title={t('comment')} words={comment} />}
                {answer !== null && <Later title={t('answer')} words={answer} />}
              </List.Item>
            ))}
          </List>
        )}
      </Paged>
    </>
  );
}

function Figures({ figures }: { readonly figures: Provider['evaluations'] }) {
  const { satisfaction, meanScore, contested, hidden } = figures;
  const { t } = useTranslation('network');
  const { locale } = useLocale();
  const { satisfied, all, percent } = satisfaction;
  const rounded = (number: number) => number.toLocaleString(locale, { maximumFractionDigits: 1 });
  return (
    <>
      {percent !== null && meanScore !== null && (
        <Text mb="sm">
          {t('satisfaction', { satisfied, all, percent: rounded(percent), mean: rounded(meanScore) })}
        </Text>
      )}
      {(contested > 0 || hidden > 0) && (
        <Text size="sm" c="dimmed" mb="sm">
          {t('contestedCount', { count: contested })} · {t('hidden', { count: hidden })}
        </Text>
      )}
    </>
  );
}

function Later({ title, words: { text, at } }: { readonly title: string; readonly words: LaterWords }) {
  return (
    <Text size="sm" mt={4} pl="md" component="div">
      <Text span size="sm" c="dimmed">
        {title} · {momentOf(at)}
      </Text>
      <div className="typed">{text}</div>
    </Text>
  );
}
