/** The page of a provider: how it stands, its services with what they cost, its papers, its credit, what consumers say (HN-NET-04.1, 06.4, 12.1). */
import { Alert, Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { disclosureItems, type DisclosureItem } from '../../rules/hn-net/disclosure.ts';
import { useTitles, useVocabulary } from '../api/vocabulary.ts';
import shown from '../forms/shown-value.module.css';
import { Page, Part } from '../parts/page.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { Credit } from './credit.tsx';
import { Evaluations } from './evaluations.tsx';
import { useListed } from './listed.ts';
import { Missing } from './missing.tsx';
import { Papers } from './papers.tsx';
import { useProvider, type Provider } from './queries.ts';
import { Telephone } from './telephone.tsx';
import { networkWords } from './words.ts';

addWords('network', networkWords);

export default function ProviderPage() {
  const { party } = useParams<{ party: string }>();
  return <Read query={useProvider(party)}>{(provider) => <ShownProvider key={party} provider={provider} />}</Read>;
}

function ShownProvider({ provider }: { readonly provider: Provider }) {
  const { party, name, kind, status, listed, operates, expired, missing, licence, permits } = provider;
  const { t } = useTranslation('network');
  const { say } = useLocale();
  const list = useListed();
  return (
    <Page title={name}>
      <Group gap="xs">
        <Tag tone={listed ? 'good' : 'warning'}>{say(status)}</Tag>
        <Tag>{say(kind)}</Tag>
        {operates !== null && <Tag tone="plain">{t('ownBusiness')}</Tag>}
      </Group>
      {!listed && <Suspended reasons={provider.suspendedFor.map(say)} />}
      {operates !== null && <OwnBusiness platform={operates} />}
      {expired.length > 0 && (
        <Alert color="orange">{t('expired', { papers: list(expired.map((paper) => say(paper))) })}</Alert>
      )}
      <Missing items={missing} />
      <Stack gap="xl">
        <Part title={t('about')}>
          <About provider={provider} />
        </Part>
        <Part title={t('services')}>
          <Services services={provider.services} />
        </Part>
        <Part title={t('papers')}>
          <Papers
            papers={licence === null ? permits : [licence, ...permits]}
            fileAt={(fileId) => `/api/hn-net/providers/${encodeURIComponent(party)}/proofs/${fileId}`}
          />
        </Part>
        <Part title={t('credit')}>
          <Credit credit={provider.credit} />
        </Part>
        <Part title={t('evaluations')}>
          <Evaluations party={party} figures={provider.evaluations} />
        </Part>
        <Anchor component={Link} href="/directory">
          {t('toDirectory')}
        </Anchor>
      </Stack>
    </Page>
  );
}

function Suspended({ reasons }: { readonly reasons: readonly string[] }) {
  const { t } = useTranslation('network');
  const list = useListed();
  return (
    <Alert color="red" title={t('suspended')}>
      {reasons.length > 0 && <Text>{t('suspendedFor', { reasons: list(reasons) })}</Text>}
      <Text>{t('suspendedText')}</Text>
    </Alert>
  );
}

/** The mark of own business: consumers have to be able to tell (HN-NET-14.1). */
function OwnBusiness({ platform }: { readonly platform: string }) {
  const { t } = useTranslation('network');
  const { bodies } = useVocabulary();
  const called = useTitles();
  return (
    <Alert color="azure" title={t('ownBusiness')}>
      {t('ownBusinessText')}
      <PlatformLink id={platform} name={called(bodies, platform)} />
    </Alert>
  );
}

function PlatformLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Anchor component={Link} href={`/platforms/${id}`} inherit style={{ textDecoration: 'underline' }}>
      {name}
    </Anchor>
  );
}

function About({ provider }: { readonly provider: Provider }) {
  const { address, telephone, broughtInBy, registeredOn, verifiedOn } = provider;
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <dl className={shown['terms']}>
      {address !== null && (
        <div>
          <dt>{t('address')}</dt>
          <dd>{address}</dd>
        </div>
      )}
      {telephone !== null && (
        <div>
          <dt>{t('phone')}</dt>
          <dd>
            <Telephone number={telephone} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t('broughtInBy')}</dt>
        <dd>
          <PlatformLink id={broughtInBy.id} name={say(broughtInBy.name)} />
        </dd>
      </div>
      {registeredOn !== null && (
        <div>
          <dt>{t('registeredOn')}</dt>
          <dd>{registeredOn}</dd>
        </div>
      )}
      <div>
        <dt>{t('verifiedOn')}</dt>
        <dd>{verifiedOn}</dd>
      </div>
    </dl>
  );
}

function Services({ services }: { readonly services: Provider['services'] }) {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  if (services.length === 0) return <Empty>{t('noServices')}</Empty>;
  return (
    <Stack gap="lg">
      {services.map(({ code, name, items }) => (
        <div key={code}>
          <Title order={3} size="h5" mb={4}>
            {name}
          </Title>
          <dl className={shown['terms']}>
            {(Object.keys(disclosureItems) as DisclosureItem[]).map((item) => (
              <div key={item}>
                <dt>{say(disclosureItems[item])}</dt>
                <dd className="typed">{items[item] ?? '—'}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </Stack>
  );
}
