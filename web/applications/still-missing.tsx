/** What a draft still lacks; each line leads to its field. */
import { Anchor, List, Paper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { missingIn } from '../forms/missing.ts';
import type { Schema } from '../forms/schema.ts';
import { Part } from '../parts/page.tsx';
import { useLocale } from '../words/words.ts';

export default function StillMissing(props: {
  readonly value: unknown;
  readonly schema: Schema;
  readonly onGo: (path: string) => void;
}) {
  const { value, schema, onGo } = props;
  const { t } = useTranslation('applications');
  const { say } = useLocale();
  const missing = missingIn(value, schema);
  return (
    <Paper withBorder p="md">
      <Part title={missing.length === 0 ? t('missingNothing') : t('missing', { count: missing.length })}>
        <List size="sm" spacing={4}>
          {missing.map(({ path, title, within }) => (
            <List.Item key={path}>
              <Anchor component="button" type="button" size="sm" ta="start" onClick={() => onGo(path)}>
                {within === null ? say(title) : `${say(within)} · ${say(title)}`}
              </Anchor>
            </List.Item>
          ))}
        </List>
      </Part>
    </Paper>
  );
}
