/** The network as a tree: each body below the one that stands above it (HN-NET-01.1, 02.2). */
import { Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { itemsOf } from '../api/pages.ts';
import { Page } from '../parts/page.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { Checks } from './checks.tsx';
import classes from './network.module.css';
import { useChecks, useNetwork, type NetworkBody, type WindowChecked } from './queries.ts';
import { Telephone } from './telephone.tsx';
import { networkWords } from './words.ts';

addWords('network', networkWords);

export default function NetworkPage() {
  const { t } = useTranslation('network');
  const { me } = useSession();
  const readsChecks = may(me, 'case.read');
  const checked = useChecks(readsChecks);
  const checks = new Map(itemsOf(checked.data).map((check) => [check.window, check]));
  return (
    <Page
      title={t('title')}
      aside={
        may(me, 'retention.read') && (
          <Anchor component={Link} href="/retention">
            {t('retention')}
          </Anchor>
        )
      }
    >
      <Text maw="48rem">{t('intro')}</Text>
      <Group gap="lg">
        <Anchor component={Link} href="/information">
          {t('informationTitle')}
        </Anchor>
        <Anchor component={Link} href="/offers">
          {t('offersTitle')}
        </Anchor>
        <Anchor component={Link} href="/promotions">
          {t('promotionsTitle')}
        </Anchor>
        <Anchor component={Link} href="/agreements">
          {t('agreementsTitle')}
        </Anchor>
        <Anchor component={Link} href="/bulletins">
          {t('bulletinsTitle')}
        </Anchor>
        {may(me, 'record.read') && (
          <Anchor component={Link} href="/statistics">
            {t('statisticsTitle')}
          </Anchor>
        )}
        <Anchor component={Link} href="/anhui">
          {t('toAnhui')}
        </Anchor>
        <Anchor component={Link} href="/centres">
          {t('toCentres')}
        </Anchor>
      </Group>
      <Read query={useNetwork()}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('empty')}</Empty>
          ) : (
            <ul className={classes['tree']}>
              <Below parent={null} bodies={items} checks={checks} />
            </ul>
          )
        }
      </Read>
      {readsChecks && <Checks />}
    </Page>
  );
}

type ByWindow = ReadonlyMap<string, WindowChecked>;

function Below(props: {
  readonly parent: string | null;
  readonly bodies: readonly NetworkBody[];
  /** The latest check of each window, for who may see it. */
  readonly checks: ByWindow;
}) {
  const { parent, bodies, checks } = props;
  return bodies
    .filter((body) => body.parent === parent)
    .map((body) => (
      <li key={body.id}>
        <Body body={body} latest={checks.get(body.id)?.latest ?? null} />
        {bodies.some((other) => other.parent === body.id) && (
          <ul>
            <Below parent={body.id} bodies={bodies} checks={checks} />
          </ul>
        )}
      </li>
    ));
}

function Body({ body, latest }: { readonly body: NetworkBody; readonly latest: WindowChecked['latest'] }) {
  const { id, name, kindTitle, regionTitle, industry, telephone, hasPage, minimums } = body;
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <>
      <Group gap="xs">
        {hasPage ? (
          <Anchor component={Link} href={`/platforms/${id}`} fw={600}>
            {say(name)}
          </Anchor>
        ) : (
          <Text span fw={600}>
            {say(name)}
          </Text>
        )}
        <Tag>{say(kindTitle)}</Tag>
      </Group>
      <div className={classes['facts']}>
        <span>{t('region', { region: say(regionTitle) })}</span>
        {industry !== null && <span>{t('industry', { industry: say(industry) })}</span>}
        {telephone !== null && (
          <span>
            {t('telephone')}
            <Telephone number={telephone} />
          </span>
        )}
        {minimums !== null && <span>{t('minimums', minimums)}</span>}
        {latest !== null && (
          <span>
            {t('figuresOf', latest)}{' '}
            <Tag tone={latest.met ? 'good' : 'warning'}>{t(latest.met ? 'minimumsMet' : 'minimumsShort')}</Tag>
          </span>
        )}
      </div>
    </>
  );
}
