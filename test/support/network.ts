/** The Hunan network on the real stack: its steps, and people who have no account. */
export * from '../../dev/rehearsal/network.ts';
import { expect } from 'vitest';
import { TRAINING_PASSWORD } from '../../prisma/seed.ts';
import { ApiClient } from '../../dev/rehearsal/api-client.ts';
import type { OpenStage } from '../../dev/rehearsal/network.ts';
import type { Office } from '../../rules/roles.ts';
import { mailTo } from './mails.ts';
import type { TestStack } from './test-stack.ts';

export { mailTo } from './mails.ts';

/** The form of an individual who registers as a consumer in Liuyang. */
export const individual = {
  kind: 'INDIVIDUAL',
  name: '刘洋',
  identityNumber: '11010519491231002X',
  consent: true,
  address: '浏阳市淮川街道1号',
  telephone: '13800001111',
  platform: 'hn-liuyang',
};

/** The stack as people without an account see it. */
export function openStage(stack: TestStack): OpenStage {
  return {
    as: (account) => stack.as(account),
    now: () => stack.now(),
    advanceTo: (to) => stack.advanceTo(to),
    without: (trackingCode) => ApiClient.without(stack.baseUrl, trackingCode),
    async codeSentTo(email) {
      const { text } = await mailTo(stack, email, /邮箱验证码|Your code/);
      return /\b\d{6}\b/.exec(text)?.[0] ?? '';
    },
  };
}

/** An account beside those of training mode; `stack.as` signs it in by its name. */
export async function addAccount(stack: TestStack, name: string, title: string, ...offices: Office[]): Promise<string> {
  const admin = await stack.as('admin');
  const email = `${name}@demo.anjuan.test`;
  const body = { name: title, email, password: TRAINING_PASSWORD, offices, level: 'ENTERPRISE' };
  const { id } = await admin.post('/api/accounts', body);
  return id;
}

/** The chain of a case's timeline holds (XC-05.6). */
export async function expectWholeTimeline(stack: TestStack, caseId: string, as: string): Promise<void> {
  const client = await stack.as(as);
  expect(await client.get(`/api/cases/${caseId}/timeline/verify`)).toMatchObject({ intact: true });
}

/** When the notices of a template were planned, `2026-02-14T09:00`, and to whom. */
export async function plannedNotices(stack: TestStack, caseId: string, template: string): Promise<string[]> {
  const rows = await stack.database.notice.findMany({
    where: { caseId, template },
    orderBy: [{ plannedAt: 'asc' }, { recipientEmail: 'asc' }],
  });
  return rows.map(({ plannedAt, recipientEmail }) => {
    const at = new Date(plannedAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
    return `${at} ${recipientEmail.split('@')[0]}`;
  });
}
