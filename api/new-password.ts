/** A password that somebody sets for an account without showing the one it has. */
import type { Database } from '../prisma/client.ts';
import { isPasswordOf } from '../prisma/create-account.ts';
import { isOldPassword, passwordFault, type PasswordOwner } from '../prisma/password-rules.ts';
import type { Text } from '../rules/text.ts';

/** Whose password it is to be: an account, or one that is about to be made. */
export interface NewOwner extends PasswordOwner {
  readonly id: string;
}

/**
 * What is wrong with it; null if nothing. Of the password that the account has, the hash alone is known: the same one is refused (ASVS
 * 6.2), one that is like it cannot be.
 */
export async function newPasswordFault(database: Database, owner: NewOwner, password: string): Promise<Text | null> {
  const fault = passwordFault(password, owner);
  if (fault !== null) return fault;
  return (await isPasswordOf(database, owner.id, password)) ? isOldPassword : null;
}
