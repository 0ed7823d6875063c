/** Which passwords are taken (ASVS 6.2): long ones that are on no list of common passwords and hold nothing about their owner. */
import { guessesFor } from '../config/guessable.ts';
import { text, type Text } from '../rules/text.ts';

/** Characters a password has. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** The password of the accounts of training mode, which everybody can read in the documents. Outside training mode it opens nothing. */
export const TRAINING_PASSWORD = 'Anjuan-demo-2026';

/** Guesses, as a power of ten, below which a password is too easy. */
const EASY_BELOW = 8;

/** What is said of a new password that is the old one. */
export const isOldPassword = text('新密码不能与原密码相同。', 'must not be the old password');

/** What is known of whose password it is. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/**
 * What is wrong with a new password; null if nothing.
 * @param old the password it takes the place of, where that is known
 */
export function passwordFault(password: string, { name, email }: PasswordOwner, old?: string): Text | null {
  const { least, most } = PASSWORD_LENGTH;
  if (password.length < least || password.length > most)
    return text(`密码应为 ${least} 至 ${most} 个字符。`, `must have ${least} to ${most} characters`);
  if (password === old) return isOldPassword;
  if (password === TRAINING_PASSWORD)
    return text('这是训练模式公开的密码，请换一个。', 'is the published password of training mode; choose another');
  const words = `${name} ${email}`.split(/[\s@._+-]+/).filter((word) => word.length > 1);
  const known = [...words, name, name.replaceAll(/\s/g, ''), email, ...(old === undefined ? [] : [old])];
  if (guessesFor(password, known) >= EASY_BELOW) return null;
  return text(
    '密码太容易被猜到：属于常见密码，或由重复、连续的字符组成，或含有姓名、邮箱、原密码。请换一个，例如几个互不相关的词。',
    'is too easy to guess: it is a common password, repeats or counts on, or holds your name, your address or the old password; choose another, such as several words that have nothing to do with each other',
  );
}
