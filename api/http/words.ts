/** Choices and secrets that several routes take. */
import { z } from 'zod';
import { PASSWORD_LENGTH } from '../../prisma/password-rules.ts';
import { bilingual } from '../../rules/bilingual.ts';
import { locales } from '../../rules/locales.ts';
import { text } from '../../rules/text.ts';
import { choice } from '../../workflows/engine/choice.ts';
import { titled } from '../../workflows/engine/titled.ts';
import { email, nameLine } from './schemas.ts';

/** Levels of an account (SH-STORE-03.1). */
export const LEVELS = {
  PERSONAL: text('个人用户', 'personal user'),
  ENTERPRISE: text('企业级用户', 'enterprise-level user'),
};

const { least, most } = PASSWORD_LENGTH;
const tooLong = bilingual(`密码不能超过 ${most} 位。`, `must not be longer than ${most} characters`);

/** A new password. */
export const password = titled(
  z
    .string()
    .min(least, bilingual(`密码至少 ${least} 位。`, `must have ${least} characters or more`))
    .max(most, tooLong),
  '新密码',
  'New password',
);

/** A password as it is typed to sign in. */
export const typedPassword = titled(
  z.string().min(1, bilingual('请填写密码。', 'enter the password')).max(most, tooLong),
  '密码',
  'Password',
);

/** Fields of an account, as its forms call them. */
export const accountFields = {
  name: titled(nameLine(100), '姓名', 'Name'),
  email: titled(email.toLowerCase(), '电子邮箱', 'E-mail address'),
  level: titled(choice(LEVELS), '账户级别', 'Level'),
  locale: titled(choice(locales), '语言', 'Language'),
};
