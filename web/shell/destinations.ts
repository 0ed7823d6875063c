/** The areas of the console and the ability each needs; what an account may do in one the API decides. */
import type { Me } from '../session/session.tsx';

type Ability = Me['abilities'][number];

export const destinations = [
  { href: '/inbox', name: 'inbox', ability: 'task.work' },
  { href: '/cases', name: 'cases', ability: 'case.read' },
  // Who files no case recommends, or declares an interest.
  { href: '/file', name: 'file', ability: ['case.file', 'interest.declare'] },
  { href: '/apply', name: 'apply', ability: 'application.file' },
  { href: '/my-stores', name: 'stores', ability: 'record.read' },
  { href: '/dashboard', name: 'dashboard', ability: 'figures.read' },
  { href: '/audit', name: 'audit', ability: 'audit.read' },
  // Members of a network and its providers find what is theirs there.
  { href: '/network', name: 'network', ability: ['task.work', 'case.file'] },
  { href: '/notices', name: 'notices', ability: 'notice.read' },
  { href: '/regulations', name: 'regulations', ability: 'rules.read' },
  { href: '/admin', name: 'admin', ability: 'account.manage' },
] as const satisfies readonly {
  readonly href: string;
  readonly name: string;
  readonly ability: Ability | readonly Ability[];
}[];

/** The areas for who is not signed in. */
export const publicDestinations = [
  { href: '/complaint', name: 'complaint' },
  { href: '/track', name: 'track' },
  { href: '/directory', name: 'directory' },
  { href: '/network', name: 'network' },
  { href: '/regulations', name: 'regulations' },
] as const;
