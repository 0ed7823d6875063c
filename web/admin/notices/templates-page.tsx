/** Every notice that the platform sends: its versions, how it is mailed, of a case that is made up or of a real one, and what bodies add to it. */
import { Alert, Button, Group, List, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { useTitles, useVocabulary } from '../../api/vocabulary.ts';
import { MailFrame } from '../../parts/mail-frame.tsx';
import { Part } from '../../parts/page.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Failure, Read } from '../../parts/states.tsx';
import { useLocale } from '../../words/words.ts';
import { AdminPart } from '../admin-part.tsx';
import { Additions } from './additions.tsx';
import { useMailTemplate, useSample, useTemplates, type Template, type TemplateAt } from './queries.ts';

export default function TemplatesPage() {
  const { t } = useTranslation('admin');
  return (
    <AdminPart title={t('area_notices')}>
      <Read query={useTemplates()}>{({ items }) => <Choosing templates={items} />}</Read>
    </AdminPart>
  );
}

function Choosing({ templates }: { readonly templates: readonly Template[] }) {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const [search, setSearch] = useSearchParams();
  const kinds = [...new Map(templates.map(({ kind, kindTitle }) => [kind, kindTitle]))];
  const kind = kinds.find(([code]) => code === search.get('kind'))?.[0] ?? kinds[0]?.[0] ?? '';
  const ofKind = templates.filter((one) => one.kind === kind);
  const template = ofKind.find((one) => one.template === search.get('template')) ?? ofKind[0];
  return (
    <Stack gap="md">
      <NativeSelect
        maw="30rem"
        label={t('kindOfCase')}
        value={kind}
        onChange={(event) => setSearch({ kind: event.currentTarget.value }, { replace: true })}
        data={kinds.map(([value, title]) => ({ value, label: say(title) }))}
      />
      <NativeSelect
        maw="30rem"
        label={t('noticeTemplate')}
        value={template?.template ?? ''}
        onChange={(event) => setSearch({ kind, template: event.currentTarget.value }, { replace: true })}
        data={ofKind.map((one) => ({ value: one.template, label: say(one.title) }))}
      />
      {template !== undefined && <Sample key={`${template.kind} ${template.template}`} template={template} />}
    </Stack>
  );
}

function Sample({ template: of }: { readonly template: Template }) {
  const { kind, template, title, requirement, version, class: kindOfNotice } = of;
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const { bodies } = useVocabulary();
  const called = useTitles();
  const [caseId, setCase] = useState<string>();
  const at = { kind, template, ...(caseId !== undefined && { caseId }) };
  const sample = useSample(at);
  const mail = useMailTemplate();
  return (
    <>
      <Part title={say(title)}>
        <List size="sm" mb="sm">
          <List.Item>{t('templateVersion', { version })}</List.Item>
          <List.Item>{t('templateRequirement', { requirement })}</List.Item>
          <List.Item>{t(kindOfNotice === 'commercial' ? 'commercialNotice' : 'serviceNotice')}</List.Item>
        </List>
        <Stack gap="sm">
          <SearchBox label={t('previewOnCase')} value={caseId} onSearch={setCase} />
          <Read query={sample}>
            {({ subject, from, bodyId, additions }) => (
              <>
                <Text size="sm" c="dimmed">
                  {t(`previewFrom_${from}`)} {t('previewBody', { body: called(bodies, bodyId) })}
                </Text>
                {LANGUAGES.map(({ lang, half, name }) => (
                  <Mail
                    // What a body adds is read anew.
                    key={`${lang} ${additions.length}`}
                    title={t(name)}
                    subject={subject[half]}
                    src={mailAt(at, lang)}
                    lang={lang}
                  />
                ))}
              </>
            )}
          </Read>
          <Group>
            <Button variant="default" loading={mail.isPending} onClick={() => mail.mutate(at)}>
              {t('mailToMe')}
            </Button>
          </Group>
          {mail.isSuccess && (
            <Alert color="green" role="status">
              {t('mailedToMe')}
            </Alert>
          )}
          {mail.error !== null && <Failure error={mail.error} />}
        </Stack>
      </Part>
      <Part title={t('additions')}>
        <Read query={sample}>
          {({ additions }) => <Additions kind={kind} template={template} additions={additions} />}
        </Read>
      </Part>
    </>
  );
}

const LANGUAGES = [
  { lang: 'zh-CN', half: 'zh', name: 'previewChinese' },
  { lang: 'en', half: 'en', name: 'previewEnglish' },
] as const;

/** Address of the mail for a frame. */
function mailAt({ kind, template, caseId }: TemplateAt, locale: string): string {
  const query = new URLSearchParams({ locale, ...(caseId !== undefined && { caseId }) });
  return `/api/notice-templates/${kind}/${template}/mail?${query.toString()}`;
}

function Mail(props: {
  readonly title: string;
  readonly subject: string;
  readonly src: string;
  readonly lang: string;
}) {
  const { title, subject, src, lang } = props;
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <div lang={lang}>
        <Text fw={600} mb="sm">
          {subject}
        </Text>
        <MailFrame src={src} title={subject} lang={lang} />
      </div>
    </Paper>
  );
}
