/** What an account can file. */
import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page, Part } from '../parts/page.tsx';
import { useTitles, useVocabulary } from '../api/vocabulary.ts';
import { Empty, Read } from '../parts/states.tsx';
import { may, useMe } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { useActs, type Act, type ActPath } from '../acts/acts.ts';
import { fileableBy, useIntakes, type Intake } from './intakes.ts';
import { filingWords } from './words.ts';
import { applicationsWords } from '../applications/words.ts';

addWords('filing', filingWords);
addWords('applications', applicationsWords);

export default function FilePage() {
  const { t } = useTranslation('filing');
  const acts = useActs();
  return (
    <Page title={t('title')}>
      <Read query={useIntakes()}>
        {({ items }) => <Read query={acts}>{(done) => <Kinds intakes={items} acts={done} />}</Read>}
      </Read>
    </Page>
  );
}

/** What is done by a page of its own, beside what opens a case by its form. */
const PAGES: Readonly<Partial<Record<ActPath, string>>> = {
  '/api/recommendations': '/recommendations',
  '/api/invitations': '/invitations',
  '/api/conflicts': '/interests',
  '/api/covers': '/covers',
};

function Kinds({ intakes, acts }: { readonly intakes: readonly Intake[]; readonly acts: readonly Act[] }) {
  const { t } = useTranslation('filing');
  const { t: applications } = useTranslation('applications');
  const { say } = useLocale();
  const me = useMe();
  const called = useTitles();
  const { regimes } = useVocabulary();
  const kinds = fileableBy(intakes, me);
  const applies = may(me, 'application.file');
  const ways = acts.flatMap(({ path, title }) => {
    const href = PAGES[path as ActPath];
    return href === undefined ? [] : [{ href, title }];
  });
  if (kinds.length + ways.length === 0 && !applies) return <Empty>{t('none')}</Empty>;
  return (
    <>
      <Text>{t('intro')}</Text>
      {(applies || ways.length > 0) && (
        <List spacing="sm" size="lg">
          {applies && (
            <List.Item>
              <Anchor component={Link} href="/apply">
                {applications('title')}
              </Anchor>
            </List.Item>
          )}
          {ways.map(({ href, title }) => (
            <List.Item key={href}>
              <Anchor component={Link} href={href}>
                {say(title)}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
      {/* Kinds of several regimes may be called the same. */}
      {[...new Set(kinds.map(({ regime }) => regime))].map((regime) => (
        <Part key={regime} title={called(regimes, regime)}>
          <List spacing="sm" size="lg">
            {kinds
              .filter((one) => one.regime === regime)
              .map(({ kind, title }) => (
                <List.Item key={kind}>
                  <Anchor component={Link} href={`/file/${kind}`}>
                    {say(title)}
                  </Anchor>
                </List.Item>
              ))}
          </List>
        </Part>
      ))}
    </>
  );
}
