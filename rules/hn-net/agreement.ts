/** What a user agreement of the trading platform holds (table 4.15, 第八条第三项), and the rules that are shown with it (第八条第四项). */
import { isFilled, text, type Text } from '../text.ts';
import { addDays, type Day } from '../time/instant.ts';

/** The ten contents; none may be missing (HN-NET-07.1). */
export const agreementItems = {
  registration: text('用户注册条件', 'Conditions of registration'),
  service: text('服务内容和标准、流程', 'Content, standard and flow of the service'),
  fees: text('服务费用及支付方式', 'Fees and ways of payment'),
  trading: text('交易规则', 'Trading rules'),
  privacy: text('隐私及商业秘密的保护', 'Protection of privacy and trade secrets'),
  amendment: text('用户协议的修改程序', 'Procedure of amending the agreement'),
  rights: text('权利义务', 'Rights and duties'),
  exit: text('平台进入与退出的条件与程序', 'Conditions and procedure of entry and exit'),
  liability: text('违约责任条款', 'Liability for breach'),
  disputes: text('争议解决方式', 'Settlement of disputes'),
} as const satisfies Readonly<Record<string, Text>>;

export type AgreementItem = keyof typeof agreementItems;

/** The rules that a platform must have and show in full (HN-NET-07.3). */
export const platformRules = {
  tradingRules: text('平台内交易规则', 'Trading rules of the platform'),
  transactionSecurity: text('交易安全保障制度', 'Rules on the security of transactions'),
  consumerProtection: text('消费者权益保护制度', 'Rules on the protection of consumers'),
  badInformation: text('不良信息处理制度', 'Rules on the handling of bad information'),
} as const satisfies Readonly<Record<string, Text>>;

export type PlatformRule = keyof typeof platformRules;

/** Everything that a version consists of. */
export const agreementTexts = { ...agreementItems, ...platformRules } as const;

export type AgreementText = keyof typeof agreementTexts;

export const agreementTextNames = Object.keys(agreementTexts) as readonly AgreementText[];

/** Texts as they were typed in; null or blank while one is missing. */
export type AgreementTexts = { readonly [T in AgreementText]?: string | null | undefined };

/** What of the ten contents and the four rules is missing, in the order of the regulation. */
export function missingTexts(texts: AgreementTexts): AgreementText[] {
  return agreementTextNames.filter((name) => !isFilled(texts[name] ?? null));
}

/** What is missing once `changes` are laid over texts of which `missing` were. */
export function stillMissing(missing: readonly AgreementText[], changes: AgreementTexts): AgreementText[] {
  return agreementTextNames.filter((name) =>
    Object.hasOwn(changes, name) && changes[name] !== undefined
      ? !isFilled(changes[name] ?? null)
      : missing.includes(name),
  );
}

/** The version that a new one follows, with the days of notice that its own amendment procedure names. */
export interface EarlierAgreement {
  readonly noticeDays: number;
  readonly effectiveFrom: Day;
}

/**
 * The first day on which a version published today may take effect: a new one follows the amendment procedure of the one before
 * (HN-NET-07.2) and does not overtake it. Days of Shanghai.
 */
export function earliestEffect(today: Day, earlier: EarlierAgreement | null): Day {
  if (earlier === null) return today;
  const noticed = addDays(today, earlier.noticeDays);
  return noticed > earlier.effectiveFrom ? noticed : earlier.effectiveFrom;
}
