/** A year's notice as it is pasted: each fault at its line, what it would move, and then to be loaded. */
import { Alert, Button, Group, List, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKept } from '../../parts/kept.ts';
import { Failure } from '../../parts/states.tsx';
import { useLocale } from '../../words/words.ts';
import { Moves } from './moves.tsx';
import { useApply, useCheck, type Notice } from './queries.ts';

const NOTHING = { text: '', source: '' };

export function NoticeForm() {
  const { t } = useTranslation('admin');
  const [typed, setTyped] = useKept('calendar.notice', NOTHING);
  const check = useCheck();
  const apply = useApply();
  const change = (changed: Partial<typeof NOTHING>) => {
    setTyped({ ...typed, ...changed });
    // What was previewed is another notice than the one that stands there now.
    check.reset();
    apply.reset();
  };
  const checked = check.data;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply.reset();
        check.mutate(typed);
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('noticeSource')}
          maxLength={200}
          required
          withAsterisk={false}
          value={typed.source}
          onChange={(event) => change({ source: event.currentTarget.value })}
        />
        <Textarea
          label={t('noticeText')}
          description={t('noticeHelp')}
          autosize
          minRows={6}
          maxLength={10_000}
          required
          withAsterisk={false}
          value={typed.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        {check.error !== null && <Failure error={check.error} />}
        {checked !== undefined && checked.notice.faults.length > 0 && (
          <Faults faults={checked.notice.faults} lines={typed.text.split('\n')} />
        )}
        {checked?.preview != null && <Moves preview={checked.preview} />}
        {apply.error !== null && <Failure error={apply.error} />}
        {apply.data !== undefined && (
          <Alert color="green" role="status">
            {t('loaded', { version: apply.data.version, moved: apply.data.moved })}
          </Alert>
        )}
        <Group>
          <Button type="submit" variant={checked?.preview == null ? 'filled' : 'default'} loading={check.isPending}>
            {t('previewNotice')}
          </Button>
          {checked?.year != null && apply.data === undefined && (
            <Button loading={apply.isPending} onClick={() => apply.mutate(checked.year)}>
              {t('applyNotice', { year: checked.year.year })}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function Faults({ faults, lines }: { readonly faults: Notice['faults']; readonly lines: readonly string[] }) {
  const { t } = useTranslation('admin');
  const { say } = useLocale();
  return (
    <Alert color="red" role="alert" title={t('noticeFaults')}>
      <List size="sm" spacing={4}>
        {faults.map(({ line, message }, at) => (
          <List.Item key={at}>
            {line !== null && (
              <Text span size="sm" fw={600}>
                {t('atLine', { line, text: lines[line - 1]?.trim() })}
              </Text>
            )}{' '}
            {say(message)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
