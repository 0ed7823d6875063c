/** The score sheet of an entry, and beside it what each indicator rests on: materials opened in place, the report, points, the verification (SH-EVAL-08). */
import { Alert, Anchor, Grid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { answered, api } from '../api/client.ts';
import { caseKey, useCase, type CaseSeen } from '../cases/queries.ts';
import { Page, Part } from '../parts/page.tsx';
import { Read } from '../parts/states.tsx';
import { addWords, useLocale } from '../words/words.ts';
import { Evidence } from './evidence.tsx';
import { OpenedSheets } from './opened-sheets.tsx';
import type { Indicator, Scoring } from './scoring.ts';
import classes from './scoring.module.css';
import { FILE_SHEET, SheetForm } from './sheet-form.tsx';
import { assessmentsWords } from './words.ts';

addWords('assessments', assessmentsWords);

export default function ScoringPage() {
  const { id } = useParams<{ id: string }>();
  const scoring = useQuery({
    // Whatever moves the case may open the sheets.
    queryKey: [...caseKey(id), 'scoring'],
    queryFn: () => answered(api.GET('/api/sh-eval/entries/{id}/scoring', { params: { path: { id } } })),
  });
  return (
    <Read query={useCase(id)}>
      {(seen) => <Read query={scoring}>{(found) => <SideBySide seen={seen} scoring={found} />}</Read>}
    </Read>
  );
}

function SideBySide({ seen, scoring }: { readonly seen: CaseSeen; readonly scoring: Scoring }) {
  const { t } = useTranslation('assessments');
  const { say, locale } = useLocale();
  const indicators = scoring.dimensions.flatMap((dimension) => dimension.indicators);
  const [code, choose] = useState<Indicator['code'] | undefined>(indicators[0]?.code);
  const [isSent, setSent] = useState(false);
  const chosen = indicators.find((indicator) => indicator.code === code);
  const action = seen.actions.find(({ name }) => name === FILE_SHEET);
  return (
    <Page
      title={`${t('scoring')} · ${seen.title}`}
      aside={
        <Anchor component={Link} href={`/cases/${seen.id}`}>
          {t('toCase')}
        </Anchor>
      }
    >
      <Text size="sm">{t('weightsAre', { weights: say(scoring.weights) })}</Text>
      {scoring.total !== null && <Text fw={600}>{t('totalIs', { total: scoring.total.toLocaleString(locale) })}</Text>}
      {isSent && (
        <Alert color="green" role="status">
          {t('sent')}
        </Alert>
      )}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Part title={t('sheet')}>
            <Stack gap="md">
              {scoring.sheets === null && <Text size="sm">{t('sheetsFiled', { filed: scoring.filed })}</Text>}
              {scoring.sheets !== null ? (
                <OpenedSheets scoring={scoring} sheets={scoring.sheets} chosen={code} onChoose={choose} />
              ) : (
                <SheetForm
                  seen={seen}
                  scoring={scoring}
                  action={action}
                  chosen={code}
                  onChoose={choose}
                  onDone={() => setSent(true)}
                />
              )}
            </Stack>
          </Part>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <div className={classes['evidence']}>
            {chosen !== undefined && <Evidence key={chosen.code} seen={seen} scoring={scoring} indicator={chosen} />}
          </div>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
