/** Where something is looked for by name, number, credit code or pinyin; what was looked for can be taken away again. */
import { Button, Group, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

export function SearchBox(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onSearch: (text: string | undefined) => void;
}) {
  const { label, value = '', onSearch } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  // Opened anew from outside, by a saved view say, the box shows what is looked for now.
  useEffect(() => setTyped(value), [value]);
  return (
    <form
      role="search"
      // Beside filters it takes what is left of the line; above a list it is no taller than its field.
      style={{ flex: '1 1 auto', minWidth: 'min(20rem, 100%)' }}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim() === '' ? undefined : typed.trim());
      }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          style={{ flex: 1 }}
          label={label}
          type="search"
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('searchButton')}
        </Button>
      </Group>
    </form>
  );
}
