/** What an account can file. */
import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../parts/page.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { may, useMe } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { fileableBy, useIntakes, type Intake } from './intakes.ts';
import { filingWords } from './words.ts';
import { applicationsWords } from '../applications/words.ts';

addWords('filing', filingWords);
addWords('applications', applicationsWords);

export default function FilePage() {
  const { t } = useTranslation('filing');
  return (
    <Page title={t('title')}>
      <Read query={useIntakes()}>{({ items }) => <Kinds intakes={items} />}</Read>
    </Page>
  );
}

function Kinds({ intakes }: { readonly intakes: readonly Intake[] }) {
  const { t } = useTranslation('filing');
  const { t: applications } = useTranslation('applications');
  const { say } = useLocale();
  const me = useMe();
  const kinds = fileableBy(intakes, me);
  const applies = may(me, 'application.file');
  if (kinds.length === 0 && !applies) return <Empty>{t('none')}</Empty>;
  return (
    <>
      <Text>{t('intro')}</Text>
      <List spacing="sm" size="lg">
        {applies && (
          <List.Item>
            <Anchor component={Link} href="/apply">
              {applications('title')}
            </Anchor>
          </List.Item>
        )}
        {kinds.map(({ kind, title }) => (
          <List.Item key={kind}>
            <Anchor component={Link} href={`/file/${kind}`}>
              {say(title)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </>
  );
}
