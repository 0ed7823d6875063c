/** A page: its heading, which is also the title of the window, and its parts. */
import { Group, Stack, Title } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The heading gets the focus when the page opens, so that a screen reader begins there, unless something of the page has asked for it. */
export function Page(props: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  const { title, aside, children } = props;
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  useEffect(() => {
    const main = heading.current?.closest('main');
    const taken = document.activeElement !== main && main?.contains(document.activeElement) === true;
    if (!taken) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <Title order={1} size="h2" tabIndex={-1} ref={heading} style={{ outline: 'none' }}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </Stack>
  );
}

/** A part of a page under a heading of its own. */
export function Part(props: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  const { title, aside, children } = props;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" align="center" mb="xs">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </section>
  );
}
