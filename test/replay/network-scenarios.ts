/** The courses of the Hunan network whose histories are kept; see scenarios.ts. */
import { settled, uploadPdf } from '../support/applications.ts';
import { caseWhen } from '../support/cases.ts';
import {
  besideCase,
  complaintForm,
  fileOpenly,
  individual,
  openStage,
  registerSupplier,
  supplier,
} from '../support/network.ts';
import type { TestStack } from '../support/test-stack.ts';
import type { NetworkScenarioName } from './names.ts';
import type { Scenario } from './scenarios.ts';

const startAt = '2025-09-26T09:00:00+08:00';

/** The consumer's complaint, registered by the county window and taken to mediation. */
async function disputeInMediation(stack: TestStack): Promise<{ complaintId: string; mediationId: string }> {
  const consumer = await stack.as('consumer');
  const form = await complaintForm(stack, { platform: 'hn-liuyang' });
  const { caseId: complaintId } = await consumer.post<{ caseId: string }>('/api/cases/complaint', form);
  await (await stack.as('county')).act(complaintId, 'registerComplaint');
  await consumer.act(complaintId, 'applyForMediation');
  await settled(stack);
  return { complaintId, mediationId: await besideCase(consumer, complaintId, 'mediation') };
}

export const networkScenarios: Readonly<Record<NetworkScenarioName, Scenario>> = {
  'provider-suspended-and-verified': {
    startAt: '2024-09-26T09:00:00+08:00',
    endsIn: { providerRegistration: 'REGISTERED' },
    async live(stack) {
      const id = await registerSupplier(stack);
      await stack.advanceTo('2025-10-17T00:00:30+08:00');
      await caseWhen(stack, id, { stage: 'SUSPENDED' }, 'window');
      await (await stack.as('supplier')).act(id, 'submitData', { confirmed: true });
      await (await stack.as('window')).act(id, 'verify', {});
      await settled(stack);
    },
  },

  'consumer-evaluates': {
    startAt,
    endsIn: { providerRegistration: 'REGISTERED', consumerRegistration: 'REGISTERED', consumerEvaluation: 'PUBLISHED' },
    runs: { consumerEvaluation: 3 },
    async live(stack) {
      await registerSupplier(stack);
      const [consumer, hub, manager] = [
        await stack.as('consumer'),
        await stack.as('hub'),
        await stack.as('hubmanager'),
      ];
      await consumer.post('/api/cases/consumerRegistration', individual);
      const { caseId } = await consumer.post<{ caseId: string }>('/api/cases/consumerEvaluation', {
        provider: supplier.party,
        orderNo: 'DD-2025-0031',
        completedOn: '2025-09-24',
        score: 1,
        text: '逾期一个月。',
      });
      const report = { ground: 'MALICIOUS_EVALUATION', explanation: '与事实不符。' };
      await (await stack.as('supplier')).act(caseId, 'reportEvaluation', report);
      await hub.act(caseId, 'keepEvaluation', { reason: '逾期属实，并非恶意评价。' });
      await hub.act(caseId, 'hideEvaluation', { ground: 'PERSONAL_INFORMATION', reason: '披露了个人信息。' });
      await consumer.act(caseId, 'objectToHiding', { explanation: '没有个人信息。' });
      await manager.act(caseId, 'restoreEvaluation', { reason: '经复核没有个人信息。' });
      await settled(stack);
    },
  },

  'dispute-settled-by-department': {
    startAt,
    endsIn: { providerRegistration: 'REGISTERED', complaint: 'SETTLED', mediation: 'SETTLED_BY_DEPARTMENT' },
    async live(stack) {
      await registerSupplier(stack);
      const { complaintId, mediationId } = await disputeInMediation(stack);
      const [window, department] = [await stack.as('window'), await stack.as('department')];
      await window.act(mediationId, 'startMediation');
      const absence = { ground: 'PROVIDER_ABSENT', reason: '服务商两次未到场。', serviceProof: '电话通知并录音。' };
      await window.act(mediationId, 'declareFailure', absence);
      await (await stack.as('consumer')).act(mediationId, 'applyToDepartment');
      await settled(stack);
      await department.act(mediationId, 'recordSettlement', {
        terms: '退还40%费用。',
        fileId: await uploadPdf(department, '调解协议.pdf'),
        signedByConsumerOn: '2025-09-26',
        signedByProviderOn: '2025-09-26',
        performBy: '2025-10-20',
      });
      await stack.advanceTo('2025-10-20T10:00:00+08:00');
      await department.act(mediationId, 'recordPerformance', { performed: true, note: '已退款' });
      await caseWhen(stack, complaintId, { stage: 'INVESTIGATING' }, 'county');
      const county = await stack.as('county');
      await county.act(complaintId, 'closeSettled', { responsible: 'PROVIDER', reason: '双方已达成协议。' });
    },
  },

  'complaint-without-account': {
    startAt,
    endsIn: { complaint: 'WITHDRAWN' },
    async live(stack) {
      const form = await complaintForm(stack, { platform: 'hn-changsha' });
      const contact = { name: '周敏', email: 'zhou.min@demo.anjuan.test' };
      const { caseId, client } = await fileOpenly(openStage(stack), 'complaint', contact, form);
      const window = await stack.as('window');
      await window.act(caseId, 'registerComplaint');
      await window.act(caseId, 'transferComplaint', { body: 'hn-hub', reason: '该服务商由枢纽平台负责' });
      await (await stack.as('hub')).act(caseId, 'startInvestigation');
      await client.act(caseId, 'withdrawComplaint');
    },
  },
};
