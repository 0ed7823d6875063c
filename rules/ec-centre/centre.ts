/** What a centre is and should have (EC-CENTRE-01 to 06): class, findings, names. The standard recommends; nothing here bars anybody (08.6). */
import { text, type Text } from '../text.ts';
import type { EcCentreValues } from './config.ts';

export const levels = {
  CITY: text('市级', 'city level'),
  COUNTY: text('县（市、区）级', 'county level'),
} as const;
export type Level = keyof typeof levels;

export const centreClasses = {
  A: text('A类', 'class A'),
  B: text('B类', 'class B'),
  C: text('C类', 'class C'),
} as const;
export type CentreClass = keyof typeof centreClasses;

/** Who may run a centre (EC-CENTRE-02.1). */
export const operatorTypes = {
  ASSOCIATION: text('电子商务行业组织', 'e-commerce industry organisation'),
  COMPANY: text('电子商务服务企业', 'e-commerce service company'),
  INSTITUTION: text('商务部门下属事业单位', 'institution under the commerce department'),
  JOINT: text('多方合作建设', 'several together'),
} as const;
export type OperatorType = keyof typeof operatorTypes;

/** The three systems (EC-CENTRE-04.1). */
export const systems = {
  MANAGEMENT: text('中心内部管理制度', 'internal management system'),
  ENTRY_AND_EXIT: text('服务商准入退出机制', 'entry and exit of providers'),
  FEEDBACK: text('服务反馈和监督机制', 'feedback and supervision'),
} as const;
export type System = keyof typeof systems;

/** What belongs to the premises (EC-CENTRE-02.2). */
export const premises = {
  OFFICE: text('固定办公场所', 'fixed office'),
  MEETING_ROOM: text('会议室', 'meeting room'),
  TRAINING_ROOM: text('培训教室', 'training room'),
  EQUIPMENT: text('办公、网络、多媒体设备', 'office, network and multimedia equipment'),
} as const;
export type Premises = keyof typeof premises;

/** Where liaison points are set up (EC-CENTRE-05.1). */
export const placeKinds = {
  TOWN: text('乡镇', 'town'),
  SUB_DISTRICT: text('街道', 'sub-district'),
  INDUSTRIAL_PARK: text('工业园区', 'industrial park'),
  MARKET: text('专业市场', 'specialised market'),
  E_COMMERCE_BASE: text('电子商务产业基地', 'e-commerce base'),
  OTHER: text('其他', 'other'),
} as const;
export type PlaceKind = keyof typeof placeKinds;

/** What is looked at on a photo of the sign; annex A with the logo is not in the file (EC-CENTRE-06.3). */
export const signChecks = {
  TOP_LEFT: text('标识位于标识牌左上角', 'the logo stands at the top left'),
  PROMINENT: text('标识置于显著位置，便于识别', 'it is prominent'),
  IN_PROPORTION: text('按比例放大或缩小', 'it is scaled in proportion'),
  UNCHANGED: text('图形和颜色未改动', 'graphic and colour are unchanged'),
} as const;
export type SignCheck = keyof typeof signChecks;

/** What bears the unified sign (EC-CENTRE-06.4). */
export const carriers = {
  LIGHT_BOX: text('灯箱', 'light boxes'),
  PLATE: text('标牌', 'plates'),
  BOARD: text('宣传栏', 'boards'),
  PRINT: text('印刷资料', 'print'),
  OFFICE_GOODS: text('办公用品', 'office goods'),
  WEB_PAGE: text('网页', 'web pages'),
  ACTIVITY: text('活动', 'activities'),
} as const;
export type Carrier = keyof typeof carriers;

/** What a centre tells of itself. */
export interface CentreData {
  readonly level: Level;
  /** Municipal districts that it serves. */
  readonly districts: number;
  /** Municipal districts that its city has; without any, `ec.classB` says the class. */
  readonly cityHasDistricts: boolean;
  readonly staff: number;
  readonly operator: OperatorType;
  readonly premises: readonly Premises[];
  /** Whether organisation, management and duties are laid down (EC-CENTRE-02.3). */
  readonly duties: boolean;
  readonly systems: readonly System[];
}

/** The class that follows from the data (EC-CENTRE-01.1 to 01.3, A-97). */
export function classOf(
  { level, districts, cityHasDistricts }: Pick<CentreData, 'level' | 'districts' | 'cityHasDistricts'>,
  rules: Pick<EcCentreValues, 'ec.classADistricts' | 'ec.classB'>,
): CentreClass {
  if (level === 'COUNTY') return 'C';
  if (districts >= rules['ec.classADistricts']) return 'A';
  return districts === 0 && !cityHasDistricts ? rules['ec.classB'] : 'B';
}

export const findingItems = {
  STAFF: text('专职工作人员', 'full-time staff'),
  POINT_STAFF: text('联络点人员', 'staff of liaison points'),
  PREMISES: text('办公场所与设施', 'premises and equipment'),
  ORGANISATION: text('组织框架和职责', 'organisation and duties'),
  SYSTEMS: text('三项管理制度', 'the three systems'),
} as const;
export type FindingItem = keyof typeof findingItems;

/** What the data show of an item: a finding, and no bar (EC-CENTRE-08.6). */
export interface Finding {
  readonly item: FindingItem;
  readonly result: 'MET' | 'NOT_MET';
  readonly requirement: string;
  readonly words: Text;
}

/** A liaison point as far as findings go. */
export interface PointStaff {
  readonly name: string;
  readonly status: 'PLANNED' | 'OPEN' | 'CLOSED';
  readonly staff: number;
}

type StaffRules = Pick<
  EcCentreValues,
  'ec.classADistricts' | 'ec.classB' | 'ec.staffA' | 'ec.staffB' | 'ec.staffC' | 'ec.staffPoint'
>;

/** What is and is not as the standard has it. */
export function findingsOf(data: CentreData, points: readonly PointStaff[], rules: StaffRules): readonly Finding[] {
  const needed = rules[`ec.staff${classOf(data, rules)}` as const];
  const empty = points.filter(({ status, staff }) => status === 'OPEN' && staff < rules['ec.staffPoint']);
  const noRoom = missingOf(premises, data.premises);
  const noSystem = missingOf(systems, data.systems);
  return [
    finding(
      'STAFF',
      '01.4',
      data.staff >= needed,
      text(`${data.staff} 人，至少 ${needed} 人`, `${data.staff}, at least ${needed}`),
    ),
    finding(
      'POINT_STAFF',
      '01.5',
      empty.length === 0,
      empty.length === 0
        ? text('均有人员', 'each has somebody')
        : text(
            `没有人员：${empty.map(({ name }) => name).join('、')}`,
            `nobody at: ${empty.map(({ name }) => name).join(', ')}`,
          ),
    ),
    finding('PREMISES', '02.2', noRoom.length === 0, lacking(noRoom)),
    finding(
      'ORGANISATION',
      '02.3',
      data.duties,
      data.duties ? text('已确定', 'laid down') : text('未确定职责', 'no duties are laid down'),
    ),
    finding('SYSTEMS', '04.1', noSystem.length === 0, lacking(noSystem)),
  ];
}

function finding(item: FindingItem, requirement: string, isMet: boolean, words: Text): Finding {
  return { item, result: isMet ? 'MET' : 'NOT_MET', requirement: `EC-CENTRE-${requirement}`, words };
}

function missingOf<K extends string>(all: Readonly<Record<K, Text>>, there: readonly K[]): readonly Text[] {
  return (Object.keys(all) as K[]).filter((key) => !there.includes(key)).map((key) => all[key]);
}

function lacking(missing: readonly Text[]): Text {
  if (missing.length === 0) return text('齐全', 'all there');
  return text(`缺：${missing.map(({ zh }) => zh).join('、')}`, `missing: ${missing.map(({ en }) => en).join(', ')}`);
}

const CENTRE = '电子商务公共服务中心';
const centreForm = new RegExp(`^\\p{Script=Han}{1,20}[市县区]${CENTRE}$`, 'u');

/** Whether a name has the form XX市(县、区)电子商务公共服务中心 (EC-CENTRE-06.1). */
export function isCentreName(name: string): boolean {
  return centreForm.test(name);
}

/** Whether a name is that of a liaison point of this centre: its name + XX联络点 (EC-CENTRE-06.2). */
export function isPointName(name: string, centre: string): boolean {
  return (
    name.startsWith(centre) && /^\p{Script=Han}[\p{Script=Han}\dA-Za-z]{0,30}联络点$/u.test(name.slice(centre.length))
  );
}

/** How a centre stands in the register. */
export const centreStatuses = { REGISTERED: text('已登记', 'Registered'), LEFT: text('已退出', 'Left') } as const;

/** How a liaison point stands in the register (EC-CENTRE-05). */
export const pointStatuses = {
  PLANNED: text('拟设', 'Planned'),
  OPEN: text('已开设', 'Open'),
  CLOSED: text('已撤销', 'Closed'),
} as const;
