/** Takes points back: lines of the ledger to tick, and why (SH-EVAL-10.18). */
import { Checkbox, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm } from '../acts/act-form.tsx';
import { itemsOf } from '../api/pages.ts';
import { Part } from '../parts/page.tsx';
import { More } from '../parts/paged.tsx';
import { useLocale } from '../words/words.ts';
import { useLedger, type Store } from './queries.ts';

export default function TakeBack({ store }: { readonly store: Store }) {
  const { t } = useTranslation('stores');
  return (
    <Part title={t('takeBack')}>
      <details>
        <summary>{t('takeBackHelp')}</summary>
        <Chosen store={store} />
      </details>
    </Part>
  );
}

/** Lines of the ledger to tick, and below them why they are taken back. */
function Chosen({ store: { id, cases } }: { readonly store: Store }) {
  const { t } = useTranslation('stores');
  const { say } = useLocale();
  const ledger = useLedger(id);
  const [eventKeys, setKeys] = useState<readonly string[]>([]);
  const known = useMemo(() => ({ storeId: id, eventKeys }), [id, eventKeys]);
  const refers = useMemo(
    () => ({
      case: cases.map((one) => ({ value: one.id, label: `${say(one.kindTitle)} ${one.openedAt.slice(0, 10)}` })),
    }),
    [cases, say],
  );
  const lines = itemsOf(ledger.data).filter(({ points, reversalOf }) => points > 0 && reversalOf === null);
  const tick = (key: string, isChosen: boolean) =>
    setKeys(isChosen ? [...eventKeys, key] : eventKeys.filter((one) => one !== key));
  return (
    <Stack gap="sm" mt="xs">
      <Stack gap={4} role="group" aria-label={t('takeBackWhich')}>
        {lines.map(({ eventKey, onDay, item, points }) => (
          <Checkbox
            key={eventKey}
            label={`${onDay} ${say(item)} +${points}`}
            checked={eventKeys.includes(eventKey)}
            onChange={({ currentTarget: { checked } }) => tick(eventKey, checked)}
          />
        ))}
        <More list={ledger} />
      </Stack>
      {eventKeys.length > 0 && (
        <ActForm
          path="/api/points/reversals"
          known={known}
          refers={refers}
          moves={['store', id]}
          onDone={() => setKeys([])}
        />
      )}
    </Stack>
  );
}
