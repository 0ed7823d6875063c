/** Where something is begun that is kept as a draft while it is filled in, and the drafts that are not filed yet. */
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { itemsOf } from '../api/pages.ts';
import { momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { More } from '../parts/paged.tsx';
import { Empty, Failure, Read } from '../parts/states.tsx';
import { addWords } from '../words/words.ts';
import { draftsOf, nameIn, useBeginDraft, useDrafts, useThrowAway, type Draft } from './drafts.ts';
import { applicationsWords } from './words.ts';

addWords('applications', applicationsWords);

export function DraftsPage(props: {
  /** Kind of the case that it becomes. */
  readonly kind: string;
  readonly title: string;
  readonly intro: string;
  readonly begin: string;
}) {
  const { kind, title, intro, begin: label } = props;
  const { t } = useTranslation('applications');
  const [, go] = useLocation();
  const begin = useBeginDraft(kind);
  const drafts = useDrafts();
  return (
    <Page title={title}>
      <Text maw="48rem">{intro}</Text>
      <div>
        <Button
          loading={begin.isPending}
          onClick={() => begin.mutate(undefined, { onSuccess: ({ id }) => go(`/drafts/${id}`) })}
        >
          {label}
        </Button>
      </div>
      {begin.error !== null && <Failure error={begin.error} />}
      <Part title={t('drafts')}>
        <Read query={drafts}>{(data) => <DraftList drafts={draftsOf(kind, itemsOf(data))} />}</Read>
        <More list={drafts} />
      </Part>
    </Page>
  );
}

function DraftList({ drafts }: { readonly drafts: readonly Draft[] }) {
  const { t } = useTranslation('applications');
  const throwAway = useThrowAway();
  if (drafts.length === 0) return <Empty>{t('noDrafts')}</Empty>;
  return (
    <Stack gap="sm">
      {throwAway.error !== null && <Failure error={throwAway.error} />}
      {drafts.map((draft) => (
        <Group key={draft.id} gap="sm">
          <Anchor component={Link} href={`/drafts/${draft.id}`} fw={600}>
            {nameIn(draft) ?? t('unnamed')}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t('lastSaved', { at: momentOf(draft.updatedAt) })}
          </Text>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('throwAwayOf', { name: nameIn(draft) ?? t('unnamed') })}
            onClick={() => {
              if (window.confirm(t('throwAwaySure'))) throwAway.mutate(draft.id);
            }}
          >
            {t('throwAway')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
