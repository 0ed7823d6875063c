/** A download of records of people: its reason is asked first, and stands in the audit log (HN-NET-15.7). */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** One way to take it away; `href` without the reason. */
export interface Taken {
  readonly name: string;
  readonly href: string;
}

export default function ReasonedDownload(props: { readonly label: string; readonly ways: readonly Taken[] }) {
  const { label, ways } = props;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <>
      <Button variant="default" size="compact-sm" className="no-print" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={label}
        closeButtonProps={{ 'aria-label': t('close') }}
        centered
      >
        <TextInput
          label={t('exportReason')}
          description={t('exportReasonHelp')}
          maxLength={200}
          required
          data-autofocus
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Group mt="md">
          {ways.map(({ name, href }) =>
            given === '' ? (
              <Button key={href} disabled>
                {name}
              </Button>
            ) : (
              <Button key={href} component="a" href={withReason(href, given)} download onClick={() => setOpen(false)}>
                {name}
              </Button>
            ),
          )}
        </Group>
      </Modal>
    </>
  );
}

function withReason(href: string, reason: string): string {
  return `${href}${href.includes('?') ? '&' : '?'}${new URLSearchParams({ reason }).toString()}`;
}
