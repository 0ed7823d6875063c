/** The way from a mail to the case it is about (XC-03.2): the person has the mail, a browser and a password, and nothing else. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TRAINING_PASSWORD } from '../../prisma/seed.ts';
import { apply, settled } from '../support/applications.ts';
import { mailAbout, wordsOf } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-15T09:00:00+08:00' });
});
afterAll(() => stack.stop());

it('XC-03.2 the button of a mail leads through sign-in to the case, where the notice stands on the timeline', async () => {
  const caseId = await apply(stack);
  const mail = await mailAbout(stack, 'provider', '开店申请收件回执');
  await settled(stack);
  const link = /<a[^>]+href="([^"]+)"/.exec(mail.html)?.[1] ?? '';
  expect(link).toBe(`${stack.baseUrl}/cases/${caseId}`);

  const form = await fetch(link);
  expect([form.status, new URL(form.url).pathname]).toEqual([200, '/sign-in']);
  const asked = await form.text();
  expect(asked).toContain('<title>登录 · 案卷 Anjuan</title>');

  const fields = new FormData();
  fields.append('next', /name="next" value="([^"]+)"/.exec(asked)?.[1] ?? '');
  fields.append('email', 'provider@demo.anjuan.test');
  fields.append('password', TRAINING_PASSWORD);
  const action = new URL(/action="([^"]+)"/.exec(asked)?.[1] ?? '', form.url);
  const signedIn = await fetch(action, { method: 'POST', body: fields, redirect: 'manual' });
  expect(signedIn.status).toBe(303);
  const onward = new URL(signedIn.headers.get('location') ?? '', form.url).href;
  expect(onward).toBe(link);

  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const page = await fetch(onward, { headers: { cookie } });
  expect(page.status).toBe(200);
  const html = await page.text();
  const words = wordsOf(html);
  expect(words).toContain('开店申请 · 上海启明企业服务有限公司');
  expect(words).toContain('阶段线上初审');
  const timeline = wordsOf(html.slice(html.indexOf('id="timeline"')));
  expect(timeline).toContain('立案：开店申请');
  expect(timeline).toContain(`${mail.subject} → provider@demo.anjuan.test 已发送`);
});
