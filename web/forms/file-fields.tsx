/** Files: uploaded when they are chosen, with progress; the form holds their ids. */
import { ActionIcon, Button, FileButton, Group, Input, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../parts/states.tsx';
import { useFieldWords } from './field-words.ts';
import { useForm, type FieldProps } from './form-context.ts';
import { uploadFile, useFileName } from './upload.ts';

export function FileField(props: FieldProps) {
  const { value, onChange } = props;
  const ids = typeof value === 'string' && value !== '' ? [value] : [];
  return <Files {...props} ids={ids} most={1} onIds={([id]) => onChange(id)} />;
}

export function FilesField(props: FieldProps) {
  const { schema, value, onChange } = props;
  return (
    <Files
      {...props}
      ids={Array.isArray(value) ? value.map(String) : []}
      most={schema.maxItems ?? 1}
      onIds={onChange}
    />
  );
}

interface FilesProps extends FieldProps {
  readonly ids: readonly string[];
  readonly most: number;
  readonly onIds: (ids: readonly string[]) => void;
}

function Files(props: FilesProps) {
  const { ids, most, isRequired, onIds } = props;
  const { t } = useTranslation('forms');
  const { isDisabled } = useForm();
  const { title, words } = useFieldWords(props);
  const { label, description, error } = words;
  const [running, setRunning] = useState<{ readonly name: string; readonly percent: number } | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const add = async (file: File | null) => {
    if (file === null) return;
    setFailure(null);
    try {
      const id = await uploadFile(file, (percent) => setRunning({ name: file.name, percent }));
      onIds(most === 1 ? [id] : [...ids, id]);
    } catch (failed) {
      setFailure(failed);
    } finally {
      setRunning(null);
    }
  };
  return (
    <Input.Wrapper
      data-path={props.path}
      {...{ label, description, error }}
      labelElement="div"
      withAsterisk={isRequired}
    >
      <Stack gap="xs" mt={4}>
        {/* The same file may stand there more than once. */}
        {ids.map((id, at) => (
          <UploadedFile key={`${at} ${id}`} id={id} onRemove={() => onIds(ids.filter((_, other) => other !== at))} />
        ))}
        {running !== null && (
          <div role="status">
            <Text size="sm">{t('uploading', running)}</Text>
            <Progress value={running.percent} aria-label={running.name} />
          </div>
        )}
        {failure !== null && <Failure error={failure} />}
        <div>
          <FileButton onChange={(file) => void add(file)}>
            {(button) => (
              <Button
                {...button}
                variant="default"
                size="sm"
                disabled={isDisabled || running !== null || (most > 1 && ids.length >= most)}
                aria-label={`${t('upload')}：${title}`}
              >
                {t('upload')}
              </Button>
            )}
          </FileButton>
        </div>
      </Stack>
    </Input.Wrapper>
  );
}

function UploadedFile({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { t } = useTranslation('forms');
  const name = useFileName(id) ?? t('uploaded');
  return (
    <Group gap="xs">
      <Text size="sm">{name}</Text>
      <ActionIcon variant="subtle" aria-label={t('remove', { name })} onClick={onRemove}>
        ×
      </ActionIcon>
    </Group>
  );
}
