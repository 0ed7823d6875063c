/** The values of a book, each to be changed in its place; what is changed is marked. */
import { NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Clause } from '../../parts/clause.tsx';
import rows from '../../parts/rows.module.css';
import { Empty } from '../../parts/states.tsx';
import { useLocale } from '../../words/words.ts';
import type { Draft, Rule, Scalar } from './queries.ts';
import { useValueWords } from './value-words.ts';

export function ValueTable(props: {
  readonly rules: readonly Rule[];
  readonly draft: Draft;
  readonly onChange: (key: string, value: Scalar) => void;
}) {
  const { rules, draft, onChange } = props;
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const [sought, setSought] = useState('');
  const found = rules.filter(({ title }) => say(title).toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <>
      <TextInput
        label={t('findRule')}
        type="search"
        maw="24rem"
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      {found.length === 0 ? (
        <Empty>{t('noRule')}</Empty>
      ) : (
        <Table className={rows['rows'] ?? ''} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('rule')}</Table.Th>
              <Table.Th>{t('value')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map((rule) => (
              <Table.Tr key={rule.key} data-current={rule.key in draft || undefined}>
                <Table.Td>
                  {say(rule.title)}
                  <Text size="sm" c="dimmed">
                    <Clause clause={rule.clause} />
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Value
                    rule={rule}
                    value={rule.key in draft ? (draft[rule.key] ?? null) : rule.value}
                    onChange={(value) => onChange(rule.key, value)}
                  />
                  <Default rule={rule} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

function Value(props: { readonly rule: Rule; readonly value: Scalar; readonly onChange: (value: Scalar) => void }) {
  const { rule, value, onChange } = props;
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const label = say(rule.title);
  if (typeof rule.default === 'boolean')
    return (
      <NativeSelect
        aria-label={label}
        w="12rem"
        value={String(value)}
        onChange={(event) => onChange(event.currentTarget.value === 'true')}
        data={[
          { value: 'true', label: t('on') },
          { value: 'false', label: t('offSwitch') },
        ]}
      />
    );
  if (rule.choices !== undefined)
    return (
      <NativeSelect
        aria-label={label}
        w="12rem"
        value={String(value)}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={rule.choices.map((code) => ({ value: code, label: rule.words?.[code] ? say(rule.words[code]) : code }))}
      />
    );
  return <Typed rule={rule} value={value} onChange={onChange} label={label} />;
}

/** A number or a time of day as it is typed, empty for a lost number that is not set; whether it will do the API says. */
function Typed(props: {
  readonly rule: Rule;
  readonly value: Scalar;
  readonly onChange: (value: Scalar) => void;
  readonly label: string;
}) {
  const { rule, value, onChange, label } = props;
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const isLost = rule.default === null;
  const isNumber = isLost || typeof rule.default === 'number';
  const valueOf = (typed: string): Scalar => {
    if (typed.trim() === '') return isLost ? null : typed;
    return isNumber && Number.isFinite(Number(typed)) ? Number(typed) : typed;
  };
  return (
    <TextInput
      aria-label={label}
      w="12rem"
      inputMode={isNumber ? 'decimal' : 'text'}
      value={value === null ? '' : String(value)}
      {...(isLost && { placeholder: t('notSet') })}
      onChange={({ currentTarget: { value: typed } }) => onChange(valueOf(typed))}
      rightSectionWidth="6.5rem"
      rightSection={
        <Text size="sm" c="dimmed">
          {say(rule.unitTitle)}
        </Text>
      }
    />
  );
}

function Default({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation('admin');
  const valueWords = useValueWords();
  if (rule.value === rule.default) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('byDefault', { value: valueWords(rule, rule.default) })}
    </Text>
  );
}
