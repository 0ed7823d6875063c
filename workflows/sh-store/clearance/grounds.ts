/** The grounds of clearance: table 4.3, 四.5 and 一.2. */
import { text, type Text } from '../../../rules/text.ts';

interface Ground {
  readonly clause: string;
  readonly title: Text;
  readonly requirement: string;
  /** The requirement by which the case that found it takes it back. */
  readonly withdrawal: string;
  /** True if no fault of the store lies in it: whether the bar is applied is then decided expressly (SH-STORE-11.7, A-27). */
  readonly withoutFault?: boolean;
}

export const clearanceGrounds = {
  CLEAR_1_SETUP: {
    clause: 'SH-STORE 四.5(1)',
    title: text(
      '新店铺超过15个工作日未完成首次店铺装修及产品上架',
      'First decoration and listing not done after more than 15 working days',
    ),
    requirement: 'SH-STORE-10.1',
    withdrawal: 'SH-STORE-06.1',
  },
  CLEAR_2_COMPLAINTS: {
    clause: 'SH-STORE 四.5(2)',
    title: text('店铺的有责投诉2次以上', 'Two or more complaints upheld against the store'),
    requirement: 'SH-STORE-10.2',
    withdrawal: 'SH-STORE-14.4',
  },
  CLEAR_3_ZERO_POINTS: {
    clause: 'SH-STORE 四.5(3)',
    title: text('积分连续2个月累计新增为0分', 'No new points in two consecutive months'),
    requirement: 'SH-STORE-10.3',
    withdrawal: 'SH-STORE-12.3',
  },
  CLEAR_4_RATING: {
    clause: 'SH-STORE 四.5(4)',
    title: text('评价等级连续两个季度为2星以下', 'Rated 2 stars or lower in two consecutive quarters'),
    requirement: 'SH-STORE-10.4',
    withdrawal: 'SH-STORE-13.1',
  },
  CLEAR_5_DISHONESTY: {
    clause: 'SH-STORE 四.5(5)',
    title: text('发生严重失信情形（包括公司主要股东）', 'Serious dishonesty of the company or a main shareholder'),
    requirement: 'SH-STORE-10.5',
    withdrawal: 'SH-STORE-15.2',
  },
  CLEAR_6_INCAPACITY: {
    clause: 'SH-STORE 四.5(6)',
    title: text('因经营原因已无法正常提供服务', 'Unable to provide services for business reasons'),
    requirement: 'SH-STORE-10.6',
    withdrawal: 'SH-STORE-15.3',
    withoutFault: true,
  },
  CLEAR_7_VOLUNTARY: {
    clause: 'SH-STORE 四.5(7)',
    title: text('店铺主动提出退出', 'The store asks to leave'),
    requirement: 'SH-STORE-10.7',
    withdrawal: 'SH-STORE-15.4',
    withoutFault: true,
  },
  CLEAR_8_VIOLATION: {
    clause: 'SH-STORE 四.5(8)',
    title: text(
      '恶意发布法律法规禁止的内容、虚假宣传、欺骗性刷单等扰乱平台秩序的行为',
      'Malicious publication of prohibited content, false advertising, deceptive order brushing or other conduct that disturbs the platform',
    ),
    requirement: 'SH-STORE-10.8',
    withdrawal: 'SH-STORE-10.8',
  },
  CLEAR_TRIAL_FAILED: {
    clause: 'SH-STORE 一.2',
    title: text('试运行店铺未达标', 'A trial store that missed its targets'),
    requirement: 'SH-STORE-10.9',
    withdrawal: 'SH-STORE-07.12',
    withoutFault: true,
  },
} as const satisfies Readonly<Record<string, Ground>>;

/** Kinds of cases that find grounds. */
export const groundOrigins = {
  storeSetup: text('开店装修与上架', 'store set-up'),
  trialOperation: text('试运行', 'trial operation'),
  rectification: text('整顿', 'rectification'),
  storeSupervision: text('店铺监督', 'supervision of the store'),
} as const;

export type GroundOrigin = keyof typeof groundOrigins;

export type ClearanceGround = keyof typeof clearanceGrounds;

/** What the grounds are called. */
export const groundTitles = Object.fromEntries(
  Object.entries(clearanceGrounds).map(([code, { title }]) => [code, title]),
) as Readonly<Record<ClearanceGround, Text>>;

export function groundOf(code: ClearanceGround): Ground {
  return clearanceGrounds[code];
}
