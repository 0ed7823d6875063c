/** The files of a case: from whom and for what each is, and the file itself, shown in place (XC-05.3). */
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.ts';
import { isTracking } from '../../api/tracking.ts';
import type { components } from '../../generated/api.ts';
import { sizeOf } from '../../parts/bytes.ts';
import { FileAnchor } from '../../parts/file-anchor.tsx';
import { momentOf } from '../../parts/moment.tsx';
import { Part } from '../../parts/page.tsx';
import { Failure } from '../../parts/states.tsx';
import { addWords, useLocale } from '../../words/words.ts';
import { caseKey } from '../queries.ts';
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
  const [isOpen, setOpen] = useState(false);
  const { name, uploadedBy, uploadedAt, bytes, sha256 } = file;
  const href = `/api/files/${file.id}?caseId=${encodeURIComponent(caseId)}&inline=true`;
  const at = momentOf(uploadedAt);
  const by = uploadedBy?.name ?? null;
  return (
    <li>
      <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        <FileAnchor href={href} name={name}>
          {name}
        </FileAnchor>
        {/* The browser asks for what it shows without the tracking code. */}
        {file.inPlace && !isTracking() && (
          <Button
            className="no-print"
            variant="default"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-label={`${t(isOpen ? 'hide' : 'show')} ${name}`}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'hide' : 'show')}
          </Button>
        )}
      </Group>
      <List size="sm" listStyleType="none">
        {file.uses.map((use) => (
          <List.Item key={`${use.at} ${use.title.zh}`}>
            {say(use.title)} · {momentOf(use.at)}
          </List.Item>
        ))}
      </List>
      <Text size="xs" c="dimmed">
        {by === null ? t('uploaded', { at }) : t('uploadedBy', { name: by, at })} · {sizeOf(bytes, locale)} ·{' '}
        {t('hash', { hash: sha256 })}
      </Text>
      {isOpen && <Shown href={href} name={t('shown', { name })} mediaType={file.mediaType} />}
    </li>
  );
}

/** A picture, or a PDF in the viewer of the browser: the API sends them so that nothing in them runs. */
function Shown({
  href,
  name,
  mediaType,
}: {
  readonly href: string;
  readonly name: string;
  readonly mediaType: string;
}) {
  return mediaType.startsWith('image/') ? (
    <img className={classes['picture']} src={href} alt={name} />
  ) : (
    <iframe className={classes['page']} src={href} title={name} />
  );
}
