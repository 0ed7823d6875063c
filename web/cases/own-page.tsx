/** The page that a kind of case has beside its own, for who handles it: how the cases below it stand. */
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { may, useSession } from '../session/session.tsx';
import type { CaseSeen } from './queries.ts';

/** By kind of case. */
const PAGES: Readonly<Record<string, (id: string) => string>> = {
  assessmentCampaign: (id) => `/campaigns/${id}`,
};

export function OwnPage({ seen }: { readonly seen: Pick<CaseSeen, 'id' | 'kind'> }) {
  const { t } = useTranslation('cases');
  const { me } = useSession();
  const pageOf = PAGES[seen.kind];
  if (pageOf === undefined || !may(me, 'case.handle')) return null;
  return (
    <Anchor component={Link} href={pageOf(seen.id)}>
      {t('standing')}
    </Anchor>
  );
}
