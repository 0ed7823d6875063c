/** Requests for a service: by which way they come, what they are about, and what is free (HN-NET-05, table 4.16). */
import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Issue } from './issue.ts';
import { issue } from './issue.ts';

/** The ways by which a request reaches a platform; the call system of the network is 96871 (HN-NET-01.4). */
export const channels = {
  HOTLINE: text('电话（96871）', 'Telephone (96871)'),
  ONLINE: text('互联网', 'Internet'),
  ON_SITE: text('现场', 'On site'),
} as const satisfies Readonly<Record<string, Text>>;

export type Channel = keyof typeof channels;

/** What a request is about: the services that articles 4 and 7 name. */
export const serviceCategories = {
  INFORMATION: text('政策、信息服务', 'Policy and information'),
  CONSULTING: text('咨询服务', 'Consulting'),
  AGENCY: text('代理服务', 'Agency'),
  FINANCING: text('投融资服务', 'Financing'),
  TECHNOLOGY: text('技术、检测服务', 'Technology and testing'),
  TRAINING: text('培训服务', 'Training'),
  LEGAL: text('法律服务', 'Legal services'),
  MARKET: text('市场开拓服务', 'Market development'),
  OTHER: text('其他服务', 'Other'),
} as const satisfies Readonly<Record<string, Text>>;

export type ServiceCategory = keyof typeof serviceCategories;

/** A free public service of article 7, with its item. */
export interface FreeService {
  readonly title: Text;
  readonly clause: string;
}

/** The nine free public services of the hub and the windows; the last says that each is free online and on site (table 4.16). */
export const freeServices = {
  REGISTRATION: free('开放式登记服务', 'Open registration of providers and consumers', '一'),
  INFORMATION: free('政策信息发布、配合主管部门工作', 'Information, and support of the departments', '二'),
  REQUESTS: free(
    '服务受理、接转、记录、评价',
    'Acceptance, transfer, record and evaluation of services (telephone and internet)',
    '三',
  ),
  NEEDS: free('需求调查、产品开发、服务对接', 'Needs surveys, product development and matching', '四'),
  RESOURCES: free('组织优质服务资源入驻', 'Bringing good service resources onto the network', '五'),
  PROMOTION: free('服务平台、服务业务推广宣传', 'Promotion of platform and services', '六'),
  LIAISON: free('服务平台联络员', 'Liaison officers', '七'),
  RECORDS: free('服务记录、服务统计和报送', 'True and timely service records, statistics and reports', '八'),
  FREE_OF_CHARGE: free('上述事项线上、线下均免费', 'All of this free of charge, online and on site', '九'),
} as const satisfies Readonly<Record<string, FreeService>>;

export type FreeServiceCode = keyof typeof freeServices;

/** What the consumer got for a fee; electronic ones need the consumer's consent (HN-NET-15.3, 第九条第五项). */
export const vouchers = {
  PAPER: text('纸质发票或服务单据', 'Invoice or voucher on paper'),
  ELECTRONIC: text(
    '电子发票或单据（已征得消费者同意）',
    'Electronic invoice or voucher, with the consent of the consumer',
  ),
  NONE: text('未出具', 'None'),
} as const satisfies Readonly<Record<string, Text>>;

export type Voucher = keyof typeof vouchers;

/**
 * What is wrong with the fee of a service (HN-NET-05.9); empty when nothing is.
 * @param fee RMB yuan @param publicService the free public service that was asked for; null for a service of the market
 */
export function checkFee(fee: number, publicService: FreeServiceCode | null): Issue<'fee'>[] {
  if (publicService === null || fee === 0) return [];
  const { zh, en } = freeServices[publicService].title;
  return [
    issue(
      'fee',
      '05.9',
      `“${zh}”是免费的公共服务，不得收费，费用应为 0`,
      `"${en}" is a free public service: the fee is 0`,
    ),
  ];
}

function free(zh: string, en: string, item: string): FreeService {
  return { title: text(zh, en), clause: `HN-NET 第七条第${item}项` };
}
