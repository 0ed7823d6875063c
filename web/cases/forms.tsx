/** What was filed, the newest version first; what differs from the version before is marked. */
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '../forms/schema.ts';
import { ShownObject } from '../forms/shown-value.tsx';
import { momentOf } from '../parts/moment.tsx';
import type { CaseSeen } from './queries.ts';
import './late-words.ts';

export function Forms({ forms }: { readonly forms: CaseSeen['forms'] }) {
  const { t } = useTranslation('cases');
  return (
    <Stack gap="sm">
      {forms.map((form, at) => {
        const schema = (form.schema ?? {}) as Schema;
        const before = forms[at + 1]?.data;
        return (
          <details key={form.version} open={at === 0}>
            <summary>
              <Text span fw={600}>
                {t('version', { version: form.version, at: momentOf(form.filedAt) })}
              </Text>
            </summary>
            <ShownObject schema={schema} root={schema} value={form.data} {...(before !== undefined && { before })} />
          </details>
        );
      })}
    </Stack>
  );
}
