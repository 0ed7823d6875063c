/** Notes that the bodies which handle a case keep for themselves; nobody else ever reads them. */
import { Button, List, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useKept } from '../parts/kept.ts';
import { Moment } from '../parts/moment.tsx';
import { Part } from '../parts/page.tsx';
import { Failure, Read } from '../parts/states.tsx';
import { may, useSession } from '../session/session.tsx';
import { caseKey } from './queries.ts';
import { WithdrawNote } from './withdraw-note.tsx';
import './late-words.ts';

export default function Notes({ id }: { readonly id: string }) {
  const { t } = useTranslation('cases');
  const { me } = useSession();
  const key = [...caseKey(id), 'notes'];
  const notes = useQuery({
    queryKey: key,
    queryFn: () => answered(api.GET('/api/cases/{id}/notes', { params: { path: { id } } })),
    enabled: may(me, 'note.keep'),
  });
  if (!may(me, 'note.keep')) return null;
  return (
    <Part title={t('notes')}>
      <Stack gap="sm" className="no-print">
        <Text size="sm" c="dimmed">
          {t('notesHelp')}
        </Text>
        <Read query={notes}>
          {({ items }) => (
            <List listStyleType="none" spacing="xs">
              {items.map((note) => (
                <List.Item key={note.id}>
                  <Text size="sm" c="dimmed" component="div">
                    <Moment at={note.at} /> · {note.author.name ?? ''}
                    {note.text !== null && note.author.id === me?.id && <WithdrawNote id={id} note={note.id} />}
                  </Text>
                  <Text size="sm" className="typed">
                    {note.text ?? t('noteWithdrawn')}
                  </Text>
                </List.Item>
              ))}
            </List>
          )}
        </Read>
        <AddNote id={id} />
      </Stack>
    </Part>
  );
}

function AddNote({ id }: { readonly id: string }) {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const [text, setText] = useKept(`note.${id}`, '');
  const add = useMutation({
    mutationFn: (sent: string) =>
      answered(api.POST('/api/cases/{id}/notes', { params: { path: { id } }, body: { text: sent } })),
    onSuccess: async (_added, sent) => {
      // The note may be on the page before its answer is here: what is typed by then is another one.
      if (text === sent) setText('');
      await client.invalidateQueries({ queryKey: [...caseKey(id), 'notes'] });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(text);
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={t('addNote')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {add.error !== null && <Failure error={add.error} />}
        <div>
          <Button type="submit" variant="default" size="sm" loading={add.isPending} disabled={text.trim() === ''}>
            {t('saveNote')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
