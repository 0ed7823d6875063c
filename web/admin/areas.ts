/** What an administrator looks after, and the ability that each part needs. */
import type { Me } from '../session/session.tsx';

export const AREAS = [
  { href: '/admin/calendar', name: 'calendar', ability: 'calendar.change' },
  { href: '/admin/rules', name: 'rules', ability: 'rules.change' },
  { href: '/admin/notices', name: 'notices', ability: 'rules.change' },
  { href: '/admin/channels', name: 'channels', ability: 'channel.manage' },
  { href: '/admin/accounts', name: 'accounts', ability: 'account.manage' },
  { href: '/admin/bodies', name: 'bodies', ability: 'account.manage' },
  { href: '/admin/health', name: 'health', ability: 'health.read' },
  { href: '/admin/clock', name: 'clock', ability: 'clock.advance' },
] as const satisfies readonly {
  readonly href: string;
  readonly name: string;
  readonly ability: Me['abilities'][number];
}[];
