/** The pages of the network beside this one, for who is signed in and may read records. */
import { Anchor, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { may, useSession } from '../session/session.tsx';

const PAGES = [
  ['/anhui', 'network'],
  ['/anhui/reports', 'toReports'],
  ['/anhui/members', 'toMembers'],
  ['/anhui/needs', 'toNeeds'],
  ['/anhui/evaluations', 'toEvaluations'],
] as const;

/** @param props.here the page that they stand on */
export function Ways({ here }: { readonly here: (typeof PAGES)[number][0] | null }) {
  const { t } = useTranslation('anhui');
  const { me } = useSession();
  if (!may(me, 'record.read')) return null;
  return (
    <Group gap="lg" className="no-print">
      {PAGES.filter(([href]) => href !== here).map(([href, name]) => (
        <Anchor key={href} component={Link} href={href}>
          {t(name)}
        </Anchor>
      ))}
    </Group>
  );
}
