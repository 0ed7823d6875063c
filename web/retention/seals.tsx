/** The seals on records: who may seals a party's records, and lifts a seal, with a reason. */
import { Box, Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { organisationCode } from '../../rules/parties/party.ts';
import { ActForm } from '../acts/act-form.tsx';
import { momentOf } from '../parts/moment.tsx';
import { Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Tag } from '../parts/tag.tsx';
import { may, useSession } from '../session/session.tsx';
import { RETENTION, useSeals, type Seal } from './queries.ts';

export function Seals() {
  const { t } = useTranslation('retention');
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
        <Box maw="40rem">
          <ActForm path="/api/hn-net/retention/seals" moves={RETENTION} />
        </Box>
      </Stack>
    </Part>
  );
}

function ShownSeal({ seal }: { readonly seal: Seal }) {
  const { t } = useTranslation('retention');
  const { me } = useSession();
  const [lifts, setLifts] = useState(false);
  const { id, party, name, reason, sealedAt, liftedAt, liftReason } = seal;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600}>{name ?? organisationCode(party)}</Text>
        <Tag {...(liftedAt === null && { tone: 'plain' })}>{t(liftedAt === null ? 'sealStands' : 'sealLifted')}</Tag>
      </Group>
      {name !== null && organisationCode(party) !== null && (
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
      {liftedAt === null && may(me, 'retention.seal') && (
        <div>
          <Button size="compact-sm" variant="default" aria-expanded={lifts} onClick={() => setLifts(!lifts)}>
            {t('liftOf', { name: name ?? party })}
          </Button>
        </div>
      )}
      {liftedAt === null && lifts && (
        <Box maw="40rem">
          <ActForm path="/api/hn-net/retention/seals/{id}/lift" at={{ id }} moves={RETENTION} />
        </Box>
      )}
    </Stack>
  );
}
