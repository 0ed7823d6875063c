import { expect, it } from 'vitest';
import { startMailCatcher } from '../../dev/mail-catcher.ts';
import { openStore, publishDecoration, listProduct, settled } from '../support/applications.ts';
import { mailsArrivedOnce } from '../support/mails-arrived.ts';
import { startTestStack } from '../support/test-stack.ts';

it(
  'XC-04.3 a case proceeds while the mail server is down, and each notice arrives once when it is back',
  { timeout: 240_000 },
  async () => {
    const stack = await startTestStack({ startAt: '2025-09-18T10:00:00+08:00' });
    try {
      const smtpPort = Number(new URL(stack.mail.smtpUrl).port);
      await stack.mail.stop();
      const { setupId, storeId } = await openStore(stack, '2025-09-26T14:00:00+08:00');
      await publishDecoration(stack, storeId);
      await listProduct(stack, storeId, 'p1');
      await settled(stack);
      const manager = await stack.as('manager');
      expect((await manager.get(`/api/cases/${setupId}`)).outcome).toBe('SETUP_DONE');
      expect(await stack.database.notice.count()).toBeGreaterThanOrEqual(5);
      expect(await stack.database.notice.count({ where: { status: 'SENT' } })).toBe(0);

      stack.mail = await startMailCatcher({ smtpPort, log: () => undefined });
      await mailsArrivedOnce(stack.database, stack.mail);
      const sent = await stack.database.notice.findMany({ where: { status: 'SENT' }, select: { template: true } });
      expect(sent.map(({ template }) => template)).toContain('setupDone');
    } finally {
      await stack.stop();
    }
  },
);
