/** How a registered consumer evaluates a completed service (HN-NET-19.1). Not for workflow code. */
import { HUB } from '../../../rules/hn-net/network.ts';
import type { ConsumerState } from '../../../rules/hn-net/consumer.ts';
import { consumerMay } from '../../../rules/hn-net/consumer.ts';
import { checkEvaluation } from '../../../rules/hn-net/evaluation.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { namedCase } from '../../engine/case-number.ts';
import type { FoundCase, FoundEntry } from '../../engine/intake.ts';
import { intake } from '../../engine/intake.ts';
import { networkBody, registers } from '../words.ts';
import { COMPLETED_STAGES, serviceRequest } from '../service-request/contract.ts';
import { evaluationForm, evaluationRecord } from './form.ts';

/** What stands for an order: the provider and its number for it; a service request of the network is numbered by its id. */
export function orderReference(provider: PartyKey, orderNo: string): string {
  return `order:${provider}:${orderNo}`;
}

export const consumerEvaluationIntake = intake({
  form: evaluationForm,
  record: evaluationRecord,

  lookUp: ({ provider, orderNo }, party) => ({
    entries: [
      { register: registers.consumers, party },
      { register: registers.providers, party: provider },
    ],
    cases: [
      { kind: 'consumerEvaluation', subject: party, about: orderReference(provider, orderNo) },
      ...(isRequest(orderNo) ? [{ kind: serviceRequest.kind, subject: party }] : []),
    ],
  }),

  file({ form, party, now, entries, cases }) {
    const { provider, orderNo, completedOn, score, text } = form;
    const about = orderReference(provider, orderNo);
    const { name } = registeredConsumer(entries, party);
    refuseOwnService(provider, party);
    requireProvider(entries, provider);
    refuseSecond(cases, party, about);
    const request = isRequest(orderNo) ? ownRequest(cases, orderNo) : null;
    const completed = completedOn <= dayOf(now) && (request === null || COMPLETED_STAGES.includes(request.stage));
    // That another order is the consumer's own it says itself: what turns out fabricated is hidden on that ground (HN-NET-19.2).
    const issues = checkEvaluation({ score, text }, { completed, ownOrder: true, evaluated: false });
    refuseIssues(issues.map((found) => (found.field === 'order' ? { ...found, field: 'completedOn' } : found)));
    return {
      subject: party,
      title: name,
      parties: { consumer: [party], provider: [provider] },
      // Duties of a trading platform are the hub's, whichever window brought the provider in.
      body: networkBody(HUB),
      about,
      opening: { score, orderNo, completedOn, ...(request !== null && { requestCaseId: request.id }) },
    };
  },
});

function isRequest(orderNo: string): boolean {
  return orderNo.startsWith(`${serviceRequest.prefix}-`);
}

/** The consumer's own request of the network with this id (HN-NET-05.3). */
function ownRequest(cases: readonly FoundCase[], orderNo: string): FoundCase {
  const request = cases.find(({ kind, id }) => kind === serviceRequest.kind && id === orderNo);
  if (request !== undefined) return request;
  refuse('INVALID_INPUT', '您没有这个订单，请核对订单号。', 'You have no such order; check its number.', {
    field: 'orderNo',
    facts: { requirement: 'HN-NET-19.1' },
  });
}

function registeredConsumer(entries: readonly FoundEntry[], party: PartyKey): FoundEntry {
  const entry = entries.find((found) => found.register === registers.consumers && found.party === party);
  if (entry !== undefined && consumerMay('EVALUATE', entry.status as ConsumerState)) return entry;
  refuse(
    'CONDITION_NOT_MET',
    '发布评价须先注册为消费者；注册自愿、免费，即时生效，请注册后再提交评价。',
    'Only a registered consumer can evaluate. Registration is voluntary, free and takes effect at once: register, then file this again.',
    { facts: { register: 'consumerRegistration', status: entry?.status ?? null } },
  );
}

/** An evaluation of one's own service would be a fabricated trade (HN-NET-19.2, 第九条第九项(四)). */
function refuseOwnService(provider: PartyKey, party: PartyKey): void {
  if (provider !== party) return;
  refuse('INVALID_INPUT', '服务商不得评价自己的服务。', 'A provider may not evaluate its own service.', {
    field: 'provider',
    facts: { requirement: 'HN-NET-19.2' },
  });
}

/** Statuses of entries of those who never could serve on the network. One that has left it by now can still be evaluated. */
const NEVER_REGISTERED: readonly string[] = ['APPLIED', 'UNDER_REVIEW', 'REFUSED'];

function requireProvider(entries: readonly FoundEntry[], provider: PartyKey): void {
  const entry = entries.find((found) => found.register === registers.providers && found.party === provider);
  if (entry !== undefined && !NEVER_REGISTERED.includes(entry.status)) return;
  refuse(
    'INVALID_INPUT',
    '平台网络没有登记该服务商，请核对后重新填写。',
    'No such provider is registered on the network; check it and file again.',
    { field: 'provider', facts: { requirement: 'HN-NET-19.1' } },
  );
}

/** One evaluation a consumer and order, ever: one that was hidden counts too (HN-NET-19.1). */
function refuseSecond(cases: readonly FoundCase[], party: PartyKey, about: string): void {
  const earlier = cases.find(
    (found) => found.kind === 'consumerEvaluation' && found.subject === party && found.about === about,
  );
  if (earlier === undefined) return;
  refuse(
    'ALREADY_DONE',
    `该订单您已评价（案号 ${namedCase(earlier.id)}），每单只评价一次；可在该案件中追加一次评论。`,
    `You have evaluated this order, in case ${namedCase(earlier.id)}; each order is evaluated once. One comment can be added there.`,
    { field: 'orderNo', facts: { caseId: earlier.id } },
  );
}
