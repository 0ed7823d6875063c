import type { Text } from '../text.ts';
import { text } from '../text.ts';

/** One ground on which a registration may be refused. */
export interface RefusalReason {
  readonly title: Text;
  readonly clause: string;
  readonly requirement: string;
}

type Row = readonly [zh: string, en: string, clause: string, requirement: string];

function reasonsOf<const Rows extends Record<string, Row>>(
  rows: Rows,
): { readonly [Code in keyof Rows]: RefusalReason } {
  const reasons = Object.entries(rows).map(([code, [zh, en, clause, requirement]]) => {
    return [code, { title: text(zh, en), clause: `HN-NET ${clause}`, requirement: `HN-NET-${requirement}` }] as const;
  });
  return Object.fromEntries(reasons) as { [Code in keyof Rows]: RefusalReason };
}

/**
 * The fixed list of grounds on which a registration may be refused. Registration is open: a platform may not restrict
 * or discriminate for its own interest (HN-NET-05.1, 第七条第一项), so there is no other ground and no free one.
 */
export const refusalReasons = reasonsOf({
  IDENTITY_INCOMPLETE: ['身份信息不完整', 'Identity information incomplete', '第九条第一项', '06.2'],
  IDENTITY_UNTRUE: ['身份信息不真实', 'Identity information not true', '第九条第一项', '06.2'],
  IDENTITY_INVALID: ['身份证明已失效', 'Proof of identity no longer valid', '第九条第一项', '06.2'],
  PERMIT_MISSING: [
    '缺少法定的行政许可或从业资质证明',
    'Permit or qualification demanded by law is missing',
    '第九条第一项',
    '06.3',
  ],
  PERMIT_INVALID: [
    '行政许可或从业资质证明已失效或不真实',
    'Permit or qualification expired or not true',
    '第九条第一项',
    '06.3',
  ],
  QUALIFICATION_LACKING: ['不具备经营资质', 'Lacks the business qualification', '第十九条第一项', '06.5'],
  INFORMATION_FALSE: [
    '服务（商品）信息不良或虚假',
    'Information on services or goods bad or false',
    '第十九条第一项',
    '06.5',
  ],
  TRADE_PROHIBITED: [
    '服务（商品）为法律、法规禁止交易',
    'Services or goods whose trade the law prohibits',
    '第九条第三项',
    '15.1',
  ],
  NO_ABILITY_TO_SERVE: ['不具备服务能力', 'Not able to serve', '第四条', '01.2'],
  AGREEMENT_NOT_SIGNED: ['未签订用户协议', 'User agreement not signed', '第八条第三项', '07.1'],
  QUALIFICATION_CANCELLED: [
    '平台网络服务资格已被取消',
    'Network service qualification cancelled',
    '第二十四条',
    '25.3',
  ],
  UNLAWFUL_CONTENT: [
    '因发布违法信息停止提供平台服务',
    'Platform service stopped for unlawful content',
    '第八条第六项',
    '08.4',
  ],
});

/** The code of a ground of {@link refusalReasons}. */
export type RefusalReasonCode = keyof typeof refusalReasons;

/** All grounds in the order of the list. */
export const refusalReasonCodes = Object.keys(refusalReasons) as readonly RefusalReasonCode[];

/** Whether a word is one of the grounds; a refusal on any other does not stand (HN-NET-05.1). */
export function isRefusalReason(code: string): code is RefusalReasonCode {
  return Object.hasOwn(refusalReasons, code);
}
