/** The 1+16+X network as a tree, with what it did by quarter: for everybody (AH-OPS-01, 04.2). */
import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import tree from '../network/network.module.css';
import { Telephone } from '../network/telephone.tsx';
import { momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { FigureTerms } from './figure-terms.tsx';
import { useAnhuiNetwork, useQuarters, useResidents, type City, type Quarter } from './queries.ts';
import { Ways } from './ways.tsx';
import { anhuiWords } from './words.ts';

addWords('anhui', anhuiWords);

export default function AnhuiNetworkPage() {
  const { t } = useTranslation('anhui');
  return (
    <Page title={t('title')}>
      <Text maw="48rem">{t('intro')}</Text>
      <Ways here="/anhui" />
      <Stack gap="xl">
        <Read query={useAnhuiNetwork()}>
          {({ department, platform, counts, cities }) => (
            <Part title={t('network')}>
              <Text mb="md">{t('counts', counts)}</Text>
              <ul className={tree['tree']}>
                <li>
                  <Body body={department} kind={t('department')} />
                </li>
                <li>
                  <Body body={platform} kind={t('provincialPlatform')} />
                  <ul>
                    {cities.map((city) => (
                      <li key={city.id}>
                        <ShownCity city={city} />
                      </li>
                    ))}
                  </ul>
                </li>
              </ul>
            </Part>
          )}
        </Read>
        <Part title={t('quarterly')}>
          <Paged list={useQuarters()} empty={t('noQuarters')}>
            {(items: readonly Quarter[]) => (
              <Stack gap="lg">
                {items.map((quarter) => (
                  <ShownQuarter key={quarter.quarter} quarter={quarter} />
                ))}
              </Stack>
            )}
          </Paged>
        </Part>
      </Stack>
    </Page>
  );
}

function Body({ body, kind }: { readonly body: Pick<City, 'name' | 'telephone'>; readonly kind: string }) {
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  return (
    <>
      <Group gap="xs">
        <Text span fw={600}>
          {say(body.name)}
        </Text>
        <Tag>{kind}</Tag>
      </Group>
      <div className={tree['facts']}>
        {body.telephone !== null && (
          <span>
            {t('telephone')}
            <Telephone number={body.telephone} />
          </span>
        )}
      </div>
    </>
  );
}

function ShownCity({ city }: { readonly city: City }) {
  const { id, name, telephone, bureau, active, since, institutions } = city;
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Group gap="xs">
        <Text span fw={600}>
          {say(name)}
        </Text>
        <Tag {...(active && { tone: 'good' })}>{t(active ? 'active' : 'inactive')}</Tag>
        {institutions > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-label={`${t('residents', { count: institutions })} ${say(name)}`}
            onClick={() => setOpen(!isOpen)}
          >
            {t('residents', { count: institutions })}
          </Button>
        )}
      </Group>
      <div className={tree['facts']}>
        {since !== null && <span>{t('since', { day: since })}</span>}
        <span>{t('bureau', { name: say(bureau.name) })}</span>
        {telephone !== null && (
          <span>
            {t('telephone')}
            <Telephone number={telephone} />
          </span>
        )}
      </div>
      {isOpen && <Residents cityPlatform={id} />}
    </>
  );
}

function Residents({ cityPlatform }: { readonly cityPlatform: string }) {
  const { t } = useTranslation('anhui');
  return (
    <Paged list={useResidents(cityPlatform)} empty={t('noResidents')}>
      {(items) => (
        <List listStyleType="none" spacing={4} mt="xs" ml="md">
          {items.map(({ party, name, joinedOn }) => (
            <List.Item key={party}>
              {name}{' '}
              <Text span size="sm" c="dimmed">
                {party} · {t('joined', { day: joinedOn })}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Paged>
  );
}

function ShownQuarter({ quarter }: { readonly quarter: Quarter }) {
  const { quarter: code, title, document, issuedAt, members, figures } = quarter;
  const { t } = useTranslation('anhui');
  const { say } = useLocale();
  const { me } = useSession();
  return (
    <div>
      <Group gap="md">
        <Text fw={600}>{say(title)}</Text>
        {may(me, 'record.read') && (
          <Anchor component={Link} href={`/anhui/bulletins/${code}`} aria-label={`${t('wholeBulletin')} ${say(title)}`}>
            {t('wholeBulletin')}
          </Anchor>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('issued', { document, at: momentOf(issuedAt), members })}
      </Text>
      <FigureTerms figures={figures} />
    </div>
  );
}
