/** A file of a case: its name as a link, and the file itself, shown in place where the browser can (XC-05.3). */
import { Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isTracking } from '../../api/tracking.ts';
import type { components } from '../../generated/api.ts';
import { FileAnchor } from '../../parts/file-anchor.tsx';
import { addWords } from '../../words/words.ts';
import classes from './files.module.css';
import { filesWords } from './words.ts';

addWords('files', filesWords);

type KnownFile = Pick<components['schemas']['CaseFile'], 'id' | 'name' | 'mediaType' | 'inPlace'>;

export function FileInPlace(props: {
  readonly caseId: string;
  readonly file: KnownFile;
  /** What is said of it between its name and its content. */
  readonly children?: ReactNode;
}) {
  const { caseId, file, children } = props;
  const { t } = useTranslation('files');
  const [isOpen, setOpen] = useState(false);
  const { name } = file;
  const href = `/api/files/${file.id}?caseId=${encodeURIComponent(caseId)}&inline=true`;
  return (
    <>
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
      {children}
      {isOpen && <Shown href={href} name={t('shown', { name })} mediaType={file.mediaType} />}
    </>
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
