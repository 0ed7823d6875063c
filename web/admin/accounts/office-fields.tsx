/** The offices of an account, one after another: a role at a body in a region, or for a party. Which go together the API says. */
import { Button, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTitles, useVocabulary } from '../../api/vocabulary.ts';
import { Picker } from '../../forms/picker.tsx';
import { useLocale } from '../../words/words.ts';
import { useBodies, type Offices } from './queries.ts';

type Office = Offices[number];

export function OfficeFields(props: {
  readonly offices: Offices;
  readonly onChange: (offices: Offices) => void;
  /** What is wrong, by `0.region`. */
  readonly faultOf: (field: string) => string | undefined;
}) {
  const { offices, onChange, faultOf } = props;
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation();
  const set = (at: number, office: Office) => onChange(offices.map((one, index) => (index === at ? office : one)));
  return (
    <Stack gap="xs">
      {offices.map((office, at) => (
        <Fieldset key={at} legend={t('officeNth', { nth: at + 1 })}>
          <OneOffice
            office={office}
            onChange={(changed) => set(at, changed)}
            faultOf={(field) => faultOf(`${at}.${field}`)}
          />
          <Button
            mt="xs"
            size="compact-sm"
            variant="default"
            onClick={() => onChange(offices.filter((_one, index) => index !== at))}
          >
            {common('remove')}
          </Button>
        </Fieldset>
      ))}
      <div>
        <Button size="compact-sm" variant="default" onClick={() => onChange([...offices, { role: 'reviewer' }])}>
          {t('addOffice')}
        </Button>
      </div>
    </Stack>
  );
}

function OneOffice(props: {
  readonly office: Office;
  readonly onChange: (office: Office) => void;
  readonly faultOf: (field: string) => string | undefined;
}) {
  const { office, onChange, faultOf } = props;
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const { roles, regions: regionTitles } = useVocabulary();
  const called = useTitles();
  const bodies = useBodies().data?.items ?? [];
  const regions = bodies.find(({ id }) => id === office.bodyId)?.regions ?? [];
  // What is left empty is not said at all.
  const change = (changed: { readonly [Key in keyof Office]?: string }) =>
    onChange(
      Object.fromEntries(Object.entries({ ...office, ...changed }).filter(([, value]) => value !== '')) as Office,
    );
  const none = { value: '', label: common('none') };
  return (
    <Group gap="sm" align="flex-start">
      <NativeSelect
        label={t('role')}
        value={office.role}
        error={faultOf('role')}
        onChange={(event) => change({ role: event.currentTarget.value })}
        data={Object.entries(roles).map(([value, title]) => ({ value, label: say(title) }))}
      />
      <NativeSelect
        label={t('body')}
        value={office.bodyId ?? ''}
        error={faultOf('bodyId')}
        onChange={({ currentTarget: { value } }) =>
          change({ bodyId: value, region: bodies.find(({ id }) => id === value)?.region ?? '' })
        }
        data={[none, ...bodies.map(({ id, name }) => ({ value: id, label: say(name) }))]}
      />
      <NativeSelect
        label={t('region')}
        value={office.region ?? ''}
        error={faultOf('region')}
        onChange={(event) => change({ region: event.currentTarget.value })}
        data={[none, ...regions.map((value) => ({ value, label: called(regionTitles, value) }))]}
      />
      <Picker
        words={{ label: t('party'), error: faultOf('party') }}
        title={t('party')}
        isRequired={false}
        value={office.party ?? ''}
        onChange={(party) => change({ party })}
        source={{ from: 'searched', by: 'parties', asWritten: true }}
        plain={
          <TextInput
            label={t('party')}
            value={office.party ?? ''}
            error={faultOf('party')}
            onChange={(event) => change({ party: event.currentTarget.value })}
          />
        }
      />
    </Group>
  );
}
