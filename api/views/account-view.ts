import type { Settings } from '../../config/settings.ts';
import { OFFICE_ORDER } from '../../prisma/person-of.ts';
import { z } from 'zod';
import { officeOf } from '../../prisma/create-account.ts';
import type { Office, User } from '../../prisma/generated/client.ts';
import { ACCOUNT_ROLES, type Office as HeldOffice } from '../../rules/roles.ts';
import { ABILITIES, abilitiesOf, type Ability } from '../abilities.ts';
import { atOneBody } from '../regimes.ts';
import { needsSecondFactor } from '../second-factor.ts';

/** What is read with an account to show it. */
export const WITH_OFFICES = {
  offices: { orderBy: [...OFFICE_ORDER] },
  secondFactor: { select: { confirmedAt: true } },
};

const officeSchema = z
  .object({
    role: z.enum(ACCOUNT_ROLES),
    bodyId: z.string().optional(),
    region: z.string().optional(),
    party: z.string().optional().meta({ description: 'Key of the party its holder acts for' }),
  })
  .meta({ id: 'Office' });

const abilityNames = Object.keys(ABILITIES) as [Ability, ...Ability[]];

/** An account as its owner sees it. */
export const meSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    offices: z.array(officeSchema).meta({ description: 'What the account may do follows from these alone' }),
    abilities: z.array(z.enum(abilityNames)).meta({
      description: 'What these offices open of the API, as each call names it; how far it reaches is asked there',
    }),
    level: z.enum(['PERSONAL', 'ENTERPRISE']),
    locale: z.enum(['zh-CN', 'en']),
    mustChangePassword: z
      .boolean()
      .meta({ description: 'An administrator set the password: another is to be set before anything else' }),
    secondFactor: z.boolean().meta({ description: 'Asks for a code of an authenticator when it signs in' }),
    mustSetSecondFactor: z
      .boolean()
      .meta({ description: 'A second factor of sign-in is to be set up before anything else' }),
    refusesCommercialMail: z
      .boolean()
      .meta({ description: 'No commercial mail; notices and reminders of one’s cases come in spite of it (XC-03.4)' }),
  })
  .meta({ id: 'Me' });

/** The row of an account with those of its offices. */
export type AccountRow = User & {
  readonly offices: readonly Office[];
  readonly secondFactor: { readonly confirmedAt: Date | null } | null;
};

/**
 * {@link meSchema} of an account's row.
 * @param settings whether staff need a second factor
 * @param acting the offices in which its holder acts now, with those they cover; without it the account's own
 */
export function meOf(
  row: AccountRow,
  settings: Pick<Settings, 'staffSecondFactor'>,
  acting?: readonly HeldOffice[],
): Record<string, unknown> {
  const person = { offices: acting ?? row.offices.map(officeOf) };
  const abilities = abilitiesOf(person, atOneBody);
  const shown = accountShown(row);
  const mustSetSecondFactor = needsSecondFactor(settings, person.offices) && !hasFactor(row);
  return { ...shown, abilities, mustSetSecondFactor };
}

function accountShown(row: AccountRow): Record<string, unknown> {
  const { id, name, email, level, locale, mustChangePassword, refusesCommercialMail } = row;
  const offices = row.offices.map(officeOf);
  const secondFactor = hasFactor(row);
  return { id, name, email, offices, level, locale, mustChangePassword, secondFactor, refusesCommercialMail };
}

function hasFactor({ secondFactor }: AccountRow): boolean {
  return secondFactor?.confirmedAt != null;
}

/** An account as an administrator sees it. */
export const accountSchema = meSchema
  .omit({ abilities: true, mustSetSecondFactor: true })
  .extend({ disabledAt: z.string().nullable(), createdAt: z.string() })
  .meta({ id: 'Account' });

/** {@link accountSchema} of an account's row. */
export function accountOf(row: AccountRow): Record<string, unknown> {
  return {
    ...accountShown(row),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}
