/** What is of all stores alike is the work of the centre, which handles them (SH-STORE-04). */
import { refuse } from '../../../rules/refusal.ts';
import type { Access } from '../../abilities.ts';
import { CENTRE } from '../filing/centre.ts';

/** @throws Refusal OUT_OF_SCOPE for who holds none of the offices at the centre */
export function requireCentre(access: Access): void {
  if (access.some(({ office }) => office.bodyId === CENTRE)) return;
  refuse(
    'OUT_OF_SCOPE',
    '店铺积分由店铺管理机构的负责人办理。',
    'Points of the stores are decided by managers of the body that handles the stores.',
  );
}
