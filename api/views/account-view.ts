import { z } from 'zod';
import { ROLES } from '../../rules/roles.ts';
import type { User } from '../../prisma/generated/client.ts';

/** An account as its owner sees it. */
export const meSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    bodyId: z.string().nullable(),
    region: z.string().nullable(),
    creditCode: z.string().nullable(),
    level: z.enum(['PERSONAL', 'ENTERPRISE']),
    locale: z.enum(['zh-CN', 'en']),
    refusesCommercialMail: z
      .boolean()
      .meta({ description: 'No commercial mail; notices and reminders of one’s cases come in spite of it (XC-03.4)' }),
  })
  .meta({ id: 'Me' });

/** {@link meSchema} of an account's row. */
export function meOf(user: User): Record<string, unknown> {
  const { id, name, email, role, bodyId, region, creditCode, level, locale, refusesCommercialMail } = user;
  return { id, name, email, role, bodyId, region, creditCode, level, locale, refusesCommercialMail };
}

/** An account as an administrator sees it. */
export const accountSchema = meSchema
  .extend({ disabledAt: z.string().nullable(), createdAt: z.string() })
  .meta({ id: 'Account' });

/** {@link accountSchema} of an account's row. */
export function accountOf(user: User): Record<string, unknown> {
  return { ...meOf(user), disabledAt: user.disabledAt?.toISOString() ?? null, createdAt: user.createdAt.toISOString() };
}
