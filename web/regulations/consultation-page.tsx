/** A regime's text as its bodies keep it: its status with the history, and the comments that were received and answered (SH-STORE-17). */
import { Anchor, Group, List, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'wouter';
import { ActForm } from '../acts/act-form.tsx';
import { useActAt } from '../acts/acts.ts';
import { answered, api } from '../api/client.ts';
import { usePages } from '../api/pages.ts';
import { momentOf } from '../parts/moment.tsx';
import { Page, Part } from '../parts/page.tsx';
import { Paged } from '../parts/paged.tsx';
import { Read } from '../parts/states.tsx';
import { Tag } from '../parts/tag.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { REGULATIONS } from './queries.ts';
import { regulationsWords } from './words.ts';

addWords('regulations', regulationsWords);

const ADOPTED = { status: 'ADOPTED' } as const;
const statusKey = (regime: string) => [...REGULATIONS, regime, 'status'] as const;
const commentsKey = (regime: string) => [...REGULATIONS, regime, 'comments'] as const;

export default function ConsultationPage() {
  const { regime } = useParams<{ regime: string }>();
  const { t } = useTranslation('regulations');
  const { say } = useLocale();
  const status = useQuery({
    queryKey: statusKey(regime),
    queryFn: () => answered(api.GET('/api/regulations/{regime}', { params: { path: { regime } } })),
  });
  return (
    <Read query={status}>
      {({ title, statusTitle, on, adopted, ruleVersion, history }) => (
        <Page title={t('consultationOf', { title: say(title) })}>
          <Part title={t('textStatus')}>
            <Group gap="xs">
              <Tag tone="plain">{say(statusTitle)}</Tag>
              <Text size="sm">{t('statusSince', { on, ruleVersion })}</Text>
            </Group>
            {adopted !== null && (
              <Text size="sm">
                <Anchor
                  style={{ textDecoration: 'underline' }}
                  href={`/api/files/${adopted.fileId}`}
                  target="_blank"
                  rel="noopener"
                >
                  {adopted.title}
                </Anchor>{' '}
                {t('adoptedAs', { number: adopted.documentNumber, from: adopted.from, version: adopted.ruleVersion })}
              </Text>
            )}
            {history.length > 0 && (
              <details>
                <summary>{t('statusHistory')}</summary>
                <List size="sm">
                  {history.map((change) => (
                    <List.Item key={change.at}>
                      {change.on} {say(change.statusTitle)}：{change.reason}
                    </List.Item>
                  ))}
                </List>
              </details>
            )}
            <Changes regime={regime} />
          </Part>
          <Comments regime={regime} />
          <Anchor component={Link} href="/regulations">
            {t('back')}
          </Anchor>
        </Page>
      )}
    </Read>
  );
}

function Changes({ regime }: { readonly regime: string }) {
  const { t } = useTranslation('regulations');
  if (useActAt('/api/regulations/{regime}/status') === undefined) return null;
  const form = { path: '/api/regulations/{regime}/status', at: { regime }, moves: REGULATIONS } as const;
  return (
    <Stack gap="xs" mt="sm" maw="48rem">
      <details>
        <summary>{t('adopt')}</summary>
        <ActForm {...form} shape="ADOPTED" known={ADOPTED} />
      </details>
      <details>
        <summary>{t('openOrClose')}</summary>
        <ActForm {...form} shape="CLOSED" />
      </details>
    </Stack>
  );
}

function Comments({ regime }: { readonly regime: string }) {
  const { t } = useTranslation('regulations');
  const { t: common } = useTranslation();
  const { say } = useLocale();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('answered');
  const only = wanted === 'true' || wanted === 'false' ? wanted : undefined;
  const list = usePages([...commentsKey(regime), only ?? ''], (at) =>
    answered(
      api.GET('/api/regulations/{regime}/comments', {
        params: { path: { regime }, query: { ...at, ...(only !== undefined && { answered: only }) } },
      }),
    ),
  );
  return (
    <Part title={t('comments')}>
      <Stack gap="md">
        <details>
          <summary>{t('enterComment')}</summary>
          <ActForm path="/api/regulations/{regime}/comments" at={{ regime }} moves={commentsKey(regime)} />
        </details>
        <NativeSelect
          label={t('whichComments')}
          maw="16rem"
          value={only ?? ''}
          data={[
            { value: '', label: common('all') },
            { value: 'false', label: t('notAnswered') },
            { value: 'true', label: t('answered') },
          ]}
          onChange={({ currentTarget: { value } }) =>
            setSearch(value === '' ? {} : { answered: value }, { replace: true })
          }
        />
        <Paged list={list} empty={t('commentsNone')}>
          {(items) => (
            <List listStyleType="none" spacing="lg">
              {items.map(({ id, author, contact, channelTitle, receivedOn, text, answers }) => (
                <List.Item key={id}>
                  <Text size="sm" c="dimmed">
                    {receivedOn} · {author} · {say(channelTitle)}
                    {contact !== null && ` · ${contact}`}
                  </Text>
                  <Text className="typed">{text}</Text>
                  {answers.map((answer) => (
                    <Text key={answer.at} size="sm" className="typed">
                      {t('answeredAt', { at: momentOf(answer.at) })}
                      {answer.text}
                    </Text>
                  ))}
                  <details>
                    <summary>{t('answer')}</summary>
                    <ActForm
                      path="/api/regulations/{regime}/comments/{id}/answers"
                      at={{ regime, id }}
                      moves={commentsKey(regime)}
                    />
                  </details>
                </List.Item>
              ))}
            </List>
          )}
        </Paged>
      </Stack>
    </Part>
  );
}
