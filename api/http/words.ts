/** Choices and secrets that several routes take. */
import { z } from 'zod';
import { bilingual } from '../../rules/bilingual.ts';
import { text } from '../../rules/text.ts';

/** Levels of an account (SH-STORE-03.1). */
export const LEVELS = {
  PERSONAL: text('个人用户', 'personal user'),
  ENTERPRISE: text('企业级用户', 'enterprise-level user'),
};

/** Languages in which people are written to. */
export const LOCALES = { 'zh-CN': text('中文', 'Chinese'), en: text('英文', 'English') };

/** A new password. */
export const password = z
  .string()
  .min(12, bilingual('密码至少 12 位。', 'must have 12 characters or more'))
  .max(128, bilingual('密码不能超过 128 位。', 'must not be longer than 128 characters'));

/** A password as it is typed to sign in. */
export const typedPassword = z
  .string()
  .min(1, bilingual('请填写密码。', 'enter the password'))
  .max(128, bilingual('密码不能超过 128 位。', 'must not be longer than 128 characters'));
