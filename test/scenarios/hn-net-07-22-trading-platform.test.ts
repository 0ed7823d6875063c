/** The trading platform of the hub through the public API: its user agreement and rules (HN-NET-07), on the real stack. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { agreementFiling, publishAgreement } from '../../dev/rehearsal/trading-platform.ts';
import { caseOf, refusalOf } from '../support/cases.ts';
import { expectWords, mailAbout } from '../support/mails.ts';
import { openStage, supplier, registerSupplier } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-06-20T09:00:00+08:00' });
  await registerSupplier(openStage(stack));
});
afterAll(() => stack.stop());

const open = () => openStage(stack).without();

/** The case in which the supplier signs the version of this case. */
async function signatureOf(agreementId: string): Promise<string> {
  return vi.waitFor(async () => {
    const found = await stack.database.case.findFirst({
      where: { parentId: agreementId, subject: supplier.party, revision: { gt: 0 } },
    });
    if (found === null) throw new Error('No provider has been asked to sign yet.');
    return found.id;
  }, PATIENCE);
}

describe('the user agreement', () => {
  it('HN-NET-07.1 cannot be published while 争议解决方式 is missing', async () => {
    const [hub, manager] = await Promise.all([stack.as('hub'), stack.as('hubmanager')]);
    const { items } = agreementFiling();
    const { caseId } = await hub.post<{ caseId: string }>(
      '/api/cases/userAgreement',
      agreementFiling({ items: { ...items, disputes: null } }),
    );
    await manager.act(caseId, 'checkTerms', { prominent: true, fair: true, reason: '条款对等。' });
    const { status, problem } = await refusalOf(manager.act(caseId, 'publish', {}));
    expect([status, problem.message?.zh]).toEqual([409, expect.stringContaining('争议解决方式')]);
    expect((await open().get('/api/hn-net/agreements')).items).toEqual([]);
    await hub.act(caseId, 'withdrawDraft', {});
  });

  it('HN-NET-07.2 each provider is asked to accept a version, and the time of its acceptance is stored', async () => {
    const first = await publishAgreement(openStage(stack));
    const signature = await signatureOf(first);
    const mail = await mailAbout(stack, 'supplier', '请签署用户协议');
    expectWords(stack, mail, signature, ['第1版']);
    await (await stack.as('supplier')).act(signature, 'sign', { readInFull: true });
    const entry = await stack.database.registerEntry.findUniqueOrThrow({
      where: { register_party: { register: 'hn-net.agreements', party: supplier.party } },
    });
    expect(entry).toMatchObject({ status: 'SIGNED', data: { version: 1, agreementId: first } });
    expect((entry.data as { answeredAt: string }).answeredAt).toMatch(/^2025-06-20T/);

    const second = await publishAgreement(openStage(stack));
    expect(await caseOf(stack, second, 'hub')).toMatchObject({ facts: { version: 2, effectiveFrom: '2025-07-20' } });
    await (await stack.as('supplier')).act(await signatureOf(second), 'sign', { readInFull: true });
    const { items } = await open().get('/api/hn-net/agreements');
    expect(
      items.map(({ version, status }: { version: number; status: { en: string } }) => [version, status.en]),
    ).toEqual([
      [2, 'Published, not yet in force'],
      [1, 'In force'],
    ]);
    expect(await stack.database.case.count({ where: { kind: 'agreementSignature' } })).toBe(2);
  });

  it('HN-NET-07.3 every rule is read in full and can be kept as a file', async () => {
    for (const id of ['tradingRules', 'transactionSecurity', 'consumerProtection', 'badInformation']) {
      const response = await fetch(`${stack.baseUrl}/api/hn-net/rules/${id}`);
      expect([response.status, response.headers.get('content-disposition')]).toEqual([
        200,
        expect.stringMatching(/^attachment; /),
      ]);
      expect(await response.text()).toContain('依照平台管理办法和本协议附件执行。');
    }
  });
});
