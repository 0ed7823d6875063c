/** Every notice that the platform sends, as it is mailed in the language of the reader, of a case that is made up. */
import { List, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'wouter';
import { answered, api } from '../../api/client.ts';
import type { components } from '../../generated/api.ts';
import { Part } from '../../parts/page.tsx';
import { Read } from '../../parts/states.tsx';
import { useLocale } from '../../words/words.ts';
import { AdminPart } from '../admin-part.tsx';

type Template = components['schemas']['NoticeTemplate'];

export default function TemplatesPage() {
  const { t } = useTranslation('admin');
  const templates = useQuery({
    queryKey: ['notice-templates'],
    queryFn: () => answered(api.GET('/api/notice-templates')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <AdminPart title={t('area_notices')}>
      <Read query={templates}>{({ items }) => <Choosing templates={items} />}</Read>
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
      {template !== undefined && <Sample template={template} />}
    </Stack>
  );
}

function Sample({
  template: { kind, template, title, requirement, version, class: of },
}: {
  readonly template: Template;
}) {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  const sample = useQuery({
    queryKey: ['notice-templates', kind, template],
    queryFn: () =>
      answered(api.GET('/api/notice-templates/{kind}/{template}', { params: { path: { kind, template } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Part title={say(title)}>
      <List size="sm" mb="sm">
        <List.Item>{t('templateVersion', { version })}</List.Item>
        <List.Item>{t('templateRequirement', { requirement })}</List.Item>
        <List.Item>{t(of === 'commercial' ? 'commercialNotice' : 'serviceNotice')}</List.Item>
      </List>
      <Read query={sample}>
        {({ subject, text }) => (
          <Paper withBorder p="md">
            <Text fw={600} mb="sm">
              {say(subject)}
            </Text>
            <div className="typed">{say(text)}</div>
          </Paper>
        )}
      </Read>
    </Part>
  );
}
