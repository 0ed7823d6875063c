/** A page of an administrator, with the way back to all of them. */
import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Page } from '../parts/page.tsx';
import { addWords } from '../words/words.ts';
import { adminWords } from './words.ts';

addWords('admin', adminWords);

export function AdminPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Page
      title={title}
      aside={
        <Anchor component={Link} href="/admin" size="sm">
          {t('admin')}
        </Anchor>
      }
    >
      {children}
    </Page>
  );
}
