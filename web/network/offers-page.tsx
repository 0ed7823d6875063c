/** The services and goods that registered providers offer, searched by category (HN-NET-14.1, 15.2, 16.3). */
import { Anchor, List, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { serviceCategories, type ServiceCategory } from '../../rules/hn-net/service-request.ts';
import { Page } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Tag } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import classes from './network.module.css';
import { useOffers, type Offered } from './queries.ts';
import { networkWords } from './words.ts';

addWords('network', networkWords);

const CATEGORIES = Object.keys(serviceCategories) as ServiceCategory[];

export default function OffersPage() {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  const [category, setCategory] = useState<ServiceCategory>();
  return (
    <Page title={t('offersTitle')}>
      <Text maw="48rem">{t('offersIntro')}</Text>
      <NativeSelect
        label={t('category')}
        maw="20rem"
        value={category ?? ''}
        onChange={({ currentTarget: { value } }) => {
          setCategory(CATEGORIES.find((one) => one === value));
        }}
        data={[
          { value: '', label: t('everyCategory') },
          ...CATEGORIES.map((value) => ({ value, label: say(serviceCategories[value]) })),
        ]}
      />
      <Paged list={useOffers(category)} empty={t('noOffers')}>
        {(items) => (
          <List listStyleType="none" spacing="lg">
            {items.map((offer) => (
              <List.Item key={offer.id}>
                <Item offer={offer} />
              </List.Item>
            ))}
          </List>
        )}
      </Paged>
    </Page>
  );
}

function Item({
  offer: { name, categoryTitle, provider, platform, listedOn, description, stated },
}: {
  readonly offer: Offered;
}) {
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <>
      <Text fw={600}>
        {name} <Tag>{say(categoryTitle)}</Tag>
        {provider.operates !== null && <Tag tone="plain">{t('ownBusiness')}</Tag>}
      </Text>
      <div className={classes['facts']}>
        <Anchor component={Link} href={`/providers/${encodeURIComponent(provider.party)}`} size="sm">
          {provider.name}
        </Anchor>
        <span>{say(platform.name)}</span>
        <span>{t('listedOn', { day: listedOn })}</span>
      </div>
      <Text className="typed" maw="48rem">
        {description}
      </Text>
      <List size="sm" listStyleType="none" mt="xs">
        {stated.map(({ id, title, text }) => (
          <List.Item key={id}>
            <Text span size="sm" c="dimmed">
              {say(title)}
              {t('colon')}
            </Text>
            {text}
          </List.Item>
        ))}
      </List>
    </>
  );
}
