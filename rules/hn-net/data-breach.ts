/** Leaks of consumer data: what leaked, what is done at once, how the persons are told, what it came from (HN-NET-15.6 to 15.8). */
import { text, type Text } from '../text.ts';
import type { Instant } from '../time/index.ts';
import { issue, type Issue } from './issue.ts';

/** Kinds of data of consumers, so that nobody writes down the data itself. */
export const leakedData = {
  IDENTITY: text('姓名、证件号码等身份信息', 'Identity, e.g. names and numbers of documents'),
  CONTACT: text('电话、邮箱、地址等联系方式', 'Contact, e.g. telephone, e-mail, address'),
  ACCOUNT: text('账号、密码等登录信息', 'Accounts and passwords'),
  PAYMENT: text('支付和结算信息', 'Payment and settlement'),
  ORDERS: text('需求、订单和服务记录', 'Needs, orders and service records'),
  BUSINESS: text('企业经营信息、商业秘密', 'Business data and trade secrets'),
  OTHER: text('其他消费者信息', 'Other consumer data'),
} as const satisfies Readonly<Record<string, Text>>;

export type LeakedData = keyof typeof leakedData;

/** What is done at once, before anybody knows the cause (第九条第八项 「应当立即采取补救措施」). */
export const breachMeasures = {
  ACCESS_CUT: text('切断泄露途径、关闭访问', 'The way out of the data closed'),
  CREDENTIALS_CHANGED: text('更换密码、密钥', 'Passwords and keys changed'),
  PAGES_REMOVED: text('删除、屏蔽已公开的信息', 'What was published removed or blocked'),
  DATA_RESTORED: text('从备份恢复丢失的数据', 'Lost data restored from a backup'),
  EVIDENCE_KEPT: text('留存日志和证据', 'Logs and evidence kept'),
  SERVICE_PAUSED: text('暂停相关服务', 'The service concerned paused'),
} as const satisfies Readonly<Record<string, Text>>;

export type BreachMeasure = keyof typeof breachMeasures;

/** How the persons concerned were told. */
export const tellingWays = {
  EMAIL: text('电子邮件', 'E-mail'),
  MESSAGE: text('短信、站内信', 'Text message or message of the platform'),
  TELEPHONE: text('电话', 'Telephone'),
  LETTER: text('信函', 'Letter'),
  PUBLIC: text('公告（无法逐一告知的）', 'Public notice, where they cannot be told one by one'),
} as const satisfies Readonly<Record<string, Text>>;

/** What it came from. */
export const breachCauses = {
  ATTACK: text('外部攻击', 'Attack from outside'),
  DEFECT: text('系统缺陷、配置错误', 'Defect or wrong setting of a system'),
  MISTAKE: text('工作人员失误', 'Mistake of staff'),
  INSIDER: text('内部人员泄露、出售', 'Disclosed or sold by somebody inside'),
  SUPPLIER: text('受托方、合作方', 'A contractor or partner'),
  UNKNOWN: text('原因未能查明', 'Could not be found out'),
} as const satisfies Readonly<Record<string, Text>>;

/**
 * All that is wrong with a time that somebody states of a leak, of its finding or of what was done about it; empty when nothing. What was
 * done may lie before the finding that was reported: who held the data may have found it earlier.
 * @param field of the form that holds `at`
 */
export function checkStatedAt<Field extends string>(field: Field, at: Instant, now: Instant): Issue<Field>[] {
  if (at <= now) return [];
  return [issue(field, '15.8', '时间不能晚于现在', 'The time cannot lie in the future')];
}
