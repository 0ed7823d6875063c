import { createElement as h, type ReactNode } from 'react';
import { z } from 'zod';
import { PASSWORD_LENGTH } from '../../prisma/password-rules.ts';
import { text } from '../../rules/text.ts';
import { checked } from '../http/faults.ts';
import { route, type Reply } from '../http/route.ts';
import { CHANGE_PASSWORD_TRAIL, changePassword } from '../routes/auth.ts';
import { HTML, pageFor, part, sentTo, shown, type Page } from './frame.ts';

const anything = z.record(z.string(), z.unknown());
const common = {
  tag: 'pages',
  answers: { 200: { description: 'The page', mediaType: HTML }, 303: { description: 'On to another page' } },
  keyed: false,
  path: '/password',
  ability: 'account.self',
  beforeOwnPassword: true,
} as const;

/** The form to change the own password; who signs in with one that an administrator set is sent here. */
export const passwordPage = route({
  ...common,
  method: 'get',
  summary: text('修改密码页', 'The page to change the password'),
  query: anything,
  handle: ({ request, reader }) => passwordForm(pageFor(request, reader), {}),
});

/** Changes the password as the route of the API does, and goes on to the list of cases. */
export const changePasswordFromPage = route({
  ...common,
  method: 'post',
  trail: CHANGE_PASSWORD_TRAIL,
  summary: text('由页面修改密码', 'Change the password from the page'),
  consumes: 'form',
  body: anything,
  async handle(call) {
    const { currentPassword, newPassword } = call.body;
    const body = checked(changePassword.body ?? anything, { currentPassword, newPassword });
    const { headers } = await changePassword.handle({ ...call, body });
    return sentTo(pageFor(call.request, call.reader).to('/'), headers);
  },
});

/** The form, after a failure with what was wrong. */
export function passwordForm(page: Page, { error }: { readonly error?: string }): Reply {
  const zh = page.locale === 'zh-CN';
  const field = (name: string, label: string, more: Record<string, unknown>): ReactNode =>
    h('label', { key: name }, label, h('input', { name, type: 'password', required: true, ...more }));
  return shown(
    page,
    zh ? '修改密码' : 'Change the password',
    part(
      'password',
      page.reader?.mustChangePassword === true
        ? zh
          ? '您的密码由管理员设置，请先换成只有您知道的密码'
          : 'Your password was set by an administrator; set one that only you know'
        : zh
          ? '换一个新密码'
          : 'Set a new password',
      error !== undefined && h('p', { className: 'error', role: 'alert' }, error),
      h(
        'form',
        { method: 'post', action: page.to('/password'), encType: 'multipart/form-data' },
        field('currentPassword', zh ? '当前密码' : 'Current password', { autoComplete: 'current-password' }),
        field('newPassword', zh ? '新密码' : 'New password', {
          autoComplete: 'new-password',
          minLength: PASSWORD_LENGTH.least,
          maxLength: PASSWORD_LENGTH.most,
        }),
        h('button', null, zh ? '修改' : 'Change'),
      ),
    ),
  );
}
