/** The files of a case: from whom and for what each is, and the file itself, shown in place (XC-05.3). */
import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.ts';
import type { components } from '../../generated/api.ts';
import { sizeOf } from '../../parts/bytes.ts';
import { momentOf } from '../../parts/moment.tsx';
import { Part } from '../../parts/page.tsx';
import { Failure } from '../../parts/states.tsx';
import { addWords, useLocale } from '../../words/words.ts';
import { caseKey } from '../queries.ts';
import { FileInPlace } from './file-in-place.tsx';
import classes from './files.module.css';
import { filesWords } from './words.ts';

addWords('files', filesWords);

type CaseFile = components['schemas']['CaseFile'];

export default function Files({ id }: { readonly id: string }) {
  const { t } = useTranslation('files');
  const files = useQuery({
    queryKey: [...caseKey(id), 'files'],
    queryFn: () => answered(api.GET('/api/cases/{id}/files', { params: { path: { id } } })),
  });
  const items = files.data?.items ?? [];
  if (files.error !== null) return <Failure error={files.error} onRetry={() => void files.refetch()} />;
  if (items.length === 0) return null;
  return (
    <Part title={t('title')}>
      <Stack gap="md" component="ul" className={classes['files'] ?? ''}>
        {items.map((file) => (
          <OneFile key={file.id} caseId={id} file={file} />
        ))}
      </Stack>
    </Part>
  );
}

function OneFile({ caseId, file }: { readonly caseId: string; readonly file: CaseFile }) {
  const { t } = useTranslation('files');
  const { say, locale } = useLocale();
  const { uploadedBy, uploadedAt, bytes, sha256 } = file;
  const since = momentOf(uploadedAt);
  const by = uploadedBy?.name ?? null;
  return (
    <li>
      <FileInPlace caseId={caseId} file={file}>
        <List size="sm" listStyleType="none">
          {file.uses.map((use, nth) => (
            <List.Item key={`${nth} ${use.at} ${use.title.zh}`}>
              {say(use.title)} · {momentOf(use.at)}
            </List.Item>
          ))}
        </List>
        <Text size="xs" c="dimmed">
          {by === null ? t('uploaded', { at: since }) : t('uploadedBy', { name: by, at: since })} ·{' '}
          {sizeOf(bytes, locale)} · {t('hash', { hash: sha256 })}
        </Text>
      </FileInPlace>
    </li>
  );
}
