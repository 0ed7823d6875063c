import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import './late-words.ts';

/** Asks for the password that the account has now. */
export function CurrentPassword(props: {
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (typed: string) => void;
}) {
  const { t } = useTranslation('account');
  return (
    <PasswordInput
      label={t('currentPassword')}
      autoComplete="current-password"
      required
      withAsterisk={false}
      value={props.value}
      error={props.error}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
