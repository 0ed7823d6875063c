/** The checklist of an entry: the union of the 13 materials of the notice and the 11 attachments of the report (SH-EVAL-04.3, A-46). */
import { text, type Text } from '../text.ts';
import type { Day } from '../time/instant.ts';

/** How the seals got onto the PDF of the report: electronically, or by printing, sealing and scanning the whole (SH-EVAL-13.4). */
export const sealingTitles = {
  E_SEAL: text('电子公章', 'Electronic seal'),
  SCAN: text('打印盖章后整份扫描', 'Printed, sealed and scanned as a whole'),
} as const satisfies Readonly<Record<string, Text>>;

export type Sealing = keyof typeof sealingTitles;

export const accountTitles = {
  AUDIT_REPORT: text('审计报告', 'Audit report'),
  STATEMENTS: text('会计（财务）报表', 'Statements'),
} as const satisfies Readonly<Record<string, Text>>;

export type AccountKind = keyof typeof accountTitles;

/** A strategic cooperation agreement; `until` is its last day, null if it has no end. */
export interface Agreement {
  readonly partner: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly fileIds: readonly string[];
}

/** The accounts of a calendar year; those of the assessed year may go to the day of submission. */
export interface Accounts {
  readonly year: number;
  readonly kind: AccountKind;
  readonly fileIds: readonly string[];
}

/** The files of an entry, by what they are: each is uploaded once, whatever numbers it stands under in the two lists. */
export interface FiledMaterials {
  /** The body of the report as PDF and as Word (SH-EVAL-13.3). */
  readonly report: { readonly pdf: string | null; readonly word: string | null; readonly sealing: Sealing | null };
  readonly licence: readonly string[];
  readonly honours: readonly string[];
  readonly recognition: readonly string[];
  readonly fees: readonly string[];
  /** What is filed where there is no fee standard (SH-EVAL-04.9). */
  readonly feeExplanation: readonly string[];
  readonly premises: readonly string[];
  /** Slips that show names, copies of degrees, titles and licences, and how many people the copies are of (SH-EVAL-04.7). */
  readonly staff: { readonly slips: readonly string[]; readonly copies: readonly string[]; readonly people: number };
  readonly equipment: readonly string[];
  readonly projects: readonly string[];
  readonly agreements: readonly Agreement[];
  readonly accounts: readonly Accounts[];
  /** Why there are fewer years of accounts than asked for. */
  readonly accountsNote: string | null;
  /** The list of served enterprises: one a line, name and credit code; and the sealed list as a file, if there is one. */
  readonly served: { readonly list: string; readonly fileIds: readonly string[] };
  readonly commitment: {
    readonly fileId: string | null;
    readonly officialSeal: boolean;
    readonly representativeSeal: boolean;
  };
  readonly certification: readonly string[];
  /** Whether there is a special audit of the public-benefit spending (SH-EVAL-04.10). */
  readonly hasBenefitAudit: boolean;
  readonly benefitAudit: readonly string[];
}

/** A line of the checklist. */
export interface Material {
  /** Its number among the 13 materials of the notice; null if it is none of them. */
  readonly material: number | null;
  /** Its number among the 11 attachments of the report; null if it is none of them. */
  readonly attachment: number | null;
  readonly title: Text;
  /** When it must be filed; what is said here is said to applicants. */
  readonly needed: Text;
  /** A scan, filed as jpg (SH-EVAL-13.5); a document may be a table or a text. */
  readonly form: 'SCAN' | 'DOCUMENT';
}

const always = text('必须提供', 'always');
const ifAny = text('如有则提供', 'if there are any');

type Row = readonly [
  material: number | null,
  attachment: number | null,
  form: Material['form'],
  title: Text,
  needed?: Text,
];

const rows = {
  report: [1, null, 'DOCUMENT', text('自评报告（PDF 和 Word）', 'Self-evaluation report (PDF and Word)')],
  licence: [
    2,
    1,
    'SCAN',
    text(
      '机构登记证书或营业执照（律师事务所为执业许可证）',
      'Registration certificate or licence (of a law firm the practice licence)',
    ),
  ],
  honours: [
    3,
    2,
    'SCAN',
    text(
      '荣誉、资质、专利、软件著作权、专项资金等证明',
      'Honours, qualifications, patents, software copyrights, special funds',
    ),
    ifAny,
  ],
  recognition: [
    4,
    3,
    'SCAN',
    text(
      '中小企业服务机构证明（认定通知、网上公示等）',
      'Proof of being an SME service institution (recognition notice, web notice)',
    ),
    text('已获认定的机构提供，初次申报的不提供', 'of recognised institutions; not of first-time applicants'),
  ],
  fees: [
    5,
    4,
    'SCAN',
    text(
      '企业服务收费标准及对小微企业的优惠政策证明，无收费标准的为说明',
      'Fee standard and proof of discounts for micro and small enterprises, or an explanation if there is no fee standard',
    ),
  ],
  premises: [6, 5, 'SCAN', text('办公场地产权证明或租赁合同', 'Title deed of own premises or lease')],
  staff: [
    7,
    6,
    'SCAN',
    text(
      '专职服务人员社保缴费单及学历、职称、执业资格证书',
      'Social-insurance slips and copies of degrees, titles and licences of full-time staff',
    ),
  ],
  equipment: [8, 7, 'DOCUMENT', text('主要服务仪器设备及软件清单', 'List of main instruments, equipment and software')],
  projects: [9, 8, 'SCAN', text('重大合作项目证明', 'Proof of major cooperation projects'), ifAny],
  agreements: [
    10,
    9,
    'SCAN',
    text('有效期内的服务机构战略合作协议', 'Strategic cooperation agreements in force with service institutions'),
  ],
  accounts: [11, 10, 'SCAN', text('审计报告或会计（财务）报表', 'Audit report or statements')],
  served: [12, null, 'DOCUMENT', text('企业服务清单', 'List of served enterprises')],
  commitment: [
    13,
    null,
    'SCAN',
    text(
      '申报材料真实性承诺书（公章和法人签章）',
      'Truthfulness commitment with official seal and the seal of the legal representative',
    ),
  ],
  certification: [
    null,
    11,
    'SCAN',
    text('管理体系认证证书', 'Certificate of the management system'),
    text('通过认证的提供', 'if the management system is certified'),
  ],
  benefitAudit: [null, 11, 'SCAN', text('公益性支出专项审计报告', 'Special audit of public-benefit spending'), ifAny],
} as const satisfies Readonly<Record<string, Row>>;

/** The key of a line of the checklist. */
export type MaterialKey = keyof typeof rows;

/** The checklist in the order of the notice, then what the report alone lists (SH-EVAL-04.1, 04.2). */
export const materials = Object.fromEntries(
  Object.entries(rows as Readonly<Record<string, Row>>).map(
    ([key, [material, attachment, form, title, needed = always]]) => [
      key,
      { material, attachment, form, title, needed },
    ],
  ),
) as Readonly<Record<MaterialKey, Material>>;

export const materialKeys = Object.keys(rows) as readonly MaterialKey[];

/** The name of an item with both of its numbers: 第5项（附件4）…. */
export function numbered({ material, attachment, title }: Material): Text {
  if (material === null) return text(`附件${attachment}《${title.zh}》`, `attachment ${attachment}, ${title.en}`);
  if (attachment === null) return text(`第${material}项《${title.zh}》`, `item ${material}, ${title.en}`);
  return text(
    `第${material}项（附件${attachment}）《${title.zh}》`,
    `item ${material} (attachment ${attachment}), ${title.en}`,
  );
}
