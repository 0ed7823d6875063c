import type { Text } from '../text.ts';
import { isFilled, text } from '../text.ts';
import type { Issue } from './issue.ts';
import { issue } from './issue.ts';

/** One field of a data package. */
export interface PackageField {
  readonly title: Text;
  /** Registration data of the provider, or evidence of the transaction. */
  readonly group: 'REGISTRATION' | 'EVIDENCE';
  /** Personal information: it is released only with the purpose it is needed for (HN-NET-15.6, 15.7). */
  readonly personal: boolean;
}

/**
 * What a platform supplies when the consumer uses other channels (HN-NET-21.4, 第十九条第四项): the true registration data
 * of the provider and the evidence of the dispute.
 */
export const packageFields = {
  providerName: field('服务商名称（姓名）', 'Name of the provider', 'REGISTRATION', false),
  creditCode: field('统一社会信用代码', 'Unified social credit code', 'REGISTRATION', false),
  licence: field('营业执照或法人证书', 'Licence or legal-person certificate', 'REGISTRATION', false),
  permits: field('行政许可、从业资质证明', 'Permits and qualifications', 'REGISTRATION', false),
  address: field('地址', 'Address', 'REGISTRATION', true),
  contact: field('联系人及联系方式', 'Person to contact and contact data', 'REGISTRATION', true),
  identityNumber: field('公民身份号码', 'Identity number', 'REGISTRATION', true),
  registrationDates: field('登记、核实、注销日期', 'Days of registration, verification, end', 'REGISTRATION', false),
  serviceDescription: field('发布的服务（商品）信息', 'Service or goods as published', 'EVIDENCE', false),
  order: field('订单与交易记录', 'Order and transaction record', 'EVIDENCE', false),
  vouchers: field('发票、服务单据', 'Invoices and vouchers', 'EVIDENCE', false),
  serviceRecords: field('服务记录', 'Service records', 'EVIDENCE', false),
  correspondence: field('双方往来记录', 'Correspondence of the parties', 'EVIDENCE', true),
  complaintFile: field('投诉登记与处理结果', 'Complaint and its finding', 'EVIDENCE', false),
  mediationFile: field('调解记录', 'Mediation record', 'EVIDENCE', true),
} as const satisfies Readonly<Record<string, PackageField>>;

export type PackageFieldKey = keyof typeof packageFields;

/** All fields, registration data first. */
export const packageFieldKeys = Object.keys(packageFields) as readonly PackageFieldKey[];

/** Who may receive a data package, and the basis on which: the consumer by the measures, others on a written request. */
export const packageRecipients = {
  CONSUMER: recipient('消费者（争议当事人）', 'The consumer of the dispute', 'HN-NET 第十九条第四项', false),
  COURT: recipient('人民法院', 'Court', null, true),
  ARBITRATION: recipient('仲裁机构', 'Arbitration body', null, true),
  CONSUMER_ASSOCIATION: recipient('消费者协会', 'Consumer association', null, true),
  AUTHORITY: recipient('有关行政管理部门', 'Competent authority', 'HN-NET 第八条第六项', true),
} as const satisfies Readonly<
  Record<string, { readonly title: Text; readonly clause: string | null; readonly writtenRequest: boolean }>
>;

export type PackageRecipient = keyof typeof packageRecipients;

/** A release of data, as it is logged with its time (HN-NET-21.4, 08.5). */
export interface Release {
  readonly recipient: PackageRecipient;
  /** Name of the court, body, authority or consumer. */
  readonly recipientName: string | null;
  /** The provision relied on; null or blank where the measures themselves are the basis. */
  readonly legalBasis: string | null;
  /** Number of the written request. */
  readonly requestNumber: string | null;
  readonly fields: readonly PackageFieldKey[];
  /** What personal information is needed for. */
  readonly purpose: string | null;
}

/** All that stands in the way of a release (HN-NET-21.4); empty when nothing. */
export function checkRelease(release: Release): Issue<keyof Release>[] {
  const issues: Issue<keyof Release>[] = [];
  const { clause, writtenRequest } = packageRecipients[release.recipient];
  if (!isFilled(release.recipientName)) {
    issues.push(issue('recipientName', '21.4', '请填写接收方', 'Name the recipient'));
  }
  if (clause === null && !isFilled(release.legalBasis)) {
    issues.push(issue('legalBasis', '21.4', '请填写法律依据', 'Name the legal basis'));
  }
  if (writtenRequest && !isFilled(release.requestNumber)) {
    issues.push(issue('requestNumber', '21.4', '请填写书面请求的文号', 'Give the number of the written request'));
  }
  if (release.fields.length === 0) {
    issues.push(issue('fields', '21.4', '请选择提供的资料', 'Choose what is supplied'));
  }
  if (release.fields.some((key) => packageFields[key].personal) && !isFilled(release.purpose)) {
    const en = 'The package has personal information; state what it is needed for';
    issues.push(issue('purpose', '15.6', '资料含个人信息，请写明用途', en));
  }
  return issues;
}

/** The basis of a release in words for its log: the provision named, else the passage of the measures. */
export function basisOf(release: Release): string {
  return isFilled(release.legalBasis) ? release.legalBasis.trim() : (packageRecipients[release.recipient].clause ?? '');
}

function field(zh: string, en: string, group: PackageField['group'], personal: boolean): PackageField {
  return { title: text(zh, en), group, personal };
}

function recipient(zh: string, en: string, clause: string | null, writtenRequest: boolean) {
  return { title: text(zh, en), clause, writtenRequest };
}
