/** Both sheets side by side, once they are opened: the marks of each indicator by assessor, and their means. */
import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../words/words.ts';
import { Indicators } from './indicators.tsx';
import { Named } from './named.tsx';
import type { Choosing, Scoring, Sheets } from './scoring.ts';

export function OpenedSheets({
  scoring,
  sheets,
  ...choosing
}: Choosing & { readonly scoring: Scoring; readonly sheets: Sheets }) {
  const { t } = useTranslation('assessments');
  const { locale } = useLocale();
  const nameOf = ({ assessor }: Sheets[number]) => assessor.name ?? assessor.id;
  return (
    <Stack gap="md">
      <List listStyleType="none" spacing="xs">
        {sheets.map((sheet) => (
          <List.Item key={sheet.assessor.id}>
            <Text span fw={600}>
              {nameOf(sheet)}
            </Text>{' '}
            {t('meanOf', { mean: sheet.mean === null ? '—' : sheet.mean.toLocaleString(locale) })}
            {sheet.note !== null && <Text className="typed">{sheet.note}</Text>}
          </List.Item>
        ))}
      </List>
      <Indicators scoring={scoring} {...choosing}>
        {({ code, title }) => (
          <>
            <Named title={title} />
            <List listStyleType="none" size="sm">
              {sheets.map((sheet) => (
                <List.Item key={sheet.assessor.id}>
                  {t('marksOf', { name: nameOf(sheet), marks: sheet.scores[code]?.toLocaleString(locale) ?? '—' })}
                </List.Item>
              ))}
            </List>
          </>
        )}
      </Indicators>
    </Stack>
  );
}
