/** Which institution an account acts for (SH-STORE-03.8, XC-05.5). */
import type { Transaction } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';
import type { Reader } from '../reader.ts';

/**
 * A provider files for the own institution alone. An account without one is bound to it by its first filing, as long as nothing
 * is known of that institution: whoever holds an account of it sees all its cases, and its credit code is public.
 */
export async function bindInstitution(tx: Transaction, { actor }: Reader, creditCode: string): Promise<void> {
  const account = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { creditCode: true } });
  if (account.creditCode === creditCode) return;
  if (account.creditCode !== null) {
    refuse('OUT_OF_SCOPE', '只能为账户所属机构申请。', 'You may file for the institution of your account alone.', {
      field: 'institution.creditCode',
    });
  }
  if (!(await mayBind(tx, actor.id, creditCode))) {
    refuse(
      'OUT_OF_SCOPE',
      '该机构已有账户、推荐、邀约或办理记录，不能自行绑定；请使用该机构的账户，或联系管理员为本账户绑定该机构。',
      'This institution is known here already; use its account, or ask an administrator to bind yours to it.',
      { field: 'institution.creditCode' },
    );
  }
  await tx.user.update({ where: { id: actor.id }, data: { creditCode } });
}

/**
 * Whether an account without an institution may take this one: nobody has an account of it, disabled ones included, it is the
 * subject of no case, and if it was recommended or invited, the account is the contact whom the invitation went to.
 */
export async function mayBind(tx: Transaction, accountId: string, creditCode: string): Promise<boolean> {
  const holder = await tx.user.findFirst({ where: { creditCode, id: { not: accountId } }, select: { id: true } });
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
