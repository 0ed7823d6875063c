/** What an indicator rests on (SH-EVAL-08.2 to 08.5). */
import { List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FileInPlace } from '../cases/files/file-in-place.tsx';
import type { CaseSeen } from '../cases/queries.ts';
import { fieldAt, stepsOf, valueAt } from '../forms/paths.ts';
import { meant, titleOf, type Schema } from '../forms/schema.ts';
import { ShownValue } from '../forms/shown-value.tsx';
import { momentOf } from '../parts/moment.tsx';
import { Part } from '../parts/page.tsx';
import { useLocale } from '../words/words.ts';
import type { Indicator, Scoring } from './scoring.ts';

export function Evidence(props: { readonly seen: CaseSeen; readonly scoring: Scoring; readonly indicator: Indicator }) {
  const { seen, scoring, indicator } = props;
  const { materials, report, points, title } = indicator;
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  const rests = materials.length + report.length + points.length > 0;
  return (
    <Part title={t('evidenceOf', { indicator: say(title) })}>
      <Stack gap="lg">
        {materials.map((material) => (
          <Material key={material.key} caseId={seen.id} material={material} />
        ))}
        {points.length > 0 && <Points scoring={scoring} points={points} />}
        {report.map((path) => (
          <FromReport key={path} seen={seen} path={path} />
        ))}
        {!rests && <Verified scoring={scoring} />}
      </Stack>
    </Part>
  );
}

function Ground({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <Title order={3} size="h5">
        {title}
      </Title>
      {children}
    </div>
  );
}

function Material({
  caseId,
  material: of,
}: {
  readonly caseId: string;
  readonly material: Indicator['materials'][number];
}) {
  const { title, material, attachment, files } = of;
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  const numbers = [
    ...(material === null ? [] : [t('materialNumber', { number: material })]),
    ...(attachment === null ? [] : [t('attachmentNumber', { number: attachment })]),
  ];
  return (
    <Ground title={say(title)}>
      <Text size="sm" c="dimmed">
        {numbers.join(' · ')}
      </Text>
      {files.length === 0 && <Text size="sm">{t('noFiles')}</Text>}
      {files.map((file) => (
        <FileInPlace key={file.id} caseId={caseId} file={file} />
      ))}
    </Ground>
  );
}

function Points({ scoring, points }: { readonly scoring: Scoring; readonly points: Indicator['points'] }) {
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  const read = scoring.points;
  if (read === null) return <Text size="sm">{t('pointsUnread')}</Text>;
  const { asOf, year, isFixed } = read;
  return (
    <Ground title={t('pointsOfYear')}>
      <Text size="sm" c="dimmed">
        {t('pointsAsOf', { day: asOf, year, state: t(isFixed ? 'pointsFixed' : 'pointsProvisional') })}
      </Text>
      <List size="sm" listStyleType="none">
        {points.map(({ angle, title, points: of }) => (
          <List.Item key={angle}>{t('pointsIn', { angle: say(title), points: of ?? '—' })}</List.Item>
        ))}
      </List>
    </Ground>
  );
}

/** A part of the report, as it was filed last. */
function FromReport({ seen, path }: { readonly seen: CaseSeen; readonly path: string }) {
  const { t } = useTranslation('assessments');
  const { say } = useLocale();
  const [form] = seen.forms;
  const schema = (form?.schema ?? {}) as Schema;
  const field = fieldAt(schema, path, schema);
  const value = valueAt(form?.data, path);
  if (field === null) return null;
  const title = say(titleOf(meant(field.schema, schema), stepsOf(path).at(-1) ?? ''));
  return (
    <Ground title={t('inReport', { part: title })}>
      {value === undefined || value === null ? (
        <Text size="sm">{t('notFilledIn')}</Text>
      ) : (
        <ShownValue schema={field.schema} root={schema} value={value} />
      )}
    </Ground>
  );
}

function Verified({ scoring: { verification } }: { readonly scoring: Scoring }) {
  const { t } = useTranslation('assessments');
  if (verification === null) return <Text size="sm">{t('notVerified')}</Text>;
  const { authentic, asked, satisfaction, at } = verification;
  const verified = { authentic: t(`authentic_${authentic}`), asked, satisfaction, at: momentOf(at) };
  return (
    <Ground title={t('verification')}>
      <Text size="sm">{t('verificationSaid', verified)}</Text>
      <Text size="sm" c="dimmed">
        {t('restsOnVerification')}
      </Text>
    </Ground>
  );
}
