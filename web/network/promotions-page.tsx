/** The promotions that run or are announced, each with its published plan and what changed of it (HN-NET-13.2, 13.3): nobody signs in for it. */
import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Tag } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { usePromotions, type Promotion } from './queries.ts';
import { networkWords } from './words.ts';

addWords('network', networkWords);

export default function PromotionsPage() {
  const { t } = useTranslation('network');
  return (
    <Page title={t('promotionsTitle')}>
      <Text maw="48rem">{t('promotionsIntro')}</Text>
      <Paged list={usePromotions()} empty={t('noPromotions')}>
        {(items) => (
          <Stack gap="xl">
            {items.map((promotion) => (
              <ShownPromotion key={promotion.id} promotion={promotion} />
            ))}
          </Stack>
        )}
      </Paged>
    </Page>
  );
}

function ShownPromotion({ promotion: { title, status, from, to, items, changes } }: { readonly promotion: Promotion }) {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <Part title={title} aside={<Tag tone="plain">{say(status)}</Tag>}>
      <Text>{t('promotionDays', { from, to })}</Text>
      {changes.map((change) => (
        <Text key={change.at} size="sm">
          {t('promotionChanged', {
            ...{ at: momentOf(change.at), from: change.from, to: change.to, why: change.forceMajeure },
          })}
        </Text>
      ))}
      <List listStyleType="none" mt="xs">
        {items.map(({ id, title: of, text }) => (
          <List.Item key={id}>
            <Text span size="sm" c="dimmed">
              {say(of)}
              {t('colon')}
            </Text>
            <Text span className="typed">
              {text}
            </Text>
          </List.Item>
        ))}
      </List>
    </Part>
  );
}
