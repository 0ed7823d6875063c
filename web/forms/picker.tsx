/** Chooses something of the platform from what is found by its name or number. */
import { NativeSelect, Stack, TextInput, type NativeSelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../words/words.ts';
import { SEARCHES, type Sought } from './find.ts';
import type { Search, Source } from './sources.ts';

/** While somebody types, what they look for waits so long. */
const PAUSE_MS = 300;

export function Picker(props: {
  /** What goes to the field besides its value: its label, what is wrong with it. */
  readonly words: Omit<NativeSelectProps, 'value' | 'data' | 'onChange'>;
  readonly title: string;
  readonly isRequired: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly source: Extract<Source, { from: 'searched' }>;
  /** Of a case: the kinds that it can be of. */
  readonly kinds?: readonly string[] | undefined;
  /** What stands there where nothing can be looked for, e.g. for who has no account. */
  readonly plain: ReactNode;
}) {
  const { words, title, isRequired, value: held, onChange, source, kinds, plain } = props;
  const { t } = useTranslation('forms');
  const { say } = useLocale();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const first = useFound(source.by, { ...(kinds && { kinds }) });
  const found = useFound(source.by, { ...(kinds && { kinds }), ...(settled !== '' && { q: settled }) });
  const items = found.data?.items ?? [];
  const isListed = held === '' || items.some((one) => one.value === held);
  // What was chosen before is not always among what is found now.
  const chosen = useFound(source.by, { ...(kinds && { kinds }), q: held }, !isListed);
  if (first.error !== null) return plain;
  const heldLabel = chosen.data?.items.find((one) => one.value === held)?.label;
  const written =
    source.asWritten === true && settled !== '' && items.every((one) => one.value !== settled) ? settled : '';
  const data = [
    { value: '', label: t('choose') },
    ...(isListed || held === written ? [] : [{ value: held, label: heldLabel === undefined ? held : say(heldLabel) }]),
    ...items.map((one) => ({ value: one.value, label: say(one.label) })),
    ...(written === '' ? [] : [{ value: written, label: t('asWritten', { written }) }]),
  ];
  const isSearched = first.data?.hasMore === true || typed !== '';
  return (
    <Stack gap={4}>
      <NativeSelect
        {...words}
        required={isRequired}
        withAsterisk={isRequired}
        value={held}
        data={data}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {isSearched && (
        <TextInput
          type="search"
          size="xs"
          label={t('find')}
          aria-label={t('findFor', { title })}
          disabled={words.disabled}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            // It looks for something, and hands no form in.
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
    </Stack>
  );
}

function useFound(by: Search, sought: Sought, enabled = true) {
  return useQuery({
    queryKey: ['references', by, sought],
    queryFn: () => SEARCHES[by](sought),
    placeholderData: (before) => before,
    enabled,
    staleTime: 60_000,
    retry: false,
  });
}
