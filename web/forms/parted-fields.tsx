/** A long form part by part: which there are, what is missing in each, and one of them to be filled in. */
import { Button, Group, Stack, Title } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../words/words.ts';
import { FieldAt, type Held } from './field-at.tsx';
import { focusOn } from './focus.ts';
import { useForm } from './form-context.ts';
import { missingIn } from './missing.ts';
import { isWithin, valueAt } from './paths.ts';
import { partWith, type FormPart } from './parts.ts';

export function PartedFields({ parts, value, onChange }: Held & { readonly parts: readonly FormPart[] }) {
  const { root, faults } = useForm();
  const { t } = useTranslation('forms');
  const { say } = useLocale();
  const [chosen, choose] = useState(0);
  const id = useId();
  const area = useRef<HTMLDivElement>(null);
  const missing = missingIn(value, root);
  const countIn = ({ fields }: FormPart) =>
    missing.filter(({ path }) => fields.some((field) => isWithin(path, field))).length;
  const isFaulty = ({ fields }: FormPart) =>
    Object.keys(faults).some((path) => fields.some((field) => isWithin(path, field)));
  const isUntouched = ({ fields }: FormPart) => fields.every((field) => isNothing(valueAt(value, field)));
  // What is wrong first is shown, in whatever part it stands.
  const first = Object.keys(faults).find((path) => partWith(parts, path) !== undefined);
  useEffect(() => {
    const part = first === undefined ? undefined : partWith(parts, first);
    if (part !== undefined) choose(parts.indexOf(part));
  }, [first, parts, faults]);
  useEffect(() => {
    if (first !== undefined) focusOn(area.current, first);
  }, [first, chosen, faults]);
  const part = parts[chosen] ?? parts[0];
  if (part === undefined) return null;
  const called = ({ title }: FormPart) => (title === null ? t('general') : say(title));
  return (
    <Stack gap="md">
      <Group gap={6} component="nav" aria-label={t('parts')}>
        {parts.map((one, at) => {
          const count = countIn(one);
          const rest = isUntouched(one) ? t('partEmpty') : t('partDone');
          const state = isFaulty(one) ? t('partWrong') : count > 0 ? t('partMissing', { count }) : rest;
          return (
            <Button
              key={one.fields.join(' ')}
              size="compact-sm"
              variant={one === part ? 'filled' : 'default'}
              aria-current={one === part ? 'step' : undefined}
              onClick={() => choose(at)}
            >
              {t('partState', { part: called(one), state })}
            </Button>
          );
        })}
      </Group>
      <section aria-labelledby={id} ref={area}>
        <Stack gap="md">
          <Title order={2} size="h4" id={id}>
            {called(part)}
          </Title>
          {part.fields.map((path) => (
            <FieldAt key={path} path={path} value={value} onChange={onChange} />
          ))}
          <Group>
            <Button variant="default" size="sm" disabled={chosen === 0} onClick={() => choose(chosen - 1)}>
              {t('partBefore')}
            </Button>
            <Button
              variant="default"
              size="sm"
              disabled={chosen >= parts.length - 1}
              onClick={() => choose(chosen + 1)}
            >
              {t('partAfter')}
            </Button>
          </Group>
        </Stack>
      </section>
    </Stack>
  );
}

/** Lists may stay empty where nothing is to be said: that is neither missing nor filled in. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
