/** The seals on records: who may seals a party's records, and lifts a seal, with a reason. */
import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useKept } from '../parts/kept.ts';
import { momentOf } from '../parts/moment.tsx';
import { Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Failure } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { RETENTION, useSeals, type Seal } from './queries.ts';

/** As wide as a sentence needs, and never wider than a phone. */
const WIDE = 'min(24rem, 80vw)';

export function Seals() {
  const { t } = useTranslation('retention');
  const { me } = useSession();
  return (
    <Part title={t('seals')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('sealsHelp')}
        </Text>
        <Paged list={useSeals()} empty={t('noSeals')}>
          {(items) => (
            <List listStyleType="none" spacing="md">
              {items.map((seal) => (
                <List.Item key={seal.id}>
                  <ShownSeal seal={seal} />
                </List.Item>
              ))}
            </List>
          )}
        </Paged>
        {may(me, 'retention.seal') && <SealForm />}
      </Stack>
    </Part>
  );
}

function ShownSeal({ seal }: { readonly seal: Seal }) {
  const { t } = useTranslation('retention');
  const { me } = useSession();
  const { id, party, name, reason, sealedAt, liftedAt, liftReason } = seal;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600}>{name ?? party}</Text>
        <Tag {...(liftedAt === null && { tone: 'plain' })}>{t(liftedAt === null ? 'sealStands' : 'sealLifted')}</Tag>
      </Group>
      {name !== null && (
        <Text size="sm" c="dimmed">
          {party}
        </Text>
      )}
      <Text size="sm" className="typed">
        {t('sealedAt', { at: momentOf(sealedAt), reason })}
      </Text>
      {liftedAt !== null && (
        <Text size="sm" className="typed">
          {t('liftedAt', { at: momentOf(liftedAt), reason: liftReason ?? '' })}
        </Text>
      )}
      {liftedAt === null && may(me, 'retention.seal') && <LiftForm id={id} of={name ?? party} />}
    </Stack>
  );
}

/** Sends a form, and reads the page anew. */
function useChange<Input>(send: (input: Input) => Promise<unknown>, done: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      done();
      await client.invalidateQueries({ queryKey: RETENTION });
    },
  });
}

function SealForm() {
  const { t } = useTranslation('retention');
  const [party, setParty] = useKept('retention.seal.party', '');
  const [reason, setReason] = useKept('retention.seal.reason', '');
  const seal = useChange(
    () => answered(api.POST('/api/hn-net/retention/seals', { body: { party: party.trim(), reason } })),
    () => {
      setParty('');
      setReason('');
    },
  );
  return (
    <Sent label={t('seal')} isBusy={seal.isPending} error={seal.error} onSend={() => seal.mutate(undefined)}>
      <TextInput label={t('party')} value={party} onChange={(event) => setParty(event.currentTarget.value)} required />
      <TextInput
        label={t('reason')}
        w={WIDE}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
    </Sent>
  );
}

function LiftForm({ id, of }: { readonly id: string; readonly of: string }) {
  const { t } = useTranslation('retention');
  const [reason, setReason] = useState('');
  const lift = useChange(
    () => answered(api.POST('/api/hn-net/retention/seals/{id}/lift', { params: { path: { id } }, body: { reason } })),
    () => setReason(''),
  );
  return (
    <Sent label={t('lift')} isBusy={lift.isPending} error={lift.error} onSend={() => lift.mutate(undefined)}>
      <TextInput
        label={t('liftReason')}
        aria-label={`${t('liftReason')} ${of}`}
        w={WIDE}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        required
      />
    </Sent>
  );
}

function Sent(props: {
  readonly label: string;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onSend: () => void;
  readonly children: ReactNode;
}) {
  const { label, isBusy, error, onSend, children } = props;
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <Stack gap="xs">
        <Group align="flex-end" gap="sm">
          {children}
          <Button type="submit" variant="default" loading={isBusy}>
            {label}
          </Button>
        </Group>
        {error !== null && <Failure error={error} />}
      </Stack>
    </form>
  );
}
