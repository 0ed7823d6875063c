/** What an administrator sets of an account. What is wrong is said at its field, by the API. */
import { Alert, Button, Group, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaults } from '../../parts/faults.ts';
import { Failure } from '../../parts/states.tsx';
import { OfficeFields } from './office-fields.tsx';
import {
  useCreate,
  useEnable,
  useRemoveFactor,
  useSetPassword,
  useUpdate,
  type Account,
  type NewAccount,
  type Offices,
} from './queries.ts';

interface Fields {
  readonly name: string;
  readonly email: string;
  readonly locale: NonNullable<NewAccount['locale']>;
  readonly level: NonNullable<NewAccount['level']>;
  readonly offices: Offices;
}

export function CreateAccount({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('admin');
  const [fields, setFields] = useState<Fields>({
    ...{ name: '', email: '', locale: 'zh-CN', level: 'PERSONAL', offices: [] },
  });
  const [password, setPassword] = useState('');
  const create = useCreate();
  const { faultOf } = useFaults(create.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ ...fields, password }, { onSuccess: onDone });
      }}
    >
      <Stack gap="sm" maw="44rem">
        <AccountFields fields={fields} onChange={setFields} faultOf={faultOf} />
        <PasswordInput
          label={t('firstPassword')}
          description={t('firstPasswordHelp')}
          autoComplete="new-password"
          value={password}
          error={faultOf('password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {create.error !== null && <Failure error={create.error} />}
        <div>
          <Button type="submit" loading={create.isPending}>
            {t('create')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

export function ChangeAccount({ account, onDone }: { readonly account: Account; readonly onDone: () => void }) {
  const { t } = useTranslation('admin');
  const { name, email, locale, level, offices } = account;
  const [fields, setFields] = useState<Fields>({ name, email, locale, level, offices });
  const update = useUpdate(account.id);
  const enable = useEnable(account.id);
  const { faultOf } = useFaults(update.error);
  const isEnabled = account.disabledAt === null;
  return (
    <Stack gap="md" mt="sm" maw="44rem">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          update.mutate(fields, { onSuccess: onDone });
        }}
      >
        <Stack gap="sm">
          <AccountFields fields={fields} onChange={setFields} faultOf={faultOf} />
          {update.error !== null && <Failure error={update.error} />}
          {enable.error !== null && <Failure error={enable.error} />}
          <Group>
            <Button type="submit" loading={update.isPending}>
              {t('save')}
            </Button>
            <Button
              variant="default"
              loading={enable.isPending}
              onClick={() => enable.mutate(!isEnabled, { onSuccess: onDone })}
            >
              {t(isEnabled ? 'disable' : 'enable')}
            </Button>
          </Group>
        </Stack>
      </form>
      <ResetPassword id={account.id} />
      {account.secondFactor && <RemoveFactor id={account.id} />}
    </Stack>
  );
}

function RemoveFactor({ id }: { readonly id: string }) {
  const { t } = useTranslation('admin');
  const [reason, setReason] = useState('');
  const remove = useRemoveFactor(id);
  const { faultOf } = useFaults(remove.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate(reason);
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={t('removeFactorReason')}
          description={t('removeFactorHelp')}
          value={reason}
          error={faultOf('reason')}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {remove.error !== null && <Failure error={remove.error} />}
        <div>
          <Button type="submit" variant="default" loading={remove.isPending} disabled={reason === ''}>
            {t('removeFactor')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function ResetPassword({ id }: { readonly id: string }) {
  const { t } = useTranslation('admin');
  const [password, setPassword] = useState('');
  const reset = useSetPassword(id);
  const { faultOf } = useFaults(reset.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reset.mutate(password, { onSuccess: () => setPassword('') });
      }}
    >
      <Stack gap="xs">
        <PasswordInput
          label={t('otherPassword')}
          description={t('firstPasswordHelp')}
          autoComplete="new-password"
          value={password}
          error={faultOf('password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {reset.error !== null && <Failure error={reset.error} />}
        {reset.isSuccess && (
          <Alert color="green" role="status">
            {t('passwordSet')}
          </Alert>
        )}
        <div>
          <Button type="submit" variant="default" loading={reset.isPending} disabled={password === ''}>
            {t('setPassword')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function AccountFields(props: {
  readonly fields: Fields;
  readonly onChange: (fields: Fields) => void;
  readonly faultOf: (field: string) => string | undefined;
}) {
  const { fields, onChange, faultOf } = props;
  const { t } = useTranslation('admin');
  return (
    <>
      <TextInput
        label={t('name')}
        value={fields.name}
        error={faultOf('name')}
        onChange={(event) => onChange({ ...fields, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('email')}
        type="email"
        value={fields.email}
        error={faultOf('email')}
        onChange={(event) => onChange({ ...fields, email: event.currentTarget.value })}
      />
      <Group grow>
        <NativeSelect
          label={t('level')}
          value={fields.level}
          onChange={(event) => onChange({ ...fields, level: event.currentTarget.value as Fields['level'] })}
          data={(['PERSONAL', 'ENTERPRISE'] as const).map((value) => ({ value, label: t(`level_${value}`) }))}
        />
        <NativeSelect
          label={t('locale')}
          value={fields.locale}
          onChange={(event) => onChange({ ...fields, locale: event.currentTarget.value as Fields['locale'] })}
          data={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`locale_${value}`) }))}
        />
      </Group>
      <OfficeFields
        offices={fields.offices}
        onChange={(offices) => onChange({ ...fields, offices })}
        faultOf={(field) => faultOf(`offices.${field}`)}
      />
    </>
  );
}
