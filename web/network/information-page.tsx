/** What the bodies of the network publish, and how the platforms run (HN-NET-05.2, 14.3, 16.2, 27.1). */
import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Clause } from '../parts/clause.tsx';
import { momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { Tag, type Tone } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import classes from './network.module.css';
import { useInformation, useOperation, type Incident, type Published } from './queries.ts';
import { networkWords } from './words.ts';

addWords('network', networkWords);

const TONE: Readonly<Record<string, Tone>> = { NORMAL: 'good', DEGRADED: 'warning', DOWN: 'bad' };

export default function InformationPage() {
  const { t } = useTranslation('network');
  return (
    <Page title={t('informationTitle')}>
      <Text maw="48rem">{t('informationIntro')}</Text>
      <Part title={t('running')}>
        <Running />
      </Part>
      <Part title={t('published')}>
        <Paged list={useInformation()} empty={t('noInformation')}>
          {(items) => (
            <List listStyleType="none" spacing="lg">
              {items.map((item) => (
                <List.Item key={item.id}>
                  <Item item={item} />
                </List.Item>
              ))}
            </List>
          )}
        </Paged>
      </Part>
    </Page>
  );
}

function Item({ item }: { readonly item: Published }) {
  const { title, kindTitle, clause, publisher, source, issuedOn, scope, validFrom, validTo, version, words, link } =
    item;
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <>
      <Text fw={600}>
        {title} <Tag>{say(kindTitle)}</Tag>
      </Text>
      <div className={classes['facts']}>
        <span>{t('publisher', { name: say(publisher.name) })}</span>
        <span>{t('source', { source, day: issuedOn })}</span>
        <span>{t('scope', { region: say(scope.name) })}</span>
        <span>
          {validTo === null ? t('validFrom', { from: validFrom }) : t('validDays', { from: validFrom, to: validTo })}
        </span>
        {version !== null && <span>{t('version', { version })}</span>}
        <Clause clause={clause} />
      </div>
      <Text className="typed" maw="48rem">
        {words}
      </Text>
      {link !== null && (
        <Anchor href={link} rel="noreferrer">
          {t('document')}
        </Anchor>
      )}
    </>
  );
}

function Running() {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <Read query={useOperation()}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{t('noRunning')}</Empty>
        ) : (
          <List listStyleType="none" spacing="md">
            {items.map(({ platform, status, statusTitle, checkedAt, incidents }) => (
              <List.Item key={platform.id}>
                <Text fw={600}>
                  {say(platform.name)}{' '}
                  {status !== null && statusTitle !== null && (
                    <Tag tone={TONE[status] ?? 'plain'}>{say(statusTitle)}</Tag>
                  )}
                </Text>
                <Text size="sm" c="dimmed">
                  {checkedAt === null ? t('notChecked') : t('checkedAt', { at: momentOf(checkedAt) })}
                </Text>
                {incidents.length > 0 && <Incidents incidents={incidents} />}
              </List.Item>
            ))}
          </List>
        )
      }
    </Read>
  );
}

function Incidents({ incidents }: { readonly incidents: readonly Incident[] }) {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <List spacing="xs" mt="xs">
      {incidents.map(({ from, to, worst, accounts }) => (
        <List.Item key={from}>
          <Text size="sm">
            {say(worst)} ·{' '}
            {to === null
              ? t('lasting', { from: momentOf(from) })
              : t('lasted', { from: momentOf(from), to: momentOf(to) })}
          </Text>
          {accounts.map((account, nth) => (
            <Text key={nth} size="sm" className="typed">
              {account}
            </Text>
          ))}
        </List.Item>
      ))}
    </List>
  );
}
