import { checkDigit } from '../parties/credit-code.ts';
import type { AssessmentFiling, EntryDeclaration, Honour, Overview, SelfEvaluationReport } from './form.ts';
import { paperCheckKeys, type PaperCheck } from './formats.ts';
import type { FiledMaterials } from './materials.ts';

/** So many different enterprises as a list is pasted: name and credit code, one a line; for tests. */
export function servedList(count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const body = `91310115MA1K${String(10_000 + index)}`;
    return `上海被服务企业${index + 1}有限公司\t${body}${checkDigit(body)}`;
  }).join('\n');
}

/** A project that runs in 2020; for tests. */
export function project(changes: Partial<Honour> = {}): Honour {
  return {
    kind: 'PROJECT',
    name: '协助筹办人工智能大会',
    obtainedOn: '2020-03-01',
    until: '2020-07-31',
    effect: '服务参会企业五百余家',
    issuer: '上海市经济和信息化委员会',
    ...changes,
  };
}

/** The ticks of who received a paper set that is in order; for tests. */
export const paperInOrder = Object.fromEntries(paperCheckKeys.map((check) => [check, true])) as Record<
  PaperCheck,
  true
>;

export interface FilingChanges {
  readonly overview?: Partial<Overview>;
  readonly report?: Partial<SelfEvaluationReport>;
  readonly declaration?: Partial<EntryDeclaration>;
  readonly materials?: Partial<FiledMaterials>;
}

/** A filing of a recognised company for 2020 that lacks nothing, with some of it set otherwise; for tests. */
export function filing({ overview, report, declaration, materials }: FilingChanges = {}): AssessmentFiling {
  return {
    report: {
      personInCharge: '周明',
      filledOn: '2020-12-01',
      overview: {
        name: '上海启明企业服务有限公司',
        creditCode: '91310115MA1K3AB128',
        address: '上海市徐汇区漕溪北路 88 号 12 楼',
        establishedOn: '2015-03-15',
        recognition: 'RECOGNISED',
        firstRecognisedOn: '2017-06-01',
        legalPerson: true,
        nature: 'COMPANY',
        registeredCapital: 2_000_000,
        area: 320,
        representative: { name: '周明', identityNumber: '310104198001011239', mobile: '13800000001' },
        contact: {
          name: '李静',
          mobile: '13800000002',
          email: 'li.jing@qiming.example',
          officePhone: '021-54669777',
          fax: null,
        },
        storeName: '启明企业服务',
        category: 'TECH_INNOVATION',
        introduction: '专注于中小企业技术创新与知识产权服务。',
        spending: 800_000,
        benefitSpending: 150_000,
        servedYearBefore: 180,
        servedThisYear: 210,
        totalStaff: 36,
        fullTimeStaff: 20,
        equipmentCount: 42,
        professionals: 17,
        investors: [],
        ...overview,
      },
      daily: [{ content: '技术咨询', times: 3, per: 'WEEK', recipients: '中小企业技术负责人', number: 120 }],
      activities: [
        {
          content: '复工复产政策宣讲',
          mode: '线上直播',
          heldOn: '2020-04-10',
          place: '服务云直播间',
          recipients: '徐汇区中小企业',
          number: 300,
        },
      ],
      honours: [
        {
          kind: 'MUNICIPAL',
          name: '上海市优秀中小企业服务机构',
          obtainedOn: '2019-05-20',
          until: null,
          effect: null,
          issuer: '上海市经济和信息化委员会',
        },
        project(),
      ],
      team: [
        {
          department: '企业服务部',
          name: '李静',
          post: '部长',
          education: '硕士',
          title: '高级工程师',
          duty: '统筹企业服务',
        },
      ],
      systems: {
        certified: false,
        named: {
          service: '服务管理办法',
          finance: '财务管理制度',
          personnel: '人事管理制度',
          quality: '服务质量控制规程',
          fees: '服务收费标准',
          complaints: '投诉处理办法',
          other: null,
        },
      },
      finance: {
        daily: {
          rows: [{ service: '技术咨询', total: 500_000, personnel: 350_000, equipment: 150_000, note: null }],
          subtotal: { total: 500_000, personnel: 350_000, equipment: 150_000 },
        },
        activities: {
          rows: [
            {
              service: '复工复产政策宣讲',
              total: 300_000,
              personnel: 200_000.5,
              equipment: 99_999.5,
              note: '含直播平台',
            },
          ],
          subtotal: { total: 300_000, personnel: 200_000.5, equipment: 99_999.5 },
        },
        total: { total: 800_000, personnel: 550_000.5, equipment: 249_999.5 },
      },
      plan: {
        nearTerm: '2021 年新增两条技术服务线。',
        longTerm: '三年内覆盖长三角中小企业。',
        economicBenefit: '为企业减免费用 15 万元。',
        socialBenefit: '协助企业复工复产。',
      },
      ...report,
    },
    declaration: {
      hasQualification: true,
      abilityText: null,
      fixedPremises: true,
      discountPolicy: '小微企业服务费八折',
      services: 300,
      benefitServices: 60,
      standardFees: 400_000,
      chargedFees: 250_000,
      soundness: {
        management: true,
        serviceFlow: true,
        fees: true,
        qualityAssurance: true,
        servicePlan: true,
        yearlyGoals: true,
      },
      penalties: [],
      underInvestigation: false,
      ...declaration,
    },
    materials: {
      report: { pdf: 'f-pdf', word: 'f-word', sealing: 'E_SEAL' },
      licence: ['f-licence'],
      honours: ['f-honour'],
      recognition: ['f-recognition'],
      fees: ['f-fees'],
      feeExplanation: [],
      premises: ['f-lease'],
      staff: { slips: ['f-slip'], copies: Array.from({ length: 14 }, (_, index) => `f-copy-${index + 1}`), people: 14 },
      equipment: ['f-equipment'],
      projects: ['f-project'],
      agreements: [
        { partner: '上海理工大学', from: '2019-01-01', until: '2021-12-31', fileIds: ['f-agreement-1'] },
        { partner: '上海市软件行业协会', from: '2020-01-01', until: null, fileIds: ['f-agreement-2'] },
        { partner: '上海科技情报所', from: '2018-07-01', until: '2020-12-31', fileIds: ['f-agreement-3'] },
      ],
      accounts: [{ year: 2020, kind: 'STATEMENTS', fileIds: ['f-accounts'] }],
      accountsNote: null,
      served: { list: servedList(50), fileIds: [] },
      commitment: { fileId: 'f-commitment', officialSeal: true, representativeSeal: true },
      certification: [],
      hasBenefitAudit: false,
      benefitAudit: [],
      ...materials,
    },
  };
}
