/** Why somebody takes records of people away: it stands in the audit log with the export (HN-NET-15.7). */
import { refuse } from '../../rules/refusal.ts';
import { isStaff, type Access } from '../abilities.ts';
import { line } from '../http/schemas.ts';

/** The reason as the address of a download has it. */
export const exportReason = line(200).meta({
  description: 'Why it is taken away; it stands in the audit log. At most 200 characters',
});

/** @throws Refusal INVALID_INPUT if staff give none; a party takes its own case away as it likes */
export function requireReason(access: Access, reason: string | undefined): void {
  if (reason !== undefined || !isStaff(access)) return;
  refuse(
    'INVALID_INPUT',
    '请填写导出理由，理由记入审计日志。',
    'Give the reason of the export; it stands in the audit log.',
    {
      field: 'reason',
      facts: { requirement: 'HN-NET-15.7' },
    },
  );
}
