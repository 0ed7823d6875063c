/** The indicators of the sheet by dimension, each with its weight and limits and the way to what it rests on. */
import { Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../words/words.ts';
import type { Choosing, Indicator, Scoring } from './scoring.ts';
import classes from './scoring.module.css';

export function Indicators(
  props: Choosing & {
    readonly scoring: Scoring;
    /** What stands at an indicator: a field, or the marks that it has. */
    readonly children: (indicator: Indicator) => ReactNode;
  },
) {
  const { scoring, chosen, onChoose, children } = props;
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  return (
    <Stack gap="md">
      {scoring.dimensions.map(({ code: dimension, title, indicators }) => (
        <Fieldset key={dimension} legend={say(title)}>
          <Stack gap="md">
            {indicators.map((indicator) => {
              const { code, title: called, purpose, weight } = indicator;
              return (
                <div
                  key={code}
                  className={code === chosen ? classes['chosen'] : undefined}
                  onFocusCapture={() => onChoose(code)}
                >
                  {children(indicator)}
                  <Text size="sm">{say(purpose)}</Text>
                  <Group gap="xs" mt={4}>
                    <Text size="sm" c="dimmed">
                      {t('limits', { fullMarks: scoring.fullMarks })} ·{' '}
                      {weight === null ? t('noWeight') : t('weight', { weight })}
                    </Text>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-pressed={code === chosen}
                      aria-label={t('showEvidenceOf', { indicator: say(called) })}
                      onClick={() => onChoose(code)}
                    >
                      {t('showEvidence')}
                    </Button>
                  </Group>
                </div>
              );
            })}
          </Stack>
        </Fieldset>
      ))}
    </Stack>
  );
}
