import { createElement as h, type ReactNode } from 'react';
import { z } from 'zod';
import { TRAINING_PASSWORD } from '../../prisma/seed.ts';
import { text } from '../../rules/text.ts';
import { checked } from '../http/faults.ts';
import { route, type Reply } from '../http/route.ts';
import { SIGN_IN_TRAIL, SIGN_OUT_TRAIL, signIn, signOut } from '../routes/auth.ts';
import { HTML, pageFor, part, sentTo, shown, type Page } from './frame.ts';

/** Addresses of the pages, written out: nothing that a browser could read as another site passes. */
const OURS = /^\/(cases\/[A-Za-z0-9][A-Za-z0-9_.:-]{0,99})?(\?[\w=&%.-]{0,600})?$/;

/** Where to go after signing in: a page of ours, whatever was asked for. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && OURS.test(next) ? next : '/';
}

const anything = z.record(z.string(), z.unknown());
const answers = { 200: { description: 'The page', mediaType: HTML }, 303: { description: 'On to another page' } };
const common = { tag: 'pages', answers, keyed: false } as const;

/** The form. */
export const signInPage = route({
  ...common,
  method: 'get',
  path: '/sign-in',
  ability: 'public',
  summary: text('登录页', 'The page to sign in'),
  query: anything,
  handle: ({ request, query, context }) =>
    signInForm(pageFor(request, null), context.settings.mode === 'training', { next: query['next'] }),
});

/** Signs in as the route of the API does, with its lockout, and goes on to the page that was asked for. */
export const signInFromPage = route({
  ...common,
  method: 'post',
  path: '/sign-in',
  ability: 'public',
  trail: SIGN_IN_TRAIL,
  summary: text('由登录页登录', 'Sign in from the page'),
  consumes: 'form',
  body: anything,
  signsIn: true,
  async handle(call) {
    const { email, password, next } = call.body;
    const body = checked(signIn.body ?? anything, { email, password });
    const { headers } = await signIn.handle({ ...call, body });
    return sentTo(pageFor(call.request, null).to(safeNext(next)), headers);
  },
});

/** Ends the session and shows the form again. */
export const signOutFromPage = route({
  ...common,
  method: 'post',
  path: '/sign-out',
  ability: 'account.self',
  trail: SIGN_OUT_TRAIL,
  summary: text('由页面退出登录', 'Sign out from a page'),
  async handle(call) {
    const { headers } = await signOut.handle(call);
    return sentTo(pageFor(call.request, null).to('/sign-in'), headers);
  },
});

/** The form, after a failure with what was wrong and the address that was typed. */
export function signInForm(
  page: Page,
  training: boolean,
  typed: { readonly next?: unknown; readonly email?: unknown; readonly error?: string },
): Reply {
  const zh = page.locale === 'zh-CN';
  const field = (name: string, label: string, more: Record<string, unknown>): ReactNode =>
    h('label', { key: name }, label, h('input', { name, required: true, ...more }));
  return shown(
    page,
    zh ? '登录' : 'Sign in',
    part(
      'account',
      zh ? '用您的账户登录' : 'With your account',
      typed.error !== undefined && h('p', { className: 'error', role: 'alert' }, typed.error),
      h(
        'form',
        // The one type of a form that the API takes: see middleware/forgery.ts.
        { method: 'post', action: page.to('/sign-in'), encType: 'multipart/form-data' },
        h('input', { type: 'hidden', name: 'next', value: safeNext(typed.next) }),
        field('email', zh ? '邮箱' : 'E-mail', {
          type: 'email',
          autoComplete: 'username',
          maxLength: 254,
          defaultValue: typeof typed.email === 'string' ? typed.email : '',
        }),
        field('password', zh ? '密码' : 'Password', {
          type: 'password',
          autoComplete: 'current-password',
          maxLength: 128,
        }),
        h('button', null, zh ? '登录' : 'Sign in'),
      ),
    ),
    training &&
      h(
        'p',
        { className: 'muted' },
        zh
          ? '训练模式的账户：<角色>@demo.anjuan.test，密码 '
          : 'Accounts of training mode: <role>@demo.anjuan.test, password ',
        h('code', null, TRAINING_PASSWORD),
        zh ? '。角色如 provider、reviewer、manager。' : '; roles such as provider, reviewer, manager.',
      ),
  );
}
