/** The figures of an application form as an input schema (table 4.1, SH-STORE-03.4). */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import type { ConditionNumber } from '../../../rules/sh-store/eligibility-items.ts';
import { awardLevelTitles, orgTypeTitles } from '../../../rules/sh-store/form.ts';
import { text, type Text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { day } from '../../engine/input.ts';
import { inUnit, inYuan, orNull, titled } from '../../engine/titled.ts';
import { line, maybeParagraphs, paragraphs } from '../../engine/typed.ts';

const money = inYuan(z.number().min(0).max(1e13).multipleOf(0.01));
const count = z.int().min(0).max(10_000_000);
const firms = inUnit(count, '家', 'enterprises');
const people = inUnit(count, '人', 'people');
const words = orNull(maybeParagraphs(4000));

/** Help that names the condition of the entry conditions, 一.1, which the field bears on. */
function cited(condition: ConditionNumber, zh: string, en: string): Text {
  return text(`《办法》一.1(${condition})：${zh}`, `Measures 一.1(${condition}): ${en}`);
}

/** Systems of condition (4): each is documented or not. */
const systems = z.strictObject({
  management: titled(z.boolean(), '有完善的管理制度', 'Has a management system'),
  serviceFlow: titled(z.boolean(), '有规范的服务流程', 'Has a service flow'),
  fees: titled(z.boolean(), '有合理的收费标准', 'Has reasonable fees'),
  qualityAssurance: titled(z.boolean(), '有服务质量保证措施', 'Has a service-quality guarantee'),
});

const penalty = titled(
  z.strictObject({
    decidedOn: titled(day, '处罚决定日期', 'Day of the decision'),
    rectified: titled(z.boolean(), '已整改', 'Rectified'),
  }),
  '行政处罚',
  'Administrative penalty',
);

const award = titled(
  z.strictObject({
    level: titled(choice(awardLevelTitles), '级别', 'Level'),
    name: titled(line(200), '名称', 'Name'),
  }),
  '认定或者表彰',
  'Recognition',
);

export const applicationFigures = z.strictObject({
  orgType: titled(choice(orgTypeTitles), '机构类型', 'Kind of organisation'),
  legalPerson: titled(
    z.boolean(),
    '具有独立法人资格',
    'Independent legal person',
    cited(1, '律师事务所除外。', 'all but law firms must be one.'),
  ),
  hasQualification: titled(
    z.boolean(),
    '具有从事相关服务的资质',
    'Qualification for the services',
    cited(1, '是否有资质以上传的资质文件为准。', 'whether there is one follows from the uploaded files.'),
  ),
  abilityText: titled(
    words,
    '从事相关服务的能力',
    'Ability for the services',
    cited(1, '没有资质的，自述服务能力。', 'own account of the ability, in place of a qualification.'),
  ),
  establishedOn: titled(
    day,
    '成立日期',
    'Day of establishment',
    text(
      '见营业执照；一.1(1) 的运营年限由此起算。',
      'As on the licence; the years in operation of 一.1(1) count from it.',
    ),
  ),
  registeredCapital: titled(money, '注册资本', 'Registered capital', cited(1, '单位：元。', 'in RMB yuan.')),
  revenue: titled(
    money,
    '年营收',
    'Annual revenue',
    cited(1, '最近一个会计年度的营收，单位：元。', 'revenue of the fiscal year, in RMB yuan.'),
  ),
  netProfit: titled(
    inYuan(z.number().min(-1e13).max(1e13)),
    '净利润',
    'Net profit',
    text(
      '最近一个会计年度的净利润，单位：元；亏损填负数。',
      'Net profit of the fiscal year, in RMB yuan; negative for a loss.',
    ),
  ),
  fiscalYear: titled(
    z.int().min(2000).max(2100),
    '会计年度',
    'Fiscal year',
    text(
      '最近一个完整的会计年度，上列年度数据均为该年度的。',
      'The most recent complete one; the yearly figures are those of it.',
    ),
  ),
  smesServed: titled(
    firms,
    '年服务中小企业数',
    'SMEs served a year',
    text('该会计年度服务的中小企业，每家计一次。', 'SMEs served in the fiscal year, each counted once.'),
  ),
  enterprisesServed: titled(
    firms,
    '年服务企业数',
    'Enterprises served a year',
    cited(3, '该会计年度服务的企业，每家计一次。', 'enterprises served in the fiscal year, each counted once.'),
  ),
  fullTimeStaff: titled(people, '专职人员', 'Full-time staff', cited(2, '专职人员总数。', 'all full-time staff.')),
  degreeOnly: titled(
    people,
    '大专以上学历人员',
    'Staff with a junior-college degree',
    cited(
      2,
      '专职人员中有大专以上学历、没有中级以上职称的。',
      'full-time staff with a junior-college degree or above and no intermediate title.',
    ),
  ),
  titleOnly: titled(
    people,
    '中级以上职称人员',
    'Staff with an intermediate title',
    cited(
      2,
      '专职人员中有中级以上职称、没有大专以上学历的。',
      'full-time staff with an intermediate title or above and no degree.',
    ),
  ),
  degreeAndTitle: titled(
    people,
    '学历、职称兼有的人员',
    'Staff with both',
    cited(2, '两者兼有的专职人员，每人只计一次。', 'full-time staff with both; each person counts once.'),
  ),
  area: titled(
    inUnit(z.number().min(0).max(10_000_000), '平方米', 'm²'),
    '经营场所面积',
    'Area of the premises',
    cited(2, '经营场所的面积。', 'area of the place of business.'),
  ),
  fixedPremises: titled(
    z.boolean(),
    '有固定的经营场所',
    'Fixed place of business',
    cited(2, '经营场所固定。', 'the premises are a fixed place of business.'),
  ),
  equipment: titled(
    paragraphs(4000, bilingual('请填写服务设施、仪器设备。', 'Describe the facilities, instruments and equipment')),
    '服务设施、仪器设备',
    'Service facilities and equipment',
    cited(2, '列明主要的设施和设备。', 'the main facilities, instruments and equipment.'),
  ),
  discountPolicy: titled(
    words,
    '小微企业收费优惠',
    'Discounts for micro and small enterprises',
    cited(3, '对小微企业的收费优惠办法。', 'how micro and small enterprises pay less.'),
  ),
  systems: titled(
    systems,
    '管理制度与服务规范',
    'Systems',
    cited(4, '有书面文件的请勾选。', 'each that is documented.'),
  ),
  penalties: titled(
    z.array(penalty).max(100),
    '行政处罚',
    'Administrative penalties',
    cited(5, '受过的行政处罚，没有的不填。', 'penalties received; leave it empty if there are none.'),
  ),
  underInvestigation: titled(
    z.boolean(),
    '正在协助案件调查',
    'Assisting in an investigation',
    cited(5, '目前是否正在协助有关机关调查。', 'whether it assists an authority in an investigation now.'),
  ),
  goodFaith: titled(
    z.boolean(),
    '承诺诚信经营',
    'Good faith',
    cited(5, '申请机构自行声明。', 'declared by the applicant.'),
  ),
  contribution: titled(
    words,
    '对中小企业服务工作的贡献',
    'Contribution to SME services',
    text(
      '《办法》一.2：申请试运行途径的须说明。',
      'Measures 一.2: contribution to the services of SME departments, needed on the trial route.',
    ),
  ),
  awards: titled(
    z.array(award).max(100),
    '政府部门的认定、表彰',
    'Recognitions by government departments',
    text(
      '区级以上政府部门给予的，可优先受理。',
      'By a department of a district or above; they give priority in the queue.',
    ),
  ),
});
