/** One clause: what it says, and beside it what carries it and the cases that it decided. */
import { Anchor, List, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { clausePath } from '../../rules/book/clauses.ts';
import { Tag } from '../parts/tag.tsx';
import { useLocale } from '../words/words.ts';
import classes from './clause-entry.module.css';
import { FullText } from './full-text.tsx';
import type { Clause, ClauseCount } from './queries.ts';

export function ClauseEntry(props: {
  readonly regime: string;
  readonly clause: Clause;
  /** Null where no case cites it; undefined for who reads no cases. */
  readonly counts: ClauseCount | null | undefined;
  /** Whether the anchor of a requirement is here. */
  readonly isFirstOf: (requirement: string) => boolean;
}) {
  const { regime, clause, counts, isFirstOf } = props;
  const { t } = useTranslation('regulations');
  const { say } = useLocale();
  return (
    <article id={clause.number} tabIndex={-1} aria-label={clause.number} className={classes['clause']}>
      <div>
        <Title order={2} size="h5">
          <Anchor href={clausePath(clause.clause)} inherit>
            {clause.number}
          </Anchor>
        </Title>
        <Text>{say(clause.summary)}</Text>
        {clause.quote !== null && (
          <Text size="sm" c="dimmed" lang="zh-CN">
            {t('quoted', { words: clause.quote })}
          </Text>
        )}
        <FullText regime={regime} clause={clause.clause} name={clause.number} fullText={clause.fullText} />
        {counts !== undefined && <Cases clause={clause.clause} counts={counts} />}
      </div>
      <div>
        <Carriers clause={clause} />
        {clause.requirements.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('requirements')}：
            {clause.requirements.map((id) => (
              <span key={id} className={classes['id']} {...(isFirstOf(id) && { id, tabIndex: -1 })}>
                {id}
              </span>
            ))}
          </Text>
        )}
      </div>
    </article>
  );
}

function Carriers({ clause }: { readonly clause: Clause }) {
  const { t } = useTranslation('regulations');
  const { t: common } = useTranslation();
  const { say, locale } = useLocale();
  const { rules, deadlines, actions, notices, grounds, functions, interpretations } = clause;
  const inCase = ({ kindTitle, title }: (typeof actions)[number]) =>
    t('ofKind', { kind: say(kindTitle), title: say(title) });
  const shown = ({ value, word, unit }: (typeof rules)[number]) => {
    if (word !== null) return say(word);
    if (typeof value === 'boolean') return common(value ? 'yes' : 'no');
    return `${typeof value === 'number' ? value.toLocaleString(locale) : value} ${say(unit)}`.trim();
  };
  return (
    <>
      {clause.carried === 'NONE' && <Tag tone="warning">{t('nothing')}</Tag>}
      {clause.carried === 'PARTS' && (
        <Text size="sm" c="dimmed">
          {t('parts')}
        </Text>
      )}
      <Items name={t('values')} open>
        {rules.map((rule) => (
          <List.Item key={rule.key}>
            {say(rule.title)}：<strong>{shown(rule)}</strong>
          </List.Item>
        ))}
      </Items>
      <Items name={t('deadlines')} open>
        {deadlines.map((deadline) => (
          <List.Item key={`${deadline.kind} ${deadline.name}`}>
            {inCase(deadline)}
            {deadline.platformRule && ` · ${t('platformRule')}`}
            <Text size="sm" c="dimmed">
              {say(deadline.consequence)}
            </Text>
          </List.Item>
        ))}
      </Items>
      <Items name={t('actions')}>
        {actions.map((action) => (
          <List.Item key={`${action.kind} ${action.name}`}>{inCase(action)}</List.Item>
        ))}
      </Items>
      <Items name={t('notices')}>
        {notices.map((notice) => (
          <List.Item key={`${notice.kind} ${notice.name}`}>{inCase(notice)}</List.Item>
        ))}
      </Items>
      <Items name={t('grounds')}>
        {grounds.map(({ title }, at) => (
          <List.Item key={at}>{say(title)}</List.Item>
        ))}
      </Items>
      <Items name={t('functions')}>
        {functions.map(({ title }, at) => (
          <List.Item key={at}>{say(title)}</List.Item>
        ))}
      </Items>
      <Items name={t('interpretations')}>
        {interpretations.map(({ code, issue, reading }) => (
          <List.Item key={code}>
            {code}：{say(issue)}
            <Text size="sm" fw={600}>
              {say(reading)}
            </Text>
          </List.Item>
        ))}
      </Items>
    </>
  );
}

/** A list that can be folded; nothing where it is empty. */
function Items(props: { readonly name: string; readonly open?: boolean; readonly children: readonly ReactNode[] }) {
  const { name, open = false, children } = props;
  const { t } = useTranslation('regulations');
  if (children.length === 0) return null;
  return (
    <details open={open} className={classes['items']}>
      <summary>{t('heading', { name, count: children.length })}</summary>
      <List size="sm">{children}</List>
    </details>
  );
}

function Cases({ clause, counts }: { readonly clause: string; readonly counts: ClauseCount | null }) {
  const { t } = useTranslation('regulations');
  const { say } = useLocale();
  if (counts === null)
    return (
      <Text size="sm" c="dimmed" mt="xs">
        {t('noCases')}
      </Text>
    );
  const href = (more: Readonly<Record<string, string>> = {}) =>
    `/cases?${new URLSearchParams({ clause, ...more }).toString()}`;
  return (
    <div className={classes['cases']}>
      <Anchor component={Link} href={href()} size="sm" fw={600}>
        {t('cases', { count: counts.cases })}
      </Anchor>
      <List size="sm" listStyleType="none">
        {counts.acts.map(({ event, title, effect, effectTitle, cases }) => (
          <List.Item key={event}>
            <Anchor component={Link} href={href({ cited: event })} inherit>
              {t('act', { title: say(title), count: cases })}
            </Anchor>{' '}
            {effect !== 'DECIDED' && <Tag tone={effect === 'WAIVED' ? 'warning' : 'bad'}>{say(effectTitle)}</Tag>}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
