/** What administrators do is on record, and told to whom it concerns (XC-05.3, XC-05.5); the chains are linked by SM3 here. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokenChains, chainHeads } from '../../backup/chains.ts';
import { withConnection } from '../../backup/read.ts';
import { verifyChains } from '../../prisma/verify-chains.ts';
import { apply, settled } from '../support/applications.ts';
import { mailTo } from '../support/mails.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-09-01T09:00:00+08:00', environment: { CHAIN_HASH: 'sm3' } });
});
afterAll(() => stack.stop());

it('XC-05.5 a manager whose password an administrator resets is told, also when nothing could be sent at the time', async () => {
  const [admin, auditor] = [await stack.as('admin'), await stack.as('auditor')];
  await stack.stopWorkers();
  await admin.post('/api/accounts/demo-manager/password', { password: 'only-in-these-tests-9' });
  await admin.patch('/api/accounts/demo-reviewer2', { email: 'wang@example.org', locale: 'en' });
  const { items } = await auditor.get('/api/audit?limit=3');
  expect(items).toMatchObject([
    { action: 'ACCOUNT_CHANGED', object: { id: 'demo-reviewer2' }, after: { locale: 'en' } },
    { action: 'EMAIL_CHANGED', object: { id: 'demo-reviewer2' }, after: { email: 'wang@example.org' } },
    { action: 'PASSWORD_SET', object: { id: 'demo-manager' }, actor: { id: 'demo-admin', name: '系统管理员' } },
  ]);
  await stack.startWorkers();
  const reset = await mailTo(stack, 'manager@demo.anjuan.test', '账户密码已被重置');
  for (const words of ['系统管理员', 'manager@demo.anjuan.test', '2025年9月1日', '如果您没有要求重置密码'])
    expect(reset.text).toContain(words);
  expect(reset.text).not.toContain('only-in-these-tests-9');
  // The old address, in the language of before.
  const moved = await mailTo(stack, 'reviewer2@demo.anjuan.test', '账户邮箱已被更改');
  expect(moved.text).toContain('w***@example.org');
  expect(moved.text).not.toContain('wang@example.org');
});

it('XC-05.3 chains go on by SM3 after they began with SHA-256, and each of them verifies', async () => {
  const caseId = await apply(stack);
  await settled(stack);
  const [reviewer, auditor] = [await stack.as('reviewer'), await stack.as('auditor')];
  const timeline = await reviewer.get(`/api/cases/${caseId}/timeline/verify`);
  expect(timeline).toMatchObject({ intact: true, algorithm: 'sm3' });
  const audit = await auditor.get('/api/audit/verify');
  expect(audit).toMatchObject({ intact: true, algorithm: 'sm3' });
  const algorithms = await stack.database.auditEntry.findMany({ distinct: ['algorithm'], orderBy: { seq: 'asc' } });
  expect(algorithms.map(({ algorithm }) => algorithm)).toEqual(['sha256', 'sm3']);
  const { broken, checked } = await verifyChains(stack.database);
  expect(broken).toEqual([]);
  const heads = await withConnection(stack.databaseUrl, chainHeads);
  expect(heads['audit']).toEqual({ log: { length: audit.length, head: audit.head } });
  expect(heads['timeline']?.[caseId]).toEqual({ length: timeline.lines, head: timeline.head });
  expect(checked).toBe(Object.keys(heads['timeline'] ?? {}).length + 1);
  expect(await withConnection(stack.databaseUrl, (read) => brokenChains(read, heads))).toEqual([]);
  const cut = { ...heads, audit: { log: { length: audit.length - 1, head: audit.head } } };
  expect(await withConnection(stack.databaseUrl, (read) => brokenChains(read, cut))).toMatchObject([
    expect.stringContaining('audit log #'),
  ]);
});
