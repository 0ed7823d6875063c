/** The steps of the Hunan network's cases, as the story and the scenarios take them: all through the public API. */
import type { ProviderForm } from '../../rules/hn-net/provider.ts';
import type { ApiClient } from './api-client.ts';
import { settled, uploadPdf, type Rehearsal } from './steps.ts';

/** A stage on which people without an account act too: they have an address, and later a tracking code. */
export interface OpenStage extends Rehearsal {
  without(trackingCode?: string): ApiClient;
  /** The code of the latest mail that an address was sent to verify it. */
  codeSentTo(email: string): Promise<string>;
}

/** Party key of the provider of training mode, and its name. */
export const supplier = { party: '91430102MA4L8XK93A', name: '长沙星辰检测技术有限公司' } as const;

/** A complete form of the provider of training mode; its licence is uploaded first. */
export async function providerFiling(
  stage: Rehearsal,
  changes: Partial<ProviderForm> = {},
  as = 'supplier',
): Promise<ProviderForm> {
  return {
    kind: 'ENTERPRISE',
    name: supplier.name,
    creditCode: supplier.party,
    identityNumber: null,
    identityProof: { fileId: await uploadPdf(await stage.as(as), '营业执照.pdf'), link: null, validUntil: null },
    address: '长沙市岳麓区麓谷大道1号',
    contactName: '李明',
    telephone: '0731-88112233',
    email: `${as}@demo.anjuan.test`,
    trades: [],
    permits: [],
    broughtInBy: 'hn-changsha',
    operates: null,
    services: [
      {
        code: 'S1',
        name: '材料检测咨询',
        items: {
          content: '材料性能检测方案咨询',
          standard: '一次告知',
          flow: '受理、检测、交付、回访',
          fees: '每份500元',
          handlingTime: '5个工作日',
        },
      },
    ],
    systems: { serviceQuality: true, returnVisits: true, evaluation: true },
    ...changes,
  };
}

/** The provider of training mode is registered, by the platform that brings it in. @returns the case */
export async function registerSupplier(
  stage: Rehearsal,
  changes: Partial<ProviderForm> = {},
  reviewer = 'window',
): Promise<string> {
  const client = await stage.as('supplier');
  const { caseId } = await client.post('/api/cases/providerRegistration', await providerFiling(stage, changes));
  await (await stage.as(reviewer)).act(caseId, 'register');
  await settled(stage);
  return caseId;
}

export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly locale?: 'zh-CN' | 'en';
}

/** Files a case without an account: the form, the code by mail, the confirmation. */
export async function fileOpenly(
  stage: OpenStage,
  kind: string,
  contact: Contact,
  form: object,
): Promise<{ caseId: string; trackingCode: string; client: ApiClient }> {
  const anyone = stage.without();
  const { requestId } = await anyone.post(`/api/intakes/${kind}`, { contact, form, consent: true });
  const code = await stage.codeSentTo(contact.email);
  const opened = await anyone.post(`/api/intakes/${kind}/confirm`, { requestId, code });
  return { ...opened, client: stage.without(opened.trackingCode) };
}

/** What a complaint says, as of the day of the clock. */
export async function complaintForm(stage: Rehearsal, changes: Record<string, unknown> = {}): Promise<object> {
  return {
    provider: supplier.party,
    orderNumber: 'DD-2025-0031',
    reason: 'NOT_AS_PROMISED',
    account: '约定十个工作日出具检测报告，逾期一个月才交付，且缺少两项指标。',
    claim: '退还一半费用',
    happenedOn: (await stage.now()).slice(0, 10),
    ...changes,
  };
}

/** The id of the one case of a kind beside another. */
export async function besideCase(client: ApiClient, caseId: string, kind: string): Promise<string> {
  const { related } = await client.get<{ related: { id: string; kind: string }[] }>(`/api/cases/${caseId}`);
  const [one] = related.filter((other) => other.kind === kind);
  if (one === undefined) throw new Error(`There is no ${kind} beside ${caseId}.`);
  return one.id;
}
