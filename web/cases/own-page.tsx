/** The pages that a kind of case has beside its own: how the cases below it stand, its form with the checklist, what it is scored on. */
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { may, useSession } from '../session/session.tsx';
import type { CaseSeen } from './queries.ts';

/** A page of its own: where it stands, what it is called, and whether it is for who handles such cases alone. */
interface Beside {
  readonly href: (id: string) => string;
  readonly name: 'standing' | 'formAndChecklist' | 'scoring' | 'ranking';
  readonly handled: boolean;
}

/** By kind of case. */
const PAGES: Readonly<Record<string, readonly Beside[]>> = {
  assessmentCampaign: [{ href: (id) => `/campaigns/${id}`, name: 'standing', handled: true }],
  assessmentEntry: [
    { href: (id) => `/cases/${id}/form`, name: 'formAndChecklist', handled: false },
    { href: (id) => `/entries/${id}/scoring`, name: 'scoring', handled: true },
  ],
  baseCall: [{ href: (id) => `/calls/${id}`, name: 'ranking', handled: true }],
};

export function OwnPage({ seen }: { readonly seen: Pick<CaseSeen, 'id' | 'kind'> }) {
  const { t } = useTranslation('cases');
  const { me } = useSession();
  const pages = (PAGES[seen.kind] ?? []).filter(({ handled }) => !handled || may(me, 'case.handle'));
  return (
    <>
      {pages.map(({ href, name }) => (
        <Anchor key={name} component={Link} href={href(seen.id)}>
          {t(name)}
        </Anchor>
      ))}
    </>
  );
}
