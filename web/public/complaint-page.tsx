/** What can be filed without an account. */
import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { fileableOpenly, useIntakes, type Intake } from '../filing/intakes.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { publicWords } from './words.ts';

addWords('public', publicWords);

export default function ComplaintPage() {
  const { t } = useTranslation('public');
  return (
    <Page title={t('complaintTitle')}>
      <Text maw="48rem">{t('complaintIntro')}</Text>
      <Read query={useIntakes()}>{({ items }) => <Kinds kinds={fileableOpenly(items)} />}</Read>
    </Page>
  );
}

function Kinds({ kinds }: { readonly kinds: readonly Intake[] }) {
  const { t } = useTranslation('public');
  const { say } = useLocale();
  if (kinds.length === 0) return <Empty>{t('complaintNone')}</Empty>;
  return (
    <List spacing="sm" size="lg">
      {kinds.map(({ kind, title }) => (
        <List.Item key={kind}>
          <Anchor component={Link} href={`/complaint/${kind}`}>
            {say(title)}
          </Anchor>
        </List.Item>
      ))}
    </List>
  );
}
