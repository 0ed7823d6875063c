/**
 * The self-evaluation report of annex 3 as a document: one content, from which the PDF and the Word file are both drawn (SH-EVAL-13.3). It is the form of
 * the notice and in Chinese as the notice is. Amounts are filed in yuan and printed in 万元, as the form has them.
 */
import type { ReportPage, ReportPiece } from '../../../activities/letters/sheet-setter.ts';
import { categories, categoriesOnForm } from '../../../rules/sh-eval/categories.ts';
import {
  commitment,
  frequencyTitles,
  honourTitles,
  natureTitles,
  recognitionTitles,
  systemTitles,
  type HonourKind,
  type SelfEvaluationReport,
  type Spending,
  type SpendingGroup,
  type SystemKind,
} from '../../../rules/sh-eval/form.ts';
import { assessedPeriod } from '../../../rules/sh-eval/form-check.ts';
import { materialKeys, materials, type MaterialKey } from '../../../rules/sh-eval/materials.ts';
import { dayInWords, partsOfDay } from '../../../rules/time/index.ts';
import { heading, pageHeading, table } from '../../documents/pieces.ts';

/** What the document is drawn from. */
export interface ReportContent {
  readonly report: SelfEvaluationReport;
  /** The assessed year. */
  readonly year: number;
  /** The lines of the checklist that are filed with it; the others are printed as not filed. */
  readonly filed: readonly MaterialKey[];
}

/** The report as it is printed, part by part. */
export function reportDocument({ report, year, filed }: ReportContent): ReportPage {
  const { from, to } = assessedPeriod(year);
  return {
    title: ['上海市中小企业服务质量第三方测评', '服务机构自评报告'],
    cover: [
      ['测评时间', `${dayInWords(from).zh}至${dayInWords(to).zh}`],
      ['机构名称', `${report.overview.name}（盖章）`],
      ['机构负责人', report.personInCharge],
      ['填写日期', dayInWords(report.filledOn).zh],
    ],
    blocks: [
      ...overview(report, year),
      ...experience(report, year),
      ...operation(report, year),
      ...plan(report),
      ...commitmentPart(),
      ...attachments(filed),
    ],
    footer: report.overview.name,
    date: partsOfDay(report.filledOn),
  };
}

const pairs = (rows: readonly (readonly string[])[]): ReportPiece => ({
  kind: 'table',
  shares: [5, 6, 5, 6],
  head: [],
  rows,
});

function overview({ overview: of }: SelfEvaluationReport, year: number): ReportPiece[] {
  const ticks = categoriesOnForm.map((code) => `${code === of.category ? '■' : '□'}${categories[code].title.zh}`);
  const { representative, contact } = of;
  return [
    heading(1, '一、服务机构概述'),
    pairs([
      ['服务机构名称', of.name, '统一社会信用代码', of.creditCode],
      ['办公地址', of.address, '单位性质', natureTitles[of.nature].zh],
      [
        '机构成立时间',
        of.establishedOn,
        '初次获得市级中小企业服务机构资质时间',
        of.firstRecognisedOn ?? recognitionTitles.FIRST_TIME.zh,
      ],
      ['当前是否为独立法人', yesNo(of.legalPerson), '当前注册资本（万元）', tenThousands(of.registeredCapital)],
      ['机构办公场地面积（平方米）', String(of.area), '服务云店铺名称', of.storeName ?? '无'],
      ['法定代表人姓名', representative.name, '身份证号', representative.identityNumber],
      ['法定代表人手机', representative.mobile, '联系人姓名', contact.name],
      ['联系人手机', contact.mobile, '电子邮箱', contact.email],
      [
        `${year}年度服务中小企业的总支出（万元）`,
        tenThousands(of.spending),
        '其中，公益性的支出（万元）',
        tenThousands(of.benefitSpending),
      ],
      [
        `${year - 1}年度服务中小企业机构数量`,
        String(of.servedYearBefore),
        `${year}年度服务中小企业机构数量`,
        String(of.servedThisYear),
      ],
      ['机构总人数（人）', String(of.totalStaff), '其中，中小企业服务专职人员数量（人）', String(of.fullTimeStaff)],
      [
        '仪器、设备数量台（套）',
        String(of.equipmentCount),
        '大专及以上学历或中级及以上技术职称专职人数',
        String(of.professionals),
      ],
    ]),
    heading(2, '服务类别'),
    { kind: 'paragraph', text: ticks.join('　') },
    heading(2, '机构简介'),
    { kind: 'paragraph', text: of.introduction },
    ...(of.legalPerson
      ? []
      : [
          heading(2, '主要投资方'),
          table(
            [
              ['名称', 10],
              ['性质', 6],
              ['投资比例', 4],
            ],
            of.investors.map(({ name, nature, share }) => [name, nature, `${share}%`]),
          ),
        ]),
    {
      kind: 'note',
      text: '注：公益性支出指为服务中小企业而减免的费用，为按市场价或公司收费标准所需收取的费用减去实际收取的费用。',
    },
  ];
}

function experience({ daily, activities }: SelfEvaluationReport, year: number): ReportPiece[] {
  return [
    heading(1, `二、${year}年度中小企业服务经验`),
    table(
      [
        ['日常服务内容', 10],
        ['完成频次', 5],
        ['实际服务对象', 8],
        ['数量', 3],
      ],
      daily.map(({ content, times, per, recipients, number }) => [
        content,
        `${frequencyTitles[per].zh}${times}次`,
        recipients,
        String(number),
      ]),
    ),
    table(
      [
        ['重点活动内容', 8],
        ['活动模式', 4],
        ['实际完成日期', 5],
        ['活动地点', 6],
        ['实际服务对象', 6],
        ['数量', 3],
      ],
      activities.map(({ content, mode, heldOn, place, recipients, number }) => [
        ...[content, mode, heldOn, place, recipients, String(number)],
      ]),
    ),
  ];
}

function operation({ honours, team, systems, finance }: SelfEvaluationReport, year: number): ReportPiece[] {
  const kinds = Object.keys(honourTitles) as HonourKind[];
  return [
    heading(1, '三、运营管理情况'),
    heading(2, '（一）当年获得的荣誉、机构社会影响力和组织能力情况'),
    table(
      [
        ['荣誉、资质、能力', 6],
        ['名称', 9],
        ['取得时间', 5],
        ['颁发、认定或合作机构', 7],
      ],
      kinds.flatMap((kind) => {
        const rows = honours.filter((honour) => honour.kind === kind);
        if (rows.length === 0) return [[honourTitles[kind].zh, '', '', '']];
        return rows.map(({ name, obtainedOn, until, effect, issuer }) => [
          honourTitles[kind].zh,
          effect === null || effect === '' ? name : `${name}（${effect}）`,
          until === null ? obtainedOn : `${obtainedOn} 至 ${until}`,
          issuer,
        ]);
      }),
    ),
    {
      kind: 'note',
      text: `注：荣誉、专利、软件著作权和专项资金为机构近三年获得；重大合作项目为${year}年当年进行。`,
    },
    heading(2, '（二）组织结构'),
    table(
      [
        ['部门名称', 5],
        ['团队人员', 4],
        ['职务', 4],
        ['学历', 3],
        ['职称', 4],
        ['职责分工', 8],
      ],
      team.map(({ department, name, post, education, title, duty }) => [
        ...[department, name, post, education, title ?? '', duty],
      ]),
    ),
    heading(2, '（三）服务制度情况'),
    table(
      [
        ['制度类别', 5],
        ['具体名称', 12],
      ],
      [
        ['是否通过管理体系认证', yesNo(systems.certified)],
        ...(Object.keys(systemTitles) as SystemKind[]).map((kind) => [
          systemTitles[kind].zh,
          systems.named[kind] ?? '',
        ]),
      ],
    ),
    heading(2, '（四）财务状况描述（单位：万元）'),
    table(
      [
        ['序号', 3],
        ['服务类型', 8],
        ['服务总支出', 5],
        ['人员费用', 5],
        ['软硬件投入费用', 5],
        ['备注', 5],
      ],
      [
        ['（一）', '日常服务内容', '', '', '', ''],
        ...spendingRows(finance.daily),
        ['（二）', '重点活动内容', '', '', '', ''],
        ...spendingRows(finance.activities),
        ['合计', '', ...amounts(finance.total), ''],
      ],
    ),
  ];
}

function spendingRows({ rows, subtotal }: SpendingGroup): string[][] {
  return [
    ...rows.map((row, index) => [String(index + 1), row.service, ...amounts(row), row.note ?? '']),
    ['小计', '', ...amounts(subtotal), ''],
  ];
}

function plan({ plan: of }: SelfEvaluationReport): ReportPiece[] {
  const statements = [
    ['近期计划', of.nearTerm],
    ['远期计划', of.longTerm],
    ['经济效益', of.economicBenefit],
    ['社会效益', of.socialBenefit],
  ] as const;
  return [
    heading(1, '四、服务成效及规划'),
    ...statements.flatMap(([title, text]): ReportPiece[] => [heading(2, title), { kind: 'paragraph', text }]),
  ];
}

/** Word for word, and with nothing filled in: it is signed and sealed on the print (SH-EVAL-12.11). The notice has no part 五. */
function commitmentPart(): ReportPiece[] {
  return [
    pageHeading('六、真实性承诺'),
    heading(2, commitment.title.zh),
    ...commitment.statements.map(({ zh }): ReportPiece => ({ kind: 'paragraph', text: zh })),
    { kind: 'signature', lines: ['法定代表人签字：', '公章：', '年　　月　　日'] },
    { kind: 'note', text: commitment.note.zh },
  ];
}

function attachments(filed: readonly MaterialKey[]): ReportPiece[] {
  const listed = materialKeys.filter((key) => materials[key].attachment !== null);
  return [
    pageHeading('七、所需提供的资料清单'),
    table(
      [
        ['附件序号', 3],
        ['资料清单内容', 14],
        ['是否提供', 3],
      ],
      listed.map((key) => [String(materials[key].attachment), materials[key].title.zh, yesNo(filed.includes(key))]),
    ),
    {
      kind: 'note',
      text: '纸质版 A4 纸双面打印后胶装成册，封面、真实性承诺书加盖公章（真实性承诺书同时需要法人签章），整套材料加盖骑缝章。',
    },
  ];
}

function amounts({ total, personnel, equipment }: Spending): string[] {
  return [total, personnel, equipment].map(tenThousands);
}

/** Yuan in 万元, to the fen. */
function tenThousands(yuan: number): string {
  return String(Math.round(yuan * 100) / 1_000_000);
}

function yesNo(is: boolean): string {
  return is ? '是' : '否';
}
