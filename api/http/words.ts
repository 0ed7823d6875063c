/** Choices and secrets that several routes take. */
import { z } from 'zod';
import { PASSWORD_LENGTH } from '../../prisma/password-rules.ts';
import { bilingual } from '../../rules/bilingual.ts';
import { text } from '../../rules/text.ts';

/** Levels of an account (SH-STORE-03.1). */
export const LEVELS = {
  PERSONAL: text('个人用户', 'personal user'),
  ENTERPRISE: text('企业级用户', 'enterprise-level user'),
};

const { least, most } = PASSWORD_LENGTH;
const tooLong = bilingual(`密码不能超过 ${most} 位。`, `must not be longer than ${most} characters`);

/** A new password. */
export const password = z
  .string()
  .min(least, bilingual(`密码至少 ${least} 位。`, `must have ${least} characters or more`))
  .max(most, tooLong);

/** A password as it is typed to sign in. */
export const typedPassword = z.string().min(1, bilingual('请填写密码。', 'enter the password')).max(most, tooLong);
