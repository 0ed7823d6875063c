/** What is chosen in a list to be decided together: how many there are, and the way to decide them. */
import { Button, Checkbox, Group, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../parts/states.tsx';
import { may, useMe } from '../session/session.tsx';
import type { ChosenCase } from './bulk-panel.tsx';

const BulkPanel = lazy(() => import('./bulk-panel.tsx'));

/** A row that can be chosen: its id in the list, and the case that it stands for. */
interface Row {
  readonly id: string;
}

export interface Choice<Item extends Row> {
  /** One row a case, as it was when it was chosen. */
  readonly chosen: readonly Item[];
  readonly toggle: (item: Item) => void;
  readonly set: (items: readonly Item[]) => void;
}

/** Which rows are chosen; undefined for who may not decide several together. @param caseOf the case of a row */
export function useChoice<Item extends Row>(caseOf: (item: Item) => string, areOpen = true): Choice<Item> | undefined {
  const me = useMe();
  const [chosen, setChosen] = useState<readonly Item[]>([]);
  if (!areOpen || !may(me, 'case.actInBulk')) return undefined;
  return {
    chosen,
    set: (items) =>
      setChosen(items.filter((item, index) => items.findIndex((one) => caseOf(one) === caseOf(item)) === index)),
    toggle: (item) => {
      const others = chosen.filter((one) => caseOf(one) !== caseOf(item));
      setChosen(chosen.some(({ id }) => id === item.id) ? others : [...others, item]);
    },
  };
}

export function ChosenBar<Item extends Row>(props: {
  readonly choice: Choice<Item>;
  /** What the list shows now. */
  readonly items: readonly Item[];
  readonly asChosen: (item: Item) => ChosenCase;
}) {
  const { choice, items, asChosen } = props;
  const { t } = useTranslation('bulk');
  const [isDeciding, setDeciding] = useState(false);
  if (isDeciding)
    return (
      <Suspense fallback={<Loading />}>
        <BulkPanel chosen={choice.chosen.map(asChosen)} onCancel={() => setDeciding(false)} />
      </Suspense>
    );
  return (
    <Group gap="sm">
      <Text role="status">{t('chosen', { count: choice.chosen.length })}</Text>
      <Button size="compact-md" onClick={() => setDeciding(true)}>
        {t('start')}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => choice.set(items)}>
        {t('chooseAll')}
      </Button>
      <Button size="compact-md" variant="subtle" onClick={() => choice.set([])}>
        {t('unchoose')}
      </Button>
    </Group>
  );
}

export function ChooseRow<Item extends Row>(props: {
  readonly choice: Choice<Item>;
  readonly item: Item;
  readonly number: string;
}) {
  const { choice, item, number } = props;
  const { t } = useTranslation('bulk');
  return (
    <Checkbox
      aria-label={t('chooseRow', { number })}
      checked={choice.chosen.some(({ id }) => id === item.id)}
      onChange={() => choice.toggle(item)}
    />
  );
}
