/** What the owner of an account is told when somebody else has changed how it is reached: its password, or its address. */
import type { NoticeSpec, NoticeWithoutCase } from '../notices.ts';
import { text, type Locale } from '../text.ts';
import { paragraph, warning, type NoticeContent } from './content.ts';
import type { Words } from './words.ts';

/** An administrator has set another password for the account. */
export interface PasswordSet {
  /** Name of the administrator. */
  readonly by: string;
  /** Address with which the account signs in. */
  readonly account: string;
  /** Whether the owner has to set another one first. */
  readonly mustChange: boolean;
}

/** An administrator has given the account another e-mail address; this goes to the old one. */
export interface EmailChanged {
  readonly by: string;
  readonly from: string;
  /** The new address, as {@link maskedAddress} shows it. */
  readonly to: string;
}

type Wording<Data> = Readonly<Record<Locale, (data: Data & NoticeWithoutCase, say: Words) => NoticeContent>>;

/** Names of the notices. */
export const PASSWORD_SET = 'passwordSet';
export const EMAIL_CHANGED = 'emailChanged';

export const passwordSetSpec: NoticeSpec = {
  class: 'service',
  channels: ['EMAIL'],
  title: text('账户密码已被重置', 'The password of your account was set anew'),
  requirement: 'XC-05.5',
  version: 1,
};

export const emailChangedSpec: NoticeSpec = {
  class: 'service',
  channels: ['EMAIL'],
  title: text('账户邮箱已被更改', 'The e-mail address of your account was changed'),
  requirement: 'XC-05.5',
  version: 1,
};

export const passwordSetWording: Wording<PasswordSet> = {
  'zh-CN': ({ by, account, mustChange, plannedAt }, say) => ({
    blocks: [
      paragraph('系统管理员为您的账户设置了新的密码。原密码已失效，此前的登录均已退出。'),
      paragraph(
        mustChange
          ? '请向该管理员索取新密码，登录后先改为只有您知道的密码，再办理其他事项。'
          : '请用新密码登录；如果还有他人知道该密码，请登录后立即修改。',
      ),
      warning(
        '如果您没有要求重置密码，可能有人想以您的名义登录：请立即联系平台的系统管理员，说明收到了本邮件，请其停用账户或者重新设置密码。本次操作已记入审计日志。',
      ),
    ],
    facts: [
      ['登录邮箱', account],
      ['操作人', by],
      ['操作时间', say.at(plannedAt)],
    ],
  }),
  en: ({ by, account, mustChange, plannedAt }, say) => ({
    blocks: [
      paragraph(
        'An administrator has set a new password for your account. The old one no longer works, and every session has ended.',
      ),
      paragraph(
        mustChange
          ? 'Ask that administrator for the new password; after signing in you set one that only you know before anything else.'
          : 'Sign in with the new password; change it at once if anybody else knows it.',
      ),
      warning(
        'If you did not ask for this, somebody may be trying to sign in as you: contact the administrators of the platform at once, tell them of this mail, and have the account disabled or its password set again. What was done is in the audit log.',
      ),
    ],
    facts: [
      ['Signs in with', account],
      ['Done by', by],
      ['When', say.at(plannedAt)],
    ],
  }),
};

export const emailChangedWording: Wording<EmailChanged> = {
  'zh-CN': ({ by, from, to, plannedAt }, say) => ({
    blocks: [
      paragraph('系统管理员更改了您账户的邮箱。今后请用新邮箱登录，通知也发往新邮箱；本邮箱不再收到该账户的通知。'),
      warning(
        '如果您没有要求更改，可能有人想接管您的账户：请立即联系平台的系统管理员，说明收到了本邮件，请其停用账户或者改回邮箱。本次操作已记入审计日志。',
      ),
    ],
    facts: [
      ['原邮箱', from],
      ['新邮箱', to],
      ['操作人', by],
      ['操作时间', say.at(plannedAt)],
    ],
  }),
  en: ({ by, from, to, plannedAt }, say) => ({
    blocks: [
      paragraph(
        'An administrator has changed the e-mail address of your account. From now on it signs in with the new address and is written to there; this address gets no more of its notices.',
      ),
      warning(
        'If you did not ask for this, somebody may be trying to take the account over: contact the administrators of the platform at once, tell them of this mail, and have the account disabled or its address changed back. What was done is in the audit log.',
      ),
    ],
    facts: [
      ['Old address', from],
      ['New address', to],
      ['Done by', by],
      ['When', say.at(plannedAt)],
    ],
  }),
};

/** An address that its owner knows again and nobody learns: the first character and the domain. */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}***${email.slice(at)}`;
}
