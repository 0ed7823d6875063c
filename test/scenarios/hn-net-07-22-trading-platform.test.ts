/** The trading platform of the hub through the public API: agreement, promotions, payments, its end (HN-NET-07, 11, 13, 15, 22), on the real stack. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  agreementFiling,
  depositFiling,
  promotionFiling,
  publishAgreement,
  terminationFiling,
} from '../../dev/rehearsal/trading-platform.ts';
import { placeOrder, settleOrder } from '../../activities/hn-net/payments/orders.ts';
import { httpPaymentService } from '../../activities/hn-net/payments/payment-service.ts';
import { timelineOf } from '../support/applications.ts';
import { caseOf, caseWhen, refusalOf } from '../support/cases.ts';
import { expectWords, mailAbout, mailsAbout } from '../support/mails.ts';
import { addAccount, individual, openStage, supplier, registerSupplier } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import { startPaymentService } from '../support/payment-service.ts';
import { startTestStack, type TestStack } from '../support/test-stack.ts';

let stack: TestStack;
/** The promotion with a claim that nothing proves. */
let promoted: string;

beforeAll(async () => {
  stack = await startTestStack({ startAt: '2025-06-20T09:00:00+08:00' });
  await addAccount(stack, 'hub2', '省枢纽平台 吴运营', { role: 'reviewer', bodyId: 'hn-hub', region: 'HN' });
  await addAccount(stack, 'quiet', '不收推广的消费者', { role: 'consumer', party: 'person:self' });
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
    expect(status).toBe(409);
    expect(problem).toMatchObject({ message: { zh: expect.stringContaining('争议解决方式') as string } });
    expect((await open().get('/api/hn-net/agreements')).items).toEqual([]);
    await hub.act(caseId, 'withdrawDraft', {});
  });

  it('HN-NET-15.5 is published once somebody who did not draft it has ticked prominence and fairness', async () => {
    const [hub, manager] = await Promise.all([stack.as('hub'), stack.as('hubmanager')]);
    const { caseId } = await hub.post<{ caseId: string }>('/api/cases/userAgreement', agreementFiling());
    const ticked = { prominent: true, fair: true, reason: '重大条款已加粗，双方权利对等。' };
    expect((await refusalOf(hub.act(caseId, 'checkTerms', ticked))).status).toBe(403);
    expect(await refusalOf(manager.act(caseId, 'publish', {}))).toMatchObject({ code: 'CONDITION_NOT_MET' });
    const { fair: _fair, ...half } = ticked;
    expect((await refusalOf(manager.act(caseId, 'checkTerms', half))).status).toBe(422);
    await manager.act(caseId, 'checkTerms', { ...ticked, prominent: false, reason: '违约金条款没有加粗。' });
    expect((await mailAbout(stack, 'hub', '格式条款')).text).toContain('违约金条款没有加粗。');
    expect(await refusalOf(manager.act(caseId, 'publish', {}))).toMatchObject({ code: 'CONDITION_NOT_MET' });
    await manager.act(caseId, 'checkTerms', ticked);
    const checked = (await timelineOf(stack, caseId, 'hub')).filter(({ type }) => type === 'TERMS_CHECKED').at(-1);
    expect(checked).toMatchObject({ actor: { id: 'demo-hubmanager' }, clause: 'HN-NET 第九条第七项' });
    expect((await caseOf(stack, caseId, 'hubmanager')).tasks).toMatchObject([{ name: 'publish' }]);
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

describe('the end of the platform', () => {
  it('HN-NET-11.1 HN-NET-11.2 HN-NET-11.4 is announced three months ahead and told to everybody; no earlier date is taken', async () => {
    const [hub, manager] = await Promise.all([stack.as('hub'), stack.as('hubmanager')]);
    await stack.advanceTo('2025-06-30T10:00:00+08:00');
    const early = terminationFiling('2025-09-30T12:00:00+08:00');
    expect((await refusalOf(hub.post('/api/cases/platformTermination', early))).status).toBe(422);
    const filing = terminationFiling('2025-10-01T00:00:00+08:00');
    const { caseId } = await hub.post<{ caseId: string }>('/api/cases/platformTermination', filing);
    await manager.act(caseId, 'publishNotice', {});
    expect((await open().get('/api/hn-net/platforms/hn-hub')).termination).toMatchObject({
      announcement: filing.announcement,
      ended: false,
    });
    await caseWhen(stack, caseId, { stage: 'NOTIFIED' }, 'hub');
    await mailAbout(stack, 'supplier', '平台将终止服务');
    expect(await caseOf(stack, caseId, 'hub')).toMatchObject({ facts: { told: { providers: 1, consumers: 0 } } });
    const moved = { endsAt: '2025-09-30T12:00:00+08:00', reason: '提前终止。' };
    expect((await refusalOf(manager.act(caseId, 'postponeEnd', moved))).status).toBe(422);
    await manager.act(caseId, 'cancelTermination', { reason: '整合方案调整。' });
    await mailAbout(stack, 'supplier', '平台继续提供服务');
    expect((await open().get('/api/hn-net/platforms/hn-hub')).termination).toBeNull();
  });
});

describe('a promotion', () => {
  it('HN-NET-13.2 HN-NET-13.3 is shown with its six items, and cannot be edited once it is published', async () => {
    const [hub, manager] = await Promise.all([stack.as('hub'), stack.as('hubmanager')]);
    const plan = promotionFiling('2025-07-01', '2025-07-31');
    const { caseId } = await hub.post<{ caseId: string }>('/api/cases/promotion', { ...plan, restrictions: null });
    await manager.act(caseId, 'approvePublicity', {});
    expect((await refusalOf(manager.act(caseId, 'publish', {}))).status).toBe(409);
    await hub.act(caseId, 'reviseDraft', { changes: plan });
    await manager.act(caseId, 'approvePublicity', {});
    await manager.act(caseId, 'publish', {});
    const { items } = await open().get('/api/hn-net/promotions');
    expect(items).toMatchObject([{ id: caseId, from: '2025-07-01', to: '2025-07-31', changes: [] }]);
    const shown = (items as { items: { text: string }[] }[])[0]?.items.map(({ text }) => text);
    expect(shown).toEqual([plan.reason, plan.method, plan.rules, plan.range, plan.restrictions]);
    await stack.advanceTo('2025-07-01T00:00:00+08:00');
    await caseWhen(stack, caseId, { stage: 'RUNNING' }, 'hub');
    const edit = { changes: { ...plan, to: '2025-07-10' } };
    expect((await refusalOf(hub.act(caseId, 'reviseDraft', edit))).status).toBe(409);
    await stack.advanceTo('2025-08-01T00:00:00+08:00');
    await caseWhen(stack, caseId, { outcome: 'ENDED' }, 'hub');
    expect((await open().get('/api/hn-net/promotions')).items).toEqual([]);
  });

  it('HN-NET-13.1 with a claim that nothing proves is published once a second reviewer has approved it', async () => {
    const [hub, hub2, manager] = await Promise.all(['hub', 'hub2', 'hubmanager'].map((name) => stack.as(name)));
    const plan = promotionFiling('2025-08-10', '2025-08-31', { claims: [{ claim: '全省最低价', fileIds: [] }] });
    promoted = (await hub!.post<{ caseId: string }>('/api/cases/promotion', plan)).caseId;
    await hub2!.act(promoted, 'approvePublicity', {});
    const early = await refusalOf(manager!.act(promoted, 'publish', {}));
    expect(early).toMatchObject({ status: 409, code: 'CONDITION_NOT_MET' });
    expect(early.problem).toMatchObject({ message: { zh: '下列宣传没有证明，须由第二人复核：全省最低价。' } });
    const again = { reason: '已向同业询价核对。' };
    for (const one of [hub!, hub2!])
      expect((await refusalOf(one.act(promoted, 'approveUnproven', again))).status).toBe(403);
    await manager!.act(promoted, 'approveUnproven', again);
    await manager!.act(promoted, 'publish', {});
    expect((await open().get('/api/hn-net/promotions')).items).toMatchObject([{ id: promoted }]);
  });

  it('HN-NET-15.9 is advertised to consumers by mail; the address of who has opted out is skipped', async () => {
    await Promise.all(
      ['consumer', 'quiet'].map(async (name) =>
        (await stack.as(name)).post('/api/cases/consumerRegistration', { ...individual, platform: 'hn-hub' }),
      ),
    );
    await (await stack.as('quiet')).patch('/api/me', { refusesCommercialMail: true });
    await (await stack.as('hubmanager')).act(promoted, 'orderMailing', {});
    await vi.waitFor(async () => {
      expect(await caseOf(stack, promoted, 'hub')).toMatchObject({
        facts: { mailing: { result: { told: 1, leftOut: 1 } } },
      });
    }, PATIENCE);
    const mail = await mailAbout(stack, 'consumer', '服务月');
    expect(mail.text).toContain('不愿再收到推广邮件的，请在“我的账号”中选择“不接收推广邮件”');
    expect(mail.text).not.toContain('不是商业信息');
    // The plan as everybody reads it: the case is the platform's own.
    expect(mail.text).toContain(`${stack.baseUrl}/promotions`);
    expect(await mailsAbout(stack, 'quiet', '服务月')).toEqual([]);
    expect(await mailsAbout(stack, 'quiet', '注册已生效')).toHaveLength(1);
  });
});

describe('the payment of an order', () => {
  it('HN-NET-22.1 goes through the payment service, and what is settled is stored with its reference', async () => {
    const bank = await startPaymentService();
    try {
      const { database } = stack;
      const service = httpPaymentService(bank);
      const order = { id: 'DD-2025-0031', payer: 'person:demo-consumer', payee: supplier.party, fen: 120_000 };
      await placeOrder(database, service, { ...order, subject: '材料检测' }, await stack.now());
      expect(await settleOrder(database, service, order.id, await stack.now())).toBeNull();
      const settlement = bank.pay(`P-${order.id}`);
      await settleOrder(database, service, order.id, await stack.now());
      expect(await database.paymentOrder.findUniqueOrThrow({ where: { id: order.id } })).toMatchObject({
        ...{ status: 'PAID', settlement, fen: 120_000n, payee: supplier.party },
      });
    } finally {
      await bank.stop();
    }
  });
});

describe('a guarantee deposit', () => {
  it('HN-NET-22.2 HN-NET-22.3 is agreed as a whole, and each movement of it has a purpose and is told to the provider', async () => {
    const [hub, manager, provider] = await Promise.all(['hub', 'hubmanager', 'supplier'].map((name) => stack.as(name)));
    const terms = depositFiling();
    const { caseId } = await hub!.post<{ caseId: string }>('/api/cases/guaranteeDeposit', { ...terms, refund: null });
    expect((await refusalOf(provider!.act(caseId, 'agree', {}))).status).toBe(409);
    const { provider: _party, ...changes } = terms;
    await hub!.act(caseId, 'reviseTerms', { changes });
    await provider!.act(caseId, 'agree', {});
    await hub!.act(caseId, 'recordPayIn', { amount: 20_000, settlement: 'PAY-1' });
    const use = { amount: 1_500.5, settlement: 'PAY-2', reason: '调解协议逾期未履行。' };
    expect((await refusalOf(manager!.act(caseId, 'useDeposit', use))).status).toBe(422);
    // The case of the deposit itself is no purpose of it, though the provider is its party.
    for (const forCase of ['med-none', caseId]) {
      expect((await refusalOf(manager!.act(caseId, 'useDeposit', { ...use, forCase }))).status).toBe(422);
    }
    await manager!.act(caseId, 'useDeposit', { ...use, item: 'use' });
    await mailAbout(stack, 'supplier', '保证金被使用');
    await manager!.act(caseId, 'refundDeposit', { amount: 18_499.5, settlement: 'PAY-3' });
    await mailAbout(stack, 'supplier', '保证金已退还');
    expect(await caseOf(stack, caseId, 'supplier')).toMatchObject({ outcome: 'REFUNDED' });
    const sums = await stack.database.depositPosting.groupBy({
      by: ['account'],
      where: { caseId },
      _sum: { fen: true },
    });
    const of = (account: string) => sums.find((row) => row.account === account)?._sum.fen;
    expect([of('DEPOSIT'), of('CONSUMER'), of('PROVIDER')]).toEqual([0n, 150_050n, -150_050n]);
  });

  it('HN-NET-22.3 HN-NET-11.3 that is used up is ended by a manager, and stands in the way of nothing', async () => {
    const [hub, manager, provider] = await Promise.all(['hub', 'hubmanager', 'supplier'].map((name) => stack.as(name)));
    const { caseId } = await hub!.post<{ caseId: string }>('/api/cases/guaranteeDeposit', depositFiling());
    await provider!.act(caseId, 'agree', {});
    await hub!.act(caseId, 'recordPayIn', { amount: 100, settlement: 'PAY-4' });
    const reason = '保证金已全部用于先行赔付。';
    await manager!.act(caseId, 'useDeposit', { amount: 100, item: 'use', settlement: 'PAY-5', reason });
    await manager!.act(caseId, 'endDeposit', { reason });
    expect(await caseOf(stack, caseId, 'supplier')).toMatchObject({ outcome: 'USED_UP' });
    await mailAbout(stack, 'supplier', '保证金约定结束');
  });
});

describe('a provider that does not accept a version', () => {
  it('HN-NET-07.4 leaves once a manager starts the exit, and the notice cites the item of the agreement', async () => {
    const [manager, provider] = await Promise.all([stack.as('hubmanager'), stack.as('supplier')]);
    const version = await publishAgreement(openStage(stack));
    const signature = await signatureOf(version);
    await provider.act(signature, 'refuseToSign', { reason: '费用条款无法接受。' });
    const exit = { reason: '拒绝签署，协商未果。' };
    expect((await refusalOf(manager.act(signature, 'startExit', exit))).status).toBe(409);
    await stack.advanceTo('2025-09-01T10:00:00+08:00');
    await manager.act(signature, 'startExit', exit);
    const { caseId } = await stack.database.registerEntry.findUniqueOrThrow({
      where: { register_party: { register: 'hn-net.providers', party: supplier.party } },
    });
    await caseWhen(stack, caseId, { outcome: 'DEREGISTERED' }, 'window');
    const mail = await mailAbout(stack, 'supplier', '注销');
    expectWords(stack, mail, caseId, ['未签订用户协议', '第八项“平台进入与退出的条件与程序”']);
  });
});

describe('the end of a platform with open orders', () => {
  it('HN-NET-11.3 12 open orders block it, on a checklist, after every measure was recorded; once they are over it ends', async () => {
    const [hub, manager, consumer] = await Promise.all(['hub', 'hubmanager', 'consumer'].map((name) => stack.as(name)));
    const filing = terminationFiling('2025-12-02T00:00:00+08:00');
    const { caseId } = await hub!.post<{ caseId: string }>('/api/cases/platformTermination', filing);
    await manager!.act(caseId, 'publishNotice', {});
    const need = { platform: 'hn-hub', category: 'TECHNOLOGY', need: '样品成分检测。' };
    const orders = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const order = await consumer!.post<{ caseId: string }>('/api/cases/serviceRequest', need);
        return order.caseId;
      }),
    );
    await caseWhen(stack, caseId, { stage: 'NOTIFIED' }, 'hub');
    const end = () => manager!.act(caseId, 'endPlatform', { reason: '公示期满。' });
    await stack.advanceTo('2025-12-02T00:00:00+08:00');
    await hub!.act(caseId, 'recordMeasure', { measure: 'DATA_COPIES', note: '数据副本已可下载。' });
    const unprepared = await refusalOf(end());
    expect(unprepared).toMatchObject({ status: 409, code: 'CONDITION_NOT_MET' });
    expect(JSON.stringify(unprepared.problem.message)).toContain('登记和交易记录的保存已落实');
    for (const measure of ['OPEN_ORDERS', 'DEPOSITS', 'RETENTION'])
      await hub!.act(caseId, 'recordMeasure', { measure, note: '已落实。' });
    const blocked = await refusalOf(end());
    expect(blocked).toMatchObject({ status: 409, code: 'CONDITION_NOT_MET' });
    expect(blocked.problem).toMatchObject({
      message: { zh: '保障措施尚未全部落实：服务需求 12 件。' },
      facts: { requirement: 'HN-NET-11.3', open: { serviceRequest: 12 } },
    });
    await Promise.all(orders.map((order) => consumer!.act(order, 'withdrawRequest', {})));
    await end();
    expect(await caseOf(stack, caseId, 'hub')).toMatchObject({ outcome: 'TERMINATED' });
  });
});
