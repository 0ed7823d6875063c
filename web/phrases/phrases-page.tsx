/** The reader's own phrases and those of their bodies, to be worded otherwise where they may. */
import { Button, Group, List, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitles, useVocabulary } from '../api/vocabulary.ts';
import { useFaults } from '../parts/faults.ts';
import { useKept } from '../parts/kept.ts';
import { Page, Part } from '../parts/page.tsx';
import { Empty, Failure, Read } from '../parts/states.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { begun, useDelete, useKeep, usePhrases, useReword, type Phrase } from './queries.ts';
import { phrasesWords } from './words.ts';

addWords('phrases', phrasesWords);

export default function PhrasesPage() {
  const { t } = useTranslation('phrases');
  const { bodies: titles } = useVocabulary();
  const called = useTitles();
  return (
    <Page title={t('title')}>
      <Text maw="48rem">{t('intro')}</Text>
      <Read query={usePhrases()}>
        {({ items, bodies }) => (
          <>
            <Part title={t('newPhrase')}>
              <NewPhrase bodies={bodies} />
            </Part>
            {[...new Set(items.map(({ bodyId }) => bodyId))].map((bodyId) => (
              <Part key={bodyId} title={bodyId === null ? t('own') : called(titles, bodyId)}>
                <List listStyleType="none" spacing="md">
                  {items
                    .filter((phrase) => phrase.bodyId === bodyId)
                    .map((phrase) => (
                      <List.Item key={phrase.id}>
                        <OnePhrase phrase={phrase} />
                      </List.Item>
                    ))}
                </List>
              </Part>
            ))}
            {items.length === 0 && <Empty>{t('none')}</Empty>}
          </>
        )}
      </Read>
    </Page>
  );
}

function NewPhrase({ bodies }: { readonly bodies: readonly { id: string; name: { zh: string; en: string } }[] }) {
  const { t } = useTranslation('phrases');
  const { say } = useLocale();
  const [text, setText] = useKept('phrases.new', '');
  const [bodyId, setBody] = useState('');
  const keep = useKeep();
  const { faultOf } = useFaults(keep.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate({ text, ...(bodyId !== '' && { bodyId }) }, { onSuccess: () => setText('') });
      }}
    >
      <Stack gap="sm" maw="44rem">
        <Textarea
          label={t('text')}
          autosize
          minRows={3}
          maxLength={1000}
          value={text}
          error={faultOf('text')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {bodies.length > 0 && (
          <NativeSelect
            label={t('whose')}
            maw="24rem"
            value={bodyId}
            onChange={(event) => setBody(event.currentTarget.value)}
            data={[
              { value: '', label: t('forMe') },
              ...bodies.map(({ id, name }) => ({ value: id, label: t('forBody', { body: say(name) }) })),
            ]}
          />
        )}
        {keep.error !== null && <Failure error={keep.error} />}
        <div>
          <Button type="submit" loading={keep.isPending}>
            {t('save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function OnePhrase({ phrase: { id, text, forTitle, isMine } }: { readonly phrase: Phrase }) {
  const { t } = useTranslation('phrases');
  const { say } = useLocale();
  const [isOpen, setOpen] = useState(false);
  const remove = useDelete(id);
  return (
    <Stack gap={4} maw="44rem">
      {isOpen ? <Rewording id={id} text={text} onDone={() => setOpen(false)} /> : <Text className="typed">{text}</Text>}
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          {forTitle === null ? t('forAny') : t('onlyFor', { action: say(forTitle) })}
        </Text>
        {isMine && (
          <>
            <Button
              size="compact-xs"
              variant="default"
              aria-expanded={isOpen}
              aria-label={t('changeOf', { text: begun(text) })}
              onClick={() => setOpen(!isOpen)}
            >
              {t('change')}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('deleteOf', { text: begun(text) })}
              loading={remove.isPending}
              onClick={() => remove.mutate(undefined)}
            >
              {t('delete')}
            </Button>
          </>
        )}
      </Group>
      {remove.error !== null && <Failure error={remove.error} />}
    </Stack>
  );
}

function Rewording(props: { readonly id: string; readonly text: string; readonly onDone: () => void }) {
  const { id, text, onDone } = props;
  const { t } = useTranslation('phrases');
  const [typed, setTyped] = useState(text);
  const reword = useReword(id);
  const { faultOf } = useFaults(reword.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        reword.mutate(typed, { onSuccess: onDone });
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={t('text')}
          autosize
          minRows={2}
          maxLength={1000}
          value={typed}
          error={faultOf('text')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {reword.error !== null && <Failure error={reword.error} />}
        <div>
          <Button type="submit" size="compact-sm" loading={reword.isPending}>
            {t('save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
