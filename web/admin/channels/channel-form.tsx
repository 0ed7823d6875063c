/** What an administrator sets of a channel. What is wrong is said at its field, by the API. */
import { Button, Checkbox, Group, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WEBHOOK_FORMATS, type WebhookFormat } from '../../../rules/notices/webhook.ts';
import { useVocabulary } from '../../api/vocabulary.ts';
import { useFaults } from '../../parts/faults.ts';
import { Failure } from '../../parts/states.tsx';
import { useLocale } from '../../words/words.ts';
import { useBodies } from '../accounts/queries.ts';
import { useCreate, useUpdate, type Channel, type NewChannel } from './queries.ts';

type Fields = Required<Omit<NewChannel, 'bodyId'>>;

const FORMATS = Object.keys(WEBHOOK_FORMATS) as WebhookFormat[];
const LOCALES = ['zh-CN', 'en'] as const;

export function CreateChannel({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('channels');
  const { say } = useLocale();
  const bodies = useBodies().data?.items ?? [];
  const [chosen, choose] = useState('');
  const [fields, setFields] = useState<Fields>({
    ...{ name: '', format: 'WECOM', address: '', signingSecret: '', roles: [], locale: 'zh-CN', active: true },
  });
  const create = useCreate();
  const { faultOf } = useFaults(create.error);
  const body = bodies.find(({ id }) => id === chosen) ?? bodies[0];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(
          { ...settingsOf(fields), bodyId: body?.id ?? '', address: fields.address },
          { onSuccess: onDone },
        );
      }}
    >
      <Stack gap="sm" maw="44rem">
        <NativeSelect
          label={t('body')}
          value={body?.id ?? ''}
          error={faultOf('bodyId')}
          onChange={(event) => choose(event.currentTarget.value)}
          data={bodies.map(({ id, name }) => ({ value: id, label: say(name) }))}
        />
        <ChannelFields fields={fields} roles={body?.roles ?? []} onChange={setFields} faultOf={faultOf} />
        {create.error !== null && <Failure error={create.error} />}
        <div>
          <Button type="submit" loading={create.isPending}>
            {t('save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

export function ChangeChannel({ channel, onDone }: { readonly channel: Channel; readonly onDone: () => void }) {
  const { t } = useTranslation('channels');
  const bodies = useBodies().data?.items ?? [];
  const { name, format, roles, locale, active } = channel;
  const [fields, setFields] = useState<Fields>({
    ...{ name, format, roles, locale, active, address: '', signingSecret: '' },
  });
  const update = useUpdate(channel.id);
  const { faultOf } = useFaults(update.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        update.mutate(settingsOf(fields), { onSuccess: onDone });
      }}
    >
      <Stack gap="sm" mt="sm" maw="44rem">
        <ChannelFields
          fields={fields}
          roles={bodies.find(({ id }) => id === channel.bodyId)?.roles ?? []}
          kept={t('addressKept')}
          onChange={setFields}
          faultOf={faultOf}
        />
        {update.error !== null && <Failure error={update.error} />}
        <div>
          <Button type="submit" loading={update.isPending}>
            {t('save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** What is left empty is not said at all: a secret that is there stays. */
function settingsOf({ address, signingSecret, ...fields }: Fields) {
  return { ...fields, ...(address !== '' && { address }), ...(signingSecret !== '' && { signingSecret }) };
}

function ChannelFields(props: {
  readonly fields: Fields;
  /** Roles that the body has. */
  readonly roles: readonly string[];
  /** Said of secrets that are set already. */
  readonly kept?: string;
  readonly onChange: (fields: Fields) => void;
  readonly faultOf: (field: string) => string | undefined;
}) {
  const { fields, roles, kept, onChange, faultOf } = props;
  const { t } = useTranslation('channels');
  const { say } = useLocale();
  const titles = useVocabulary().roles;
  return (
    <>
      <TextInput
        label={t('name')}
        value={fields.name}
        error={faultOf('name')}
        onChange={(event) => onChange({ ...fields, name: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <NativeSelect
          label={t('format')}
          value={fields.format}
          error={faultOf('format')}
          onChange={(event) => onChange({ ...fields, format: event.currentTarget.value as WebhookFormat })}
          data={FORMATS.map((value) => ({ value, label: say(WEBHOOK_FORMATS[value]) }))}
        />
        <NativeSelect
          label={t('locale')}
          value={fields.locale}
          onChange={(event) => onChange({ ...fields, locale: event.currentTarget.value as Fields['locale'] })}
          data={LOCALES.map((value) => ({ value, label: t(`locale_${value}`) }))}
        />
      </Group>
      <PasswordInput
        label={t('address')}
        description={t('addressHelp')}
        placeholder={kept}
        autoComplete="off"
        value={fields.address}
        error={faultOf('address')}
        onChange={(event) => onChange({ ...fields, address: event.currentTarget.value })}
      />
      {fields.format === 'DINGTALK' && (
        <PasswordInput
          label={t('signingSecret')}
          description={t('signingSecretHelp')}
          placeholder={kept}
          autoComplete="off"
          value={fields.signingSecret}
          error={faultOf('signingSecret')}
          onChange={(event) => onChange({ ...fields, signingSecret: event.currentTarget.value })}
        />
      )}
      <Checkbox.Group
        label={t('roles')}
        value={fields.roles}
        error={faultOf('roles')}
        onChange={(picked) => onChange({ ...fields, roles: picked })}
      >
        <Group mt="xs" gap="md">
          {roles.map((role) => (
            <Checkbox key={role} value={role} label={titles[role] === undefined ? role : say(titles[role])} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox
        label={t('active')}
        checked={fields.active}
        onChange={(event) => onChange({ ...fields, active: event.currentTarget.checked })}
      />
    </>
  );
}
