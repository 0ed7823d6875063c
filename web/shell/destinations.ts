/** The areas of the console and the ability each needs; what an account may do in one the API decides. */
import type { Me } from '../session/session.tsx';

export const destinations = [
  { href: '/inbox', name: 'inbox', ability: 'task.work' },
  { href: '/cases', name: 'cases', ability: 'case.read' },
] as const satisfies readonly {
  readonly href: string;
  readonly name: string;
  readonly ability: Me['abilities'][number];
}[];
