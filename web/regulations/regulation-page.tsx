/** A document clause by clause. An anchor of a clause, or of a requirement, leads to its place; so do citations everywhere else. */
import { Anchor, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'wouter';
import { Page } from '../parts/page.tsx';
import { Empty, Read } from '../parts/states.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { ClauseEntry } from './clause-entry.tsx';
import { FullText } from './full-text.tsx';
import { useClauseCounts, useClauses, useRegulations, type Clause } from './queries.ts';
import { Standing } from './standing.tsx';
import { regulationsWords } from './words.ts';

addWords('regulations', regulationsWords);

export default function RegulationPage() {
  const { t } = useTranslation('regulations');
  const { say } = useLocale();
  const { document: code } = useParams<{ document: string }>();
  const regulations = useRegulations();
  return (
    <Read query={regulations}>
      {({ items }) => {
        const found = items
          .flatMap(({ regime, documents }) => documents.map((document) => ({ regime, document })))
          .find(({ document }) => document.code === code);
        if (found === undefined)
          return (
            <Page title={t('title')}>
              <Empty>{t('noDocument')}</Empty>
              <Back />
            </Page>
          );
        const { regime, document } = found;
        return (
          <Page key={code} title={say(document.name)} aside={<Back />}>
            <Group gap="xs">
              <Standing standing={document.standing} />
              {document.edition !== null && <Text size="sm">{say(document.edition)}</Text>}
            </Group>
            <FullText regime={regime} clause={code} name={say(document.name)} fullText={document.fullText} />
            <Clauses regime={regime} code={code} />
          </Page>
        );
      }}
    </Read>
  );
}

function Back() {
  const { t } = useTranslation('regulations');
  return (
    <Anchor component={Link} href="/regulations" size="sm">
      {t('back')}
    </Anchor>
  );
}

function Clauses({ regime, code }: { readonly regime: string; readonly code: string }) {
  const { t } = useTranslation('regulations');
  const clauses = useClauses(regime);
  const counts = useClauseCounts(regime);
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState('');
  const isOnlyUncarried = search.get('carried') === 'none';
  useAnchor(clauses.data !== undefined);
  return (
    <Read query={clauses}>
      {({ ruleVersion, items }) => {
        const own = items.filter(({ document }) => document === code);
        const shown = own.filter((clause) => (!isOnlyUncarried || clause.carried === 'NONE') && fits(clause, typed));
        const first = firstOfRequirements(own);
        return (
          <Stack gap="lg">
            <Group gap="md" align="flex-end" className="no-print">
              <TextInput
                style={{ flex: '1 1 18rem' }}
                maw="30rem"
                type="search"
                label={t('search')}
                maxLength={100}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
              <Checkbox
                label={t('onlyUncarried')}
                checked={isOnlyUncarried}
                onChange={(event) =>
                  setSearch(event.currentTarget.checked ? { carried: 'none' } : {}, { replace: true })
                }
              />
            </Group>
            <Text size="sm" c="dimmed" role="status">
              {t('shown', { shown: shown.length, total: own.length })} {t('ruleVersion', { version: ruleVersion })}
            </Text>
            {shown.length === 0 && <Empty>{t('noneFound')}</Empty>}
            {shown.map((clause) => (
              <ClauseEntry
                key={clause.clause}
                regime={regime}
                clause={clause}
                counts={counts && (counts.get(clause.clause) ?? null)}
                isFirstOf={(requirement) => first.get(requirement) === clause.clause}
              />
            ))}
          </Stack>
        );
      }}
    </Read>
  );
}

/** Goes to the place that the address names, once it is there, and whenever another is chosen on the page. */
function useAnchor(isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return;
    const go = () => {
      const place = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
      (place?.closest('article') ?? place)?.scrollIntoView();
      place?.focus({ preventScroll: true });
    };
    go();
    window.addEventListener('hashchange', go);
    return () => window.removeEventListener('hashchange', go);
  }, [isThere]);
}

function fits({ number, summary, quote, fullText, requirements }: Clause, typed: string): boolean {
  const words = typed.trim().toLowerCase();
  const within = [number, summary.zh, summary.en, quote ?? '', fullText?.text ?? '', ...requirements];
  return within.some((text) => text.toLowerCase().includes(words));
}

/** The clause at which each requirement has its anchor: several clauses may share one. */
function firstOfRequirements(clauses: readonly Clause[]): ReadonlyMap<string, string> {
  return new Map([...clauses].reverse().flatMap(({ clause, requirements }) => requirements.map((id) => [id, clause])));
}
