/** The home page of a platform: its end first, if one is published; who runs it, how to complain, what it does free of charge (HN-NET-04.3, 11.1). */
import { Alert, Anchor, Button, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import shown from '../forms/shown-value.module.css';
import { Clause } from '../parts/clause.tsx';
import { endOf, momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { Missing } from './missing.tsx';
import { Papers } from './papers.tsx';
import { usePlatform, type Platform } from './queries.ts';
import { Telephone } from './telephone.tsx';
import { networkWords } from './words.ts';

addWords('network', networkWords);

export default function PlatformPage() {
  const { id } = useParams<{ id: string }>();
  return <Read query={usePlatform(id)}>{(platform) => <ShownPlatform key={platform.id} platform={platform} />}</Read>;
}

function ShownPlatform({ platform }: { readonly platform: Platform }) {
  const { operator, licence, permits, missing, termination } = platform;
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <Page title={say(platform.name)}>
      {termination !== null && <End end={termination} />}
      <Missing items={missing} />
      <Stack gap="xl">
        <Part title={t('papers')}>
          {operator !== null && <Text mb="xs">{t('operator', { name: operator })}</Text>}
          <Papers papers={licence === null ? permits : [licence, ...permits]} />
        </Part>
        <Part title={t('complain')}>
          <Complain complaint={platform.complaint} />
        </Part>
        <Part title={t('freeServices')}>
          <FreeServices services={platform.freeServices} />
        </Part>
        <Part title={t('liaison')}>
          <Liaison liaison={platform.liaison} handlingDays={platform.handlingDays} />
        </Part>
        <Part title={t('governmentServices')}>
          <GovernmentServices services={platform.governmentServices} />
        </Part>
        <Anchor component={Link} href="/network">
          {t('toNetwork')}
        </Anchor>
      </Stack>
    </Page>
  );
}

function End({ end }: { readonly end: NonNullable<Platform['termination']> }) {
  const { endsAt, publishedAt, announcement, measures, ended } = end;
  const { t } = useTranslation('network');
  return (
    <Alert color="red" title={t(ended ? 'endedTitle' : 'endsTitle', { at: endOf(endsAt) })}>
      <Text className="typed">{announcement}</Text>
      <Text fw={600} mt="xs">
        {t('endMeasures')}
      </Text>
      <Text className="typed">{measures}</Text>
      <Text size="sm" mt="xs">
        {t('endPublished', { at: momentOf(publishedAt) })}
      </Text>
    </Alert>
  );
}

function Complain({ complaint }: { readonly complaint: Platform['complaint'] }) {
  const { channel, acceptingBody, contact } = complaint;
  const { t } = useTranslation('network');
  const { say } = useLocale();
  return (
    <>
      <dl className={shown['terms']}>
        <div>
          <dt>{t('acceptingBody')}</dt>
          <dd>{say(acceptingBody)}</dd>
        </div>
        {contact !== null && (
          <div>
            <dt>{t('contact')}</dt>
            <dd>
              <Telephone number={contact} />
            </dd>
          </div>
        )}
      </dl>
      <Button component={Link} href={formAt(channel)} mt="sm" className="no-print">
        {t('file')}
      </Button>
    </>
  );
}

/** The page of the form that is posted to an address of the API, e.g. /api/intakes/complaint. */
function formAt(channel: string): string {
  return `/complaint/${channel.split('/').at(-1) ?? ''}`;
}

function FreeServices({ services }: { readonly services: Platform['freeServices'] }) {
  const { say } = useLocale();
  return (
    <List spacing={4}>
      {services.map(({ title, clause }) => (
        <List.Item key={clause}>
          {say(title)}{' '}
          <Text span size="sm" c="dimmed">
            <Clause clause={clause} />
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

function Liaison({ liaison, handlingDays }: Pick<Platform, 'liaison' | 'handlingDays'>) {
  const { t } = useTranslation('network');
  if (liaison === null) return <Empty>{t('noLiaison')}</Empty>;
  const { officers, acceptanceRules, since } = liaison;
  return (
    <Stack gap="sm">
      <List spacing={4}>
        {officers.map(({ name, telephone, email }) => (
          <List.Item key={`${name} ${telephone}`}>
            {name} · <Telephone number={telephone} />
            {email !== null && (
              <>
                {' · '}
                <Anchor href={`mailto:${email}`} style={{ textDecoration: 'underline' }}>
                  {email}
                </Anchor>
              </>
            )}
          </List.Item>
        ))}
      </List>
      <div>
        <Text fw={600}>{t('acceptanceRules')}</Text>
        <Text className="typed">{acceptanceRules}</Text>
        {handlingDays !== null && <Text>{t('handlingDays', { days: handlingDays })}</Text>}
      </div>
      {since !== null && (
        <Text size="sm" c="dimmed">
          {t('since', { day: since })}
        </Text>
      )}
    </Stack>
  );
}

function GovernmentServices({ services }: { readonly services: Platform['governmentServices'] }) {
  const { t } = useTranslation('network');
  if (services.length === 0) return <Empty>{t('noGovernmentServices')}</Empty>;
  return (
    <List spacing={4}>
      {services.map(({ name, department }) => (
        <List.Item key={`${name} ${department}`}>{t('department', { name, department })}</List.Item>
      ))}
    </List>
  );
}
