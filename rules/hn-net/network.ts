import { regionCovers } from '../roles.ts';
import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { Permit, Proof } from './provider.ts';

/**
 * Kinds of bodies of the network: the provincial hub, comprehensive windows of cities and counties, industry windows
 * (HN-NET-01.1, 第二条), and the SME departments that supervise them (第二十四条).
 */
export const bodyKinds = ['HUB', 'CITY_COMPREHENSIVE', 'COUNTY_COMPREHENSIVE', 'INDUSTRY', 'DEPARTMENT'] as const;

export type BodyKind = (typeof bodyKinds)[number];

export const kindNames = {
  HUB: text('省枢纽服务平台', 'Hub platform'),
  CITY_COMPREHENSIVE: text('市州综合窗口服务平台', 'City comprehensive window'),
  COUNTY_COMPREHENSIVE: text('县市区综合窗口服务平台', 'County comprehensive window'),
  INDUSTRY: text('产业窗口服务平台', 'Industry window'),
  DEPARTMENT: text('中小企业主管部门', 'SME department'),
} as const satisfies Readonly<Record<BodyKind, Text>>;

/** What the regions of the network are called, by their paths. */
export const regionNames: Readonly<Record<string, Text>> = {
  HN: text('湖南省', 'Hunan'),
  'HN/CHANGSHA': text('长沙市', 'Changsha'),
  'HN/CHANGSHA/FURONG': text('芙蓉区', 'Furong'),
  'HN/CHANGSHA/TIANXIN': text('天心区', 'Tianxin'),
  'HN/CHANGSHA/YUELU': text('岳麓区', 'Yuelu'),
  'HN/CHANGSHA/KAIFU': text('开福区', 'Kaifu'),
  'HN/CHANGSHA/YUHUA': text('雨花区', 'Yuhua'),
  'HN/CHANGSHA/WANGCHENG': text('望城区', 'Wangcheng'),
  'HN/CHANGSHA/CHANGSHAXIAN': text('长沙县', 'Changsha Xian'),
  'HN/CHANGSHA/LIUYANG': text('浏阳市', 'Liuyang'),
  'HN/CHANGSHA/NINGXIANG': text('宁乡市', 'Ningxiang'),
};

/** Id of the hub: what the Measures lay on the trading platform alone is its duty. */
export const HUB = 'hn-hub';

/** One body of the network. */
export interface NetworkBody {
  readonly id: string;
  readonly kind: BodyKind;
  readonly name: Text;
  /** Its mark in the numbers of its cases, e.g. 湘企枢. */
  readonly mark: string;
  /** Region path: province, city, county, e.g. `HN/CHANGSHA/LIUYANG`. */
  readonly region: string;
  /** Id of the body above: of a platform the next higher platform, of a department the next higher department. */
  readonly parent: string | null;
  readonly telephone: string;
  /** The industry of an industry window. */
  readonly industry?: Text;
  /** Who runs the platform, by which papers; the hub shows them on its home page (HN-NET-06.6). */
  readonly operator?: Operator;
}

/** The operator of a platform and its papers. */
export interface Operator {
  readonly name: string;
  readonly creditCode: string;
  readonly licence: Proof;
  readonly permits: readonly Permit[];
}

/** The tree of platforms and the tree of departments in one list. */
export type Network = readonly NetworkBody[];

/** The bodies with which a stack starts; windows that are recognised later stand in the register of windows ({@link networkOf}). */
export const trainingNetwork: Network = [
  {
    id: HUB,
    kind: 'HUB',
    name: text('湖南省中小企业公共服务枢纽平台', 'Hunan SME public service hub platform'),
    mark: '湘企枢',
    region: 'HN',
    parent: null,
    telephone: '96871',
    operator: {
      name: '湖南省中小企业公共服务平台运营中心',
      creditCode: '91430000MA4RTXHN09',
      licence: { fileId: null, link: 'https://www.gsxt.gov.cn/', validUntil: null },
      permits: [
        {
          trade: 'VALUE_ADDED_TELECOM',
          number: '湘B2-20150096',
          fileId: null,
          link: 'https://tsm.miit.gov.cn/',
          validUntil: '2029-12-31',
        },
      ],
    },
  },
  {
    id: 'hn-changsha',
    kind: 'CITY_COMPREHENSIVE',
    name: text('长沙市中小企业综合窗口服务平台', 'Changsha comprehensive window platform'),
    mark: '长企窗',
    region: 'HN/CHANGSHA',
    parent: 'hn-hub',
    telephone: '0731-88000001',
  },
  {
    id: 'hn-liuyang',
    kind: 'COUNTY_COMPREHENSIVE',
    name: text('浏阳市中小企业综合窗口服务平台', 'Liuyang comprehensive window platform'),
    mark: '浏企窗',
    region: 'HN/CHANGSHA/LIUYANG',
    parent: 'hn-changsha',
    telephone: '0731-88000002',
  },
  {
    id: 'hn-changsha-machinery',
    kind: 'INDUSTRY',
    name: text('长沙工程机械产业窗口服务平台', 'Changsha construction machinery industry window platform'),
    mark: '长机窗',
    region: 'HN/CHANGSHA',
    parent: 'hn-changsha',
    telephone: '0731-88000003',
    industry: text('工程机械', 'construction machinery'),
  },
  {
    id: 'hn-dept-province',
    kind: 'DEPARTMENT',
    name: text('湖南省中小企业主管部门', 'Hunan provincial SME department'),
    mark: '湘企主',
    region: 'HN',
    parent: null,
    telephone: '0731-88000011',
  },
  {
    id: 'hn-dept-changsha',
    kind: 'DEPARTMENT',
    name: text('长沙市中小企业主管部门', 'Changsha SME department'),
    mark: '长企主',
    region: 'HN/CHANGSHA',
    parent: 'hn-dept-province',
    telephone: '0731-88000012',
  },
  {
    id: 'hn-dept-liuyang',
    kind: 'DEPARTMENT',
    name: text('浏阳市中小企业主管部门', 'Liuyang SME department'),
    mark: '浏企主',
    region: 'HN/CHANGSHA/LIUYANG',
    parent: 'hn-dept-changsha',
    telephone: '0731-88000013',
  },
];

/** The body with this id; null if the network has none. */
export function bodyOf(id: string, network: Network = trainingNetwork): NetworkBody | null {
  return network.find((body) => body.id === id) ?? null;
}

/** Whether a body is a platform and no department: platforms serve, bring providers in, take complaints and mediate. */
export function isPlatform(body: NetworkBody): boolean {
  return body.kind !== 'DEPARTMENT';
}

/** The platform with this id; null for a department and for an id that the network does not have. */
export function platformOf(id: string, network: Network = trainingNetwork): NetworkBody | null {
  const body = bodyOf(id, network);
  return body !== null && isPlatform(body) ? body : null;
}

/** The body above this one; null for the hub, the provincial department and an unknown id. */
export function parentOf(id: string, network: Network = trainingNetwork): NetworkBody | null {
  const parent = bodyOf(id, network)?.parent ?? null;
  return parent === null ? null : bodyOf(parent, network);
}

/** All windows below a platform, near ones first: those under their unified management (HN-NET-02.2). */
export function windowsBelow(id: string, network: Network = trainingNetwork): NetworkBody[] {
  const below: NetworkBody[] = [];
  let level = [id];
  while (level.length > 0) {
    const next = network.filter(
      (body) => isPlatform(body) && body.parent !== null && level.includes(body.parent) && !below.includes(body),
    );
    below.push(...next);
    level = next.map((body) => body.id);
  }
  return below;
}

/**
 * The platforms that a body guides, dispatches and assesses (HN-NET-02.2): a platform all that stand below it, a department those of its region and of
 * the regions below. A platform knows of itself, too.
 */
export function guidedBy(id: string, network: Network): NetworkBody[] {
  const body = bodyOf(id, network);
  if (body === null) return [];
  if (isPlatform(body)) return [body, ...windowsBelow(id, network)];
  return network.filter((one) => isPlatform(one) && regionCovers(body.region, one.region));
}

/** The SME department of a region: its own, or the nearest one upwards. Null where there is none up to the province. */
export function departmentAt(region: string, network: Network = trainingNetwork): NetworkBody | null {
  for (const path of pathsUpFrom(region)) {
    const department = network.find((body) => body.kind === 'DEPARTMENT' && body.region === path);
    if (department) return department;
  }
  return null;
}

/** The local SME department of a body, by its region (HN-NET-21.3, 25.1); of a department itself. */
export function departmentOf(id: string, network: Network = trainingNetwork): NetworkBody | null {
  const body = bodyOf(id, network);
  if (body === null) return null;
  return body.kind === 'DEPARTMENT' ? body : departmentAt(body.region, network);
}

/**
 * The platform that answers for a provider: the one that brought it in (HN-NET-16.7, 21.2, trap 13), whichever window
 * the consumer uses. If that one has lost its qualification, the next above it that has not (HN-NET-25.2); if it is not
 * known, the hub. `disqualified` holds the ids of windows without qualification.
 * @throws RangeError if the network has no hub.
 */
export function competentPlatform(
  broughtInBy: string | null,
  network: Network = trainingNetwork,
  disqualified: readonly string[] = [],
): NetworkBody {
  let body = broughtInBy === null ? null : platformOf(broughtInBy, network);
  while (body !== null && disqualified.includes(body.id)) body = parentOf(body.id, network);
  const platform = body ?? network.find(({ kind }) => kind === 'HUB');
  if (platform === undefined) throw new RangeError('The network has no hub.');
  return platform;
}

function pathsUpFrom(region: string): string[] {
  const parts = region.split('/');
  return parts.map((_, dropped) => parts.slice(0, parts.length - dropped).join('/'));
}
