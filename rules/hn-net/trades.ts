import type { Text } from '../text.ts';
import { text } from '../text.ts';

/** A permit or professional qualification that a law demands for a trade, with the law that does. */
export interface RegulatedTrade {
  readonly trade: Text;
  readonly permit: Text;
  readonly law: Text;
}

type Row = readonly [
  tradeZh: string,
  tradeEn: string,
  permitZh: string,
  permitEn: string,
  lawZh: string,
  lawEn: string,
];

function tradesOf<const Rows extends Record<string, Row>>(
  rows: Rows,
): { readonly [Code in keyof Rows]: RegulatedTrade } {
  const trades = Object.entries(rows).map(([code, [tradeZh, tradeEn, permitZh, permitEn, lawZh, lawEn]]) => {
    return [
      code,
      { trade: text(tradeZh, tradeEn), permit: text(permitZh, permitEn), law: text(lawZh, lawEn) },
    ] as const;
  });
  return Object.fromEntries(trades) as { [Code in keyof Rows]: RegulatedTrade };
}

/**
 * Trades of SME services that need a permit or qualification (HN-NET-06.3). The measures say 「属于法律、法规规定应当取得
 * 行政许可或从业资质的」 and list none: the rows come from the laws they name, and a reviewer judges a trade that is not here.
 */
export const regulatedTrades = tradesOf({
  HUMAN_RESOURCES_AGENCY: [
    '人力资源服务（职业中介）',
    'Human-resources agency',
    '人力资源服务许可证',
    'Human-resources service permit',
    '《人力资源市场暂行条例》',
    'Interim Regulations on the Human Resources Market',
  ],
  LABOUR_DISPATCH: [
    '劳务派遣',
    'Labour dispatch',
    '劳务派遣经营许可证',
    'Labour dispatch permit',
    '《劳动合同法》',
    'Labour Contract Law',
  ],
  LEGAL_SERVICE: [
    '律师服务',
    'Legal service by lawyers',
    '律师事务所执业许可证',
    'Practice licence of a law firm',
    '《律师法》',
    'Lawyers Law',
  ],
  AUDIT: [
    '审计、验资',
    'Audit and capital verification',
    '会计师事务所执业证书',
    'Practice certificate of an accounting firm',
    '《注册会计师法》',
    'Certified Public Accountants Law',
  ],
  BOOKKEEPING_AGENCY: [
    '代理记账',
    'Bookkeeping agency',
    '代理记账许可证书',
    'Bookkeeping agency permit',
    '《会计法》',
    'Accounting Law',
  ],
  PATENT_AGENCY: [
    '专利代理',
    'Patent agency',
    '专利代理机构执业许可证',
    'Practice permit of a patent agency',
    '《专利代理条例》',
    'Regulations on Patent Agencies',
  ],
  INSPECTION_AND_TESTING: [
    '向社会出具数据的检验检测',
    'Inspection and testing for the public',
    '检验检测机构资质认定证书',
    'Qualification certificate of a testing body',
    '《计量法》',
    'Metrology Law',
  ],
  CERTIFICATION: [
    '认证',
    'Certification',
    '认证机构批准书',
    'Approval of a certification body',
    '《认证认可条例》',
    'Regulations on Certification and Accreditation',
  ],
  FINANCING_GUARANTEE: [
    '融资担保',
    'Financing guarantee',
    '融资担保业务经营许可证',
    'Financing guarantee permit',
    '《融资担保公司监督管理条例》',
    'Regulations on Financing Guarantee Companies',
  ],
  PRIVATE_TRAINING: [
    '民办职业技能培训学校',
    'Private vocational training school',
    '民办学校办学许可证',
    'Permit of a private school',
    '《民办教育促进法》',
    'Law on the Promotion of Private Education',
  ],
  VALUE_ADDED_TELECOM: [
    '经营性互联网信息服务',
    'Commercial internet information service',
    '增值电信业务经营许可证',
    'Value-added telecommunications permit',
    '《电信条例》',
    'Telecommunications Regulations',
  ],
});

/** The code of a trade that needs a permit. */
export type RegulatedTradeCode = keyof typeof regulatedTrades;

/** All trades that need a permit, in the order of the form. */
export const regulatedTradeCodes = Object.keys(regulatedTrades) as readonly RegulatedTradeCode[];
