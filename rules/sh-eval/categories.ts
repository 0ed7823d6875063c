import { text, type Text } from '../text.ts';

/** The codes of the ten categories, in the order of the notice (SH-EVAL-03.1, table 4.7). */
export const categoryCodes = [
  'STARTUP',
  'HUMAN_RESOURCES',
  'FINANCING',
  'MARKET',
  'MANAGEMENT',
  'LEGAL',
  'BUSINESS',
  'IP',
  'TECH_INNOVATION',
  'ASSOCIATION',
] as const;

/** A category by its code: what is stored is the code and never a place in a list (SH-EVAL-03.4). */
export type CategoryCode = (typeof categoryCodes)[number];

/** A category of services. Assessment and ranking are done within it (SH-EVAL-03.2). */
export interface Category {
  /** Its number in the notice, 1 to 10. */
  readonly number: number;
  /** Its place on the form of annex 3, 1 to 10, which has another order (SH-EVAL-03.4). */
  readonly formPosition: number;
  readonly title: Text;
  /** What belongs to it, in brief. */
  readonly content: Text;
}

const formOrder: readonly CategoryCode[] = [
  'STARTUP',
  'TECH_INNOVATION',
  'MARKET',
  'FINANCING',
  'BUSINESS',
  'IP',
  'MANAGEMENT',
  'LEGAL',
  'HUMAN_RESOURCES',
  'ASSOCIATION',
];

const words: Readonly<Record<CategoryCode, readonly [title: Text, content: Text]>> = {
  STARTUP: [
    text('创业服务类', 'Start-up services'),
    text(
      '为创业者和创办三年内的小企业提供辅导、培训、项目策划、政务代理、场地、投融资、咨询和营销',
      'guidance, training, project planning, agency with authorities, premises, finance, advice and marketing for founders and firms in their first three years',
    ),
  ],
  HUMAN_RESOURCES: [
    text('人力资源类', 'Human resources'),
    text(
      '人才供求信息、招聘、测评、人事代理、派遣和培训',
      'talent information, recruitment, testing, personnel agency, dispatch and training',
    ),
  ],
  FINANCING: [
    text('投融资服务类', 'Investment and financing'),
    text(
      '融资信息、投融资推介和对接、信用担保、信用征集与评价',
      'financing information, promotion and matching, guarantee, credit collection and evaluation',
    ),
  ],
  MARKET: [
    text('市场拓展类', 'Market development'),
    text(
      '贸易政策和市场信息、展会论坛、政府采购、展示交流、电子商务',
      'trade policy and market information, fairs and forums, public procurement, exhibitions and e-commerce',
    ),
  ],
  MANAGEMENT: [text('管理咨询类', 'Management consulting'), text('管理咨询和诊断', 'management advice and diagnosis')],
  LEGAL: [
    text('法律服务类', 'Legal services'),
    text('法律顾问、咨询、宣传、维权和援助', 'legal adviser, advice, publicity, protection of rights and legal aid'),
  ],
  BUSINESS: [
    text('商务服务类', 'Business services'),
    text('广告、公关、精准营销', 'advertising, public relations and precision marketing'),
  ],
  IP: [
    text('知识产权类', 'Intellectual property'),
    text(
      '专利、商标、版权、软件和集成电路布图设计的代理、转让、登记、鉴定、测评、认证、咨询、检索',
      'agency, transfer, registration, appraisal, evaluation, certification, advice and search for patents, trademarks, copyright, software and circuit layouts',
    ),
  ],
  TECH_INNOVATION: [
    text('科技创新类', 'Technological innovation'),
    text(
      '工业设计、解决方案、检验检测、技术评价、技术开发和技术转移',
      'industrial design, solutions, testing, technical evaluation, development and transfer',
    ),
  ],
  ASSOCIATION: [
    text('行业协会类', 'Trade associations'),
    text(
      '本市各类行业协会或其他民非组织',
      'trade associations or other private non-enterprise organisations of the city',
    ),
  ],
};

/** The ten categories by code (SH-EVAL-03.1). */
export const categories = Object.fromEntries(
  categoryCodes.map((code, index) => {
    const [title, content] = words[code];
    return [code, { number: index + 1, formPosition: formOrder.indexOf(code) + 1, title, content }];
  }),
) as Readonly<Record<CategoryCode, Category>>;

/** The category at a place on the form of annex 3, counted from 1; null if there is no such place (SH-EVAL-03.4). */
export function categoryAtFormPosition(position: number): CategoryCode | null {
  return formOrder[position - 1] ?? null;
}

/** The ten codes in the order of the form. */
export const categoriesOnForm: readonly CategoryCode[] = formOrder;
