import { isPasswordOf } from '../../prisma/create-account.ts';
import { refuse } from '../../rules/refusal.ts';
import type { ApiContext } from '../context.ts';
import type { Reader } from '../reader.ts';
import { countGuess, type AtLockout } from './lockout.ts';

/** What is asked beside the password. */
export interface AskedBeside {
  readonly isRight: () => Promise<boolean>;
  /** @throws Refusal that says at which field it is wrong */
  readonly refuse: () => never;
}

/**
 * Asks for the own password again, where an open session is not enough. Wrong guesses are counted for the session that makes them: who found one open
 * cannot keep the owner out.
 * @param field where the password was typed
 * @throws Refusal INVALID_INPUT at the field, or what `beside` refuses with; TOO_MANY_REQUESTS
 */
export async function requireOwnPassword(
  { database, settings }: ApiContext,
  { person: { id }, sessionToken }: Reader,
  typed: { readonly field: string; readonly password: string },
  atLockout: AtLockout,
  beside?: AskedBeside,
): Promise<void> {
  const guess = await countGuess(
    database,
    settings.limits,
    { kind: 'password', at: id, place: sessionToken, known: true },
    atLockout,
  );
  const [isPassword, isBeside] = await Promise.all([
    isPasswordOf(database, id, typed.password),
    beside?.isRight() ?? true,
  ]).catch(async (error: unknown) => {
    await guess.unchecked();
    throw error;
  });
  if (!isPassword)
    refuse('INVALID_INPUT', '当前密码不正确。', 'The current password is wrong.', { field: typed.field });
  if (!isBeside) beside?.refuse();
  await guess.right();
}
