/** What the parts of an application are called where people read of them. */
import type { LimbKey } from '../../../rules/sh-store/eligibility.ts';
import type { ApplicationFigures } from '../../../rules/sh-store/form.ts';
import { text, type Text } from '../../../rules/text.ts';
import type { StoreApplicationInputs } from './input.ts';

/** The limbs of condition (5), as that which may be found (SH-STORE-01.16). */
export const limbTitles: Readonly<Record<LimbKey, Text>> = {
  penalty: text('近一年内受过行政处罚且未整改', 'a penalty within the last year that is not rectified'),
  investigation: text('正在协助案件调查', 'assisting in a case investigation'),
  goodFaith: text('未诚信经营', 'not operating in good faith'),
};

/** The figures of the form (SH-STORE-03.4). */
export const figureTitles: Readonly<Record<keyof ApplicationFigures, Text>> = {
  orgType: text('机构类型', 'kind of organisation'),
  legalPerson: text('独立法人资格', 'independent legal person'),
  hasQualification: text('行业资质', 'industry qualification'),
  abilityText: text('服务能力说明', 'account of the ability'),
  establishedOn: text('成立日期', 'day of establishment'),
  registeredCapital: text('注册资本（元）', 'registered capital (RMB yuan)'),
  revenue: text('营业收入（元）', 'revenue (RMB yuan)'),
  netProfit: text('净利润（元）', 'net profit (RMB yuan)'),
  fiscalYear: text('会计年度', 'fiscal year'),
  smesServed: text('年服务中小企业数', 'SMEs served a year'),
  enterprisesServed: text('年服务企业数', 'enterprises served a year'),
  fullTimeStaff: text('专职人员数', 'full-time staff'),
  degreeOnly: text('仅有学历的专职人员数', 'staff with a degree alone'),
  titleOnly: text('仅有职称的专职人员数', 'staff with a title alone'),
  degreeAndTitle: text('学历职称兼备的专职人员数', 'staff with degree and title'),
  area: text('经营场所面积（平方米）', 'area of the premises (square metres)'),
  fixedPremises: text('固定经营场所', 'fixed place of business'),
  equipment: text('服务设施、仪器设备', 'facilities and equipment'),
  discountPolicy: text('小微企业收费优惠', 'discounts for small and micro enterprises'),
  systems: text('管理制度', 'management systems'),
  penalties: text('行政处罚', 'penalties'),
  underInvestigation: text('协助案件调查', 'assisting in an investigation'),
  goodFaith: text('诚信经营', 'good faith'),
  contribution: text('对中小企业服务工作的贡献', 'contribution to the SME departments'),
  awards: text('认定、表彰与资助', 'recognitions and awards'),
};

type Files = Required<NonNullable<StoreApplicationInputs['answerSupplement']['files']>>;

/** The files of the form (SH-STORE-03.2, 03.3, 03.5). */
export const fileTitles: Readonly<Record<keyof Files, Text>> = {
  licence: text('营业执照', 'business licence'),
  creditScreenshot: text('信用信息截图', 'screenshot of the credit record'),
  practiceLicence: text('执业许可证', 'practice licence'),
  qualifications: text('行业资质文件', 'industry qualifications'),
};
