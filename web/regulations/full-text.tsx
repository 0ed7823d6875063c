/** The words of a clause or of a whole document, where they were loaded; who may load them does so here. */
import { Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useKept } from '../parts/kept.ts';
import { momentOf } from '../parts/moment.tsx';
import { Failure } from '../parts/states.tsx';
import { may, useSession } from '../session/session.tsx';
import { REGULATIONS, type FullText as Loaded } from './queries.ts';

interface Props {
  readonly regime: string;
  readonly clause: string;
  /** What the clause or the document is called here. */
  readonly name: string;
  readonly fullText: Loaded | null;
}

export function FullText({ regime, clause, name, fullText }: Props) {
  const { t } = useTranslation('regulations');
  const { me } = useSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {fullText !== null && (
        <details>
          <summary>{t('fullText')}</summary>
          <Text size="sm" className="typed" lang="zh-CN">
            {fullText.text}
          </Text>
          <Text size="xs" c="dimmed">
            {t('loadedAt', { version: fullText.version, at: momentOf(fullText.at), source: fullText.source })}
          </Text>
        </details>
      )}
      {may(me, 'regulation.text') && !isOpen && (
        <div className="no-print">
          <Button variant="subtle" size="compact-xs" aria-label={`${t('load')} ${name}`} onClick={() => setOpen(true)}>
            {t(fullText === null ? 'load' : 'loadAnew')}
          </Button>
        </div>
      )}
      {isOpen && <Load regime={regime} clause={clause} onDone={() => setOpen(false)} />}
    </>
  );
}

function Load(props: { readonly regime: string; readonly clause: string; readonly onDone: () => void }) {
  const { regime, clause, onDone } = props;
  const { t } = useTranslation('regulations');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const [typed, setTyped, forget] = useKept(`clause.${clause}`, { text: '', source: '' });
  const load = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/regulations/{regime}/texts', { params: { path: { regime } }, body: { clause, ...typed } }),
      ),
    onSuccess: async () => {
      forget();
      await client.invalidateQueries({ queryKey: REGULATIONS });
      onDone();
    },
  });
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault();
        load.mutate();
      }}
    >
      <Stack gap="xs" maw="40rem">
        <Textarea
          label={t('text')}
          autosize
          minRows={3}
          maxLength={40_000}
          required
          value={typed.text}
          onChange={(event) => setTyped({ ...typed, text: event.currentTarget.value })}
        />
        <TextInput
          label={t('source')}
          description={t('sourceHelp')}
          maxLength={300}
          required
          value={typed.source}
          onChange={(event) => setTyped({ ...typed, source: event.currentTarget.value })}
        />
        {load.error !== null && <Failure error={load.error} />}
        <div>
          <Button type="submit" size="sm" mr="xs" loading={load.isPending}>
            {t('save')}
          </Button>
          <Button variant="default" size="sm" onClick={onDone}>
            {common('cancel')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
