/** What an institution files for its entry as input schemas: the self-evaluation report, what it declares beside it, and the materials. Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { identityNumberOf, isIdentityNumber } from '../../../rules/parties/identity-number.ts';
import { categories } from '../../../rules/sh-eval/categories.ts';
import {
  frequencyTitles,
  honourTitles,
  natureTitles,
  recognitionTitles,
  soundnessTitles,
  systemTitles,
  type AssessmentFiling,
  type EntryDeclaration,
  type SelfEvaluationReport,
} from '../../../rules/sh-eval/form.ts';
import { text, type Text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { day } from '../../engine/input.ts';
import { inUnit, inYuan, orNull, titled, titledBy } from '../../engine/titled.ts';
import { creditCode, email, line, maybeLine, maybeParagraphs, nameLine, telephone } from '../../engine/typed.ts';
import { entryMaterials } from './materials-schema.ts';

const money = inYuan(z.number().min(0).max(1e13).multipleOf(0.01));
const count = z.int().min(0).max(10_000_000);
const people = inUnit(count, '人', 'people');
const firms = inUnit(count, '家', 'enterprises');
const cases = inUnit(count, '项次', 'services');
/** Whether somebody was born before the filing is held by the rules of the day; here a number must be one at all. */
const LATEST = '2199-12-31';
const maybeWords = orNull(maybeParagraphs(2000)).default(null);

/** A longer text that may come empty: the rules say what is missing, with all else that is (SH-EVAL-12.10). */
const described = maybeParagraphs(4000);

const identityNumber = line(60)
  .overwrite(identityNumberOf)
  .refine(
    (value) => isIdentityNumber(value, LATEST),
    bilingual('应为有效的 18 位公民身份号码。', 'must be an identity number of 18 characters that can exist'),
  );

export const overview = z.strictObject({
  name: titled(nameLine(120), '服务机构名称', 'Name of the institution'),
  creditCode,
  address: titled(line(200), '办公地址', 'Office address'),
  establishedOn: titled(
    day,
    '机构成立时间',
    'Day of establishment',
    text('见登记证书或营业执照。', 'As on the licence.'),
  ),
  recognition: titled(
    choice(recognitionTitles),
    '市级中小企业服务机构资质',
    'Recognition as a municipal SME service institution',
    text('初次申报的机构选“初次申报”。', 'Institutions that enter for the first time choose so (SH-EVAL-12.1).'),
  ),
  firstRecognisedOn: titled(
    orNull(day).default(null),
    '初次获得资质时间',
    'First recognised on',
    text('初次申报的不填。', 'Left empty by first-time applicants.'),
  ),
  legalPerson: titled(
    z.boolean(),
    '当前为独立法人',
    'Independent legal person',
    text('不是独立法人的，须填写主要投资方。', 'If it is none, its main investors are named.'),
  ),
  nature: titled(choice(natureTitles), '单位性质', 'Nature of the institution'),
  registeredCapital: titled(money, '当前注册资本', 'Registered capital', text('单位：元。', 'In RMB yuan.')),
  area: titled(inUnit(z.number().min(0).max(10_000_000), '平方米', 'm²'), '机构办公场地面积', 'Area of the premises'),
  representative: titled(
    z.strictObject({
      name: titled(nameLine(60), '姓名', 'Name'),
      identityNumber: titled(identityNumber, '身份证号', 'Identity number'),
      mobile: titled(telephone, '手机', 'Mobile'),
    }),
    '法定代表人',
    'Legal representative',
  ),
  contact: titled(
    z.strictObject({
      name: titled(nameLine(60), '姓名', 'Name'),
      mobile: titled(telephone, '手机', 'Mobile'),
      email,
      officePhone: titled(orNull(telephone).default(null), '办公电话', 'Office telephone'),
      fax: titled(orNull(telephone).default(null), '传真', 'Fax'),
    }),
    '联系人',
    'Person to contact',
  ),
  storeName: titled(
    orNull(maybeLine(120)).default(null),
    '服务云店铺名称',
    'Store on the Enterprise Service Cloud',
    text(
      '没有店铺的不填；服务成效以店铺年度积分为重要指标。',
      'Left empty if there is none; its points of the year weigh in service effectiveness.',
    ),
  ),
  category: titled(
    choice(
      categories,
      bilingual(
        '请选择一个主营服务类别，每个机构限报一类。',
        'choose one main category; each institution enters under one',
      ),
    ),
    '服务类别',
    'Service category',
    text(
      '按主营服务限报一类，提交前可改。',
      'One only, that of the main services; it can be changed until submission.',
    ),
  ),
  introduction: titled(
    maybeParagraphs(4000),
    '机构简介',
    'Introduction',
    text('300字以内。', 'At most 300 characters (SH-EVAL-12.2).'),
  ),
  spending: titled(
    money,
    '年度服务中小企业的总支出',
    'Total spending of the year on SME services',
    text('单位：元。', 'In RMB yuan.'),
  ),
  benefitSpending: titled(
    money,
    '其中，公益性的支出',
    'Of which public benefit',
    text(
      '按市场价或公司收费标准应收的费用减去实际收取的费用，单位：元。',
      'Fees by market price or own standard less what was charged, in RMB yuan.',
    ),
  ),
  servedYearBefore: titled(firms, '上年度服务中小企业数量', 'SMEs served in the year before'),
  servedThisYear: titled(firms, '本年度服务中小企业数量', 'SMEs served in the year'),
  totalStaff: titled(people, '机构总人数', 'Total staff'),
  fullTimeStaff: titled(people, '其中，中小企业服务专职人员数量', 'Of which full-time staff for SME services'),
  equipmentCount: titled(inUnit(count, '台（套）', 'sets'), '仪器、设备数量', 'Instruments and equipment'),
  professionals: titled(
    people,
    '大专及以上学历或中级及以上技术职称专职人数',
    'Full-time staff with a degree or a title',
    text('学历与职称不重复计数。', 'Each person counts once.'),
  ),
  investors: titled(
    z
      .array(
        titled(
          z.strictObject({
            name: titled(nameLine(120), '名称', 'Name'),
            nature: titled(line(60), '性质', 'Nature'),
            share: titled(inUnit(z.number().min(0).max(100).multipleOf(0.01), '%', '%'), '投资比例', 'Share'),
          }),
          '投资方',
          'Investor',
        ),
      )
      .max(50)
      .default([]),
    '主要投资方',
    'Main investors',
    text('非独立法人须填写。', 'Needed if the institution is no independent legal person (SH-EVAL-12.3).'),
  ),
});

const recipients = titled(line(200), '实际服务对象', 'Recipients');
const number = titled(count, '服务对象数量', 'Number of recipients');

const dailyService = titled(
  z.strictObject({
    content: titled(line(300), '日常服务内容', 'Content'),
    times: titled(inUnit(z.int().min(1).max(10_000), '次', 'times'), '完成频次', 'Frequency'),
    per: titled(choice(frequencyTitles), '频次单位', 'Per'),
    recipients,
    number,
  }),
  '日常服务',
  'Daily service',
);

const activity = titled(
  z.strictObject({
    content: titled(line(300), '重点活动内容', 'Content'),
    mode: titled(line(100), '活动模式', 'Mode'),
    heldOn: titled(day, '实际完成日期', 'Day on which it was held'),
    place: titled(line(200), '活动地点', 'Place'),
    recipients,
    number,
  }),
  '重点活动',
  'Key activity',
);

export const honour = titled(
  z.strictObject({
    kind: titled(choice(honourTitles), '荣誉、资质、能力', 'Honour or ability'),
    name: titled(line(200), '名称', 'Name'),
    obtainedOn: titled(
      day,
      '取得时间',
      'Obtained on',
      text('合作和项目为开始日期。', 'Of a cooperation or a project its first day.'),
    ),
    until: titled(
      orNull(day).default(null),
      '项目结束日期',
      'Project ended on',
      text('仅重大合作项目填写，仍在进行的不填。', 'Of a major cooperation project alone; empty while it runs.'),
    ),
    effect: titled(
      maybeWords,
      '社会效益和影响力',
      'Effect on society',
      text('重大合作项目须填写。', 'Needed for a major cooperation project.'),
    ),
    issuer: titled(line(200), '颁发、认定或合作机构', 'Issuer or partner'),
  }),
  '荣誉、资质、能力',
  'Honour or ability',
);

const member = titled(
  z.strictObject({
    department: titled(line(100), '部门名称', 'Department'),
    name: titled(nameLine(60), '团队人员', 'Name'),
    post: titled(line(60), '职务', 'Post'),
    education: titled(line(60), '学历', 'Education'),
    title: titled(orNull(maybeLine(60)).default(null), '职称', 'Professional title'),
    duty: titled(line(300), '职责分工', 'Duty'),
  }),
  '团队人员',
  'Member of the team',
);

const systems = z.strictObject({
  certified: titled(z.boolean(), '通过管理体系认证', 'Certified management system'),
  named: titled(
    z.strictObject(everyKey(systemTitles, (title) => titledBy(orNull(maybeParagraphs(500)).default(null), title))),
    '制度的具体名称',
    'Names of the systems',
    text('通过认证的可不填。', 'May be left empty if certified.'),
  ),
});

const amounts = {
  total: titled(money, '服务总支出', 'Total'),
  personnel: titled(money, '人员费用', 'Personnel cost'),
  equipment: titled(money, '软硬件投入费用', 'Hardware and software cost'),
};

const spending = z.strictObject(amounts);

const spendingRow = titled(
  z.strictObject({
    service: titled(line(300), '服务类型', 'Service'),
    ...amounts,
    note: titled(orNull(maybeLine(300)).default(null), '备注', 'Note'),
  }),
  '支出项目',
  'Item of spending',
);

const group = z.strictObject({
  rows: titled(z.array(spendingRow).max(100), '支出项目', 'Items of spending'),
  subtotal: titled(spending, '小计', 'Subtotal'),
});

/** The self-evaluation report of annex 3 (table 4.11). What its fields have to do with one another is held by the rules, `checkReport`. */
export const selfEvaluationReport = z.strictObject({
  personInCharge: titled(nameLine(60), '机构负责人', 'Person in charge'),
  filledOn: titled(day, '填写日期', 'Date of the report'),
  overview: titled(overview, '一、服务机构概述', 'Part 1: overview of the institution'),
  daily: titled(z.array(dailyService).max(100), '二、日常服务', 'Part 2: daily services'),
  activities: titled(z.array(activity).max(200), '二、重点活动', 'Part 2: key activities'),
  honours: titled(
    z.array(honour).max(200),
    '三（一）荣誉、社会影响力和组织能力',
    'Part 3 (1): honours, influence and abilities',
    text(
      '荣誉、专利、软件著作权和专项资金限最近三年；重大合作项目限当年进行。',
      'Honours, patents, copyrights and funds of the last three years; major cooperation projects that run in the year.',
    ),
  ),
  team: titled(z.array(member).max(500), '三（二）组织结构', 'Part 3 (2): organisation'),
  systems: titled(systems, '三（三）服务制度', 'Part 3 (3): systems'),
  finance: titled(
    z.strictObject({
      daily: titled(group, '日常服务支出', 'Daily services'),
      activities: titled(group, '重点活动支出', 'Key activities'),
      total: titled(spending, '合计', 'Total'),
    }),
    '三（四）财务状况',
    'Part 3 (4): finance',
    text('单位：元；小计和合计须与各项相符。', 'In RMB yuan; subtotals and total must add up.'),
  ),
  plan: titled(
    z.strictObject({
      nearTerm: titled(described, '近期计划', 'Near-term plan'),
      longTerm: titled(described, '远期计划', 'Long-term plan'),
      economicBenefit: titled(described, '经济效益', 'Economic benefit'),
      socialBenefit: titled(described, '社会效益', 'Social benefit'),
    }),
    '四、服务成效及规划',
    'Part 4: results and plan',
  ),
}) satisfies z.ZodType<SelfEvaluationReport>;

/** What the entry conditions ask and the report does not say (table 4.6). */
export const entryDeclaration = z.strictObject({
  hasQualification: titled(z.boolean(), '有从事相关服务的资质', 'Qualification for the services'),
  abilityText: titled(
    maybeWords,
    '从事相关服务的能力',
    'Ability for the services',
    text('没有资质的，自述服务能力。', 'Own account of the ability, in place of a qualification.'),
  ),
  fixedPremises: titled(z.boolean(), '有固定的经营服务场所', 'Fixed premises'),
  discountPolicy: titled(maybeWords, '对小微企业的收费优惠规定', 'Discount rules for small and micro enterprises'),
  services: titled(cases, '年度总服务量', 'Services of the year'),
  benefitServices: titled(cases, '其中，公益性或低收费服务', 'Of which public benefit or low fee'),
  standardFees: titled(
    money,
    '公益性服务按标准应收的费用',
    'Fees by standard of the public-benefit services',
    text('按市场价或公司收费标准，单位：元。', 'By market price or own fee standard, in RMB yuan.'),
  ),
  chargedFees: titled(money, '公益性服务实际收取的费用', 'Fees charged for them', text('单位：元。', 'In RMB yuan.')),
  soundness: titled(
    z.strictObject(everyKey(soundnessTitles, (title) => titledBy(z.boolean(), title))),
    '管理制度与服务规范',
    'Systems and plans',
    text('有书面文件的请勾选。', 'Each that is documented.'),
  ),
  penalties: titled(
    z
      .array(titled(day, '处罚决定日期', 'Day of the decision'))
      .max(100)
      .default([]),
    '受过的行政处罚',
    'Administrative penalties',
    text('不论是否已整改；没有的不填。', 'Rectified or not; empty if there are none.'),
  ),
  underInvestigation: titled(z.boolean(), '正在协助接受案件调查', 'Assisting in a case investigation'),
}) satisfies z.ZodType<EntryDeclaration>;

/** A whole filing (SH-EVAL-05.1). */
export const assessmentFiling = z.strictObject({
  report: titled(selfEvaluationReport, '自评报告', 'Self-evaluation report'),
  declaration: titled(entryDeclaration, '参评条件', 'Entry conditions'),
  materials: titled(entryMaterials, '测评材料', 'Materials'),
}) satisfies z.ZodType<AssessmentFiling>;

function everyKey<K extends string, S extends z.ZodType>(titles: Readonly<Record<K, Text>>, field: (title: Text) => S) {
  return Object.fromEntries((Object.keys(titles) as K[]).map((key) => [key, field(titles[key])])) as Record<K, S>;
}
