/** A case followed without an account, by its tracking code: where it stands, its timeline, and what can be done. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, isRefused } from '../api/client.ts';
import { keepTrackingCode, showTrackingCode, trackingCode } from '../api/tracking.ts';
import { ShownCase } from '../cases/case-page.tsx';
import { useCase } from '../cases/queries.ts';
import { Page } from '../parts/page.tsx';
import { Failure, Loading, Read } from '../parts/states.tsx';
import { addWords } from '../words/words.ts';
import { publicWords } from './words.ts';

addWords('public', publicWords);

export default function TrackPage() {
  const client = useQueryClient();
  const [code, setCode] = useState(() => {
    // Before anything below asks the API; what the account has read is not what the code opens.
    showTrackingCode(true);
    client.removeQueries({ queryKey: ['case'] });
    return trackingCode();
  });
  useEffect(() => {
    showTrackingCode(true);
    return () => {
      showTrackingCode(false);
      // Who follows may be another person than who is signed in.
      client.removeQueries({ queryKey: ['case'] });
      client.removeQueries({ queryKey: TRACKED });
    };
  }, [client]);
  const use = (next: string | null) => {
    keepTrackingCode(next);
    client.removeQueries({ queryKey: TRACKED });
    setCode(next);
  };
  return code === null ? (
    <AskForCode error={null} onCode={use} />
  ) : (
    <Tracked key={code} onLeave={() => use(null)} onCode={use} />
  );
}

const TRACKED = ['tracked'] as const;

function AskForCode({ error, onCode }: { readonly error: unknown; readonly onCode: (code: string) => void }) {
  const { t } = useTranslation('public');
  const [typed, setTyped] = useState('');
  return (
    <Page title={t('trackTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') onCode(typed.replaceAll(/\s/g, ''));
        }}
      >
        <Stack gap="md" maw="30rem">
          <Text>{t('trackIntro')}</Text>
          <TextInput
            label={t('trackingCode')}
            name="tracking"
            autoComplete="off"
            spellCheck={false}
            required
            withAsterisk={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {error !== null && <Failure error={error} />}
          <div>
            <Button type="submit">{t('track')}</Button>
          </div>
        </Stack>
      </form>
    </Page>
  );
}

function Tracked({ onLeave, onCode }: { readonly onLeave: () => void; readonly onCode: (code: string) => void }) {
  const { t } = useTranslation('public');
  const found = useQuery({
    queryKey: TRACKED,
    queryFn: async () => (await answered(api.GET('/api/cases', { params: { query: { limit: 1 } } }))).items[0] ?? null,
  });
  if (isRefused(found.error)) return <AskForCode error={found.error} onCode={onCode} />;
  if (found.error !== null) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data == null) return <Loading />;
  return (
    <Stack gap="md">
      <Group className="no-print">
        <Button variant="default" size="compact-sm" onClick={onLeave}>
          {t('leave')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('leaveHelp')}
        </Text>
      </Group>
      <TrackedCase id={found.data.id} />
    </Stack>
  );
}

function TrackedCase({ id }: { readonly id: string }) {
  return <Read query={useCase(id)}>{(seen) => <ShownCase seen={seen} />}</Read>;
}
