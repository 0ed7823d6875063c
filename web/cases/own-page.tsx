/**
 * The pages that a kind of case has beside its own: how the cases below it, or all of its kind, stand; its form with the checklist; what it
 * is scored on.
 */
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { may, useSession, type Me } from '../session/session.tsx';
import type { CaseSeen } from './queries.ts';
import './late-words.ts';

type Seen = Pick<CaseSeen, 'id' | 'kind' | 'about' | 'facts'>;

/** A page of its own: what it is called, where it stands, and whom it is for; everybody who reads the case if nobody is named. */
interface Own {
  readonly name:
    'standing' | 'formAndChecklist' | 'scoring' | 'ranking' | 'allReports' | 'bulletin' | 'allTasks' | 'centre';
  readonly ability?: Me['abilities'][number];
  readonly at: (seen: Seen) => string;
}

/** By kind of case. */
const PAGES: Readonly<Record<string, readonly Own[]>> = {
  assessmentCampaign: [{ name: 'standing', ability: 'case.handle', at: ({ id }) => `/campaigns/${id}` }],
  assessmentEntry: [
    { name: 'formAndChecklist', at: ({ id }) => `/cases/${id}/form` },
    { name: 'scoring', ability: 'case.handle', at: ({ id }) => `/entries/${id}/scoring` },
    { name: 'standing', ability: 'case.handle', at: ({ facts }) => `/campaigns/${String(facts?.['campaignId'])}` },
  ],
  baseCall: [{ name: 'ranking', ability: 'case.handle', at: ({ id }) => `/calls/${id}` }],
  periodicReport: [{ name: 'allReports', ability: 'record.read', at: () => '/anhui/reports' }],
  yearlyTasks: [{ name: 'allTasks', ability: 'record.read', at: () => '/anhui/members' }],
  annualEvaluation: [
    { name: 'ranking', ability: 'record.read', at: ({ facts }) => `/anhui/evaluations${ofYear(facts)}` },
  ],
  quarterlyBulletin: [
    {
      name: 'bulletin',
      ability: 'record.read',
      at: ({ about }) => `/anhui/bulletins/${about?.split(':').at(-1) ?? ''}`,
    },
  ],
  centreRegistration: [{ name: 'centre', ability: 'record.read', at: () => '/centres' }],
};

/** The part of a path that names the year of a case; empty if the case shows none. */
function ofYear(facts: Seen['facts']): string {
  const year = facts?.['year'];
  return typeof year === 'number' ? `/${year}` : '';
}

export function OwnPage({ seen }: { readonly seen: Seen }) {
  const { t } = useTranslation('cases');
  const { me } = useSession();
  const pages = (PAGES[seen.kind] ?? []).filter(({ ability }) => ability === undefined || may(me, ability));
  return (
    <>
      {pages.map(({ name, at }) => (
        <Anchor key={name} component={Link} href={at(seen)}>
          {t(name)}
        </Anchor>
      ))}
    </>
  );
}
