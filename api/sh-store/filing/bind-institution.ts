/** Which institution an account acts for (SH-STORE-03.8, XC-05.5). */
import type { Transaction } from '../../../prisma/client.ts';
import type { AuditedChange } from '../../../rules/audit.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Reader } from '../../reader.ts';

/**
 * A provider files for the institutions it acts for. A provider's office without one is bound by its first filing, as long as nothing
 * is known of that institution: whoever holds an account of it sees all its cases, and its credit code is public.
 * @returns what the audit log is to be told
 */
export async function bindInstitution(
  tx: Transaction,
  { person }: Reader,
  creditCode: string,
): Promise<AuditedChange[]> {
  const offices = await tx.office.findMany({ where: { userId: person.id, role: 'provider' } });
  if (offices.some(({ party }) => party === creditCode)) return [];
  const unbound = offices.find(({ party }) => party === null);
  if (unbound === undefined) {
    refuse(
      'OUT_OF_SCOPE',
      '只能为账户所代表的机构申请。',
      'You may file for an institution that your account acts for.',
      {
        field: 'institution.creditCode',
      },
    );
  }
  if (!(await mayBind(tx, person.id, creditCode))) {
    refuse(
      'OUT_OF_SCOPE',
      '该机构已有账户、推荐、邀约或办理记录，不能自行绑定；请使用该机构的账户，或联系管理员为本账户绑定该机构。',
      'This institution is known here already; use its account, or ask an administrator to bind yours to it.',
      { field: 'institution.creditCode' },
    );
  }
  await tx.office.update({ where: { id: unbound.id }, data: { party: creditCode } });
  const { role } = unbound;
  return [
    {
      action: 'PARTY_BOUND',
      object: { kind: 'account', id: person.id },
      before: { role, party: null },
      after: { role, party: creditCode },
    },
  ];
}

/**
 * Whether an account with an unbound office may take this institution: nobody has an account of it, disabled ones included, it is the
 * subject of no case, and if it was recommended or invited, the account is the contact whom the invitation went to.
 */
export async function mayBind(tx: Transaction, accountId: string, creditCode: string): Promise<boolean> {
  const holder = await tx.office.findFirst({
    where: { party: creditCode, userId: { not: accountId } },
    select: { id: true },
  });
  const filed = await tx.case.findFirst({
    where: { subject: creditCode, kind: { not: 'storeInvitation' } },
    select: { id: true },
  });
  if (holder !== null || filed !== null) return false;
  const letter = await tx.recommendation.findFirst({ where: { creditCode }, select: { id: true } });
  const invitations = await tx.form.findMany({
    where: { case: { kind: 'storeInvitation', subject: creditCode } },
    select: { data: true },
  });
  if (letter === null && invitations.length === 0) return true;
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
  return invitations.some(({ data }) => contactOf(data)?.toLowerCase() === email.toLowerCase());
}

function contactOf(data: unknown): string | undefined {
  return (data as { institution?: { contactEmail?: string } }).institution?.contactEmail;
}
