/** Windows of the network: how one is declared, what its entry in the register holds, and on which grounds it loses its qualification. */
import { inBoth, text, type Text } from '../text.ts';
import { partyId } from '../parties/party.ts';
import { issue, type Issue } from './issue.ts';
import { checkNetwork } from './network-check.ts';
import {
  bodyOf,
  competentPlatform,
  departmentAt,
  isPlatform,
  kindNames,
  parentOf,
  platformOf,
  regionNames,
  trainingNetwork,
  type Network,
  type NetworkBody,
} from './network.ts';

/** The kinds of windows (HN-NET-01.1); the hub is none and is declared by nobody. */
export const windowKinds = {
  CITY_COMPREHENSIVE: kindNames.CITY_COMPREHENSIVE,
  COUNTY_COMPREHENSIVE: kindNames.COUNTY_COMPREHENSIVE,
  INDUSTRY: kindNames.INDUSTRY,
} as const;

export type WindowKind = keyof typeof windowKinds;

/** What the entry of a window can stand at. */
export const windowStatuses = {
  RECOGNISED: text('已认定', 'Recognised'),
  DISQUALIFIED: text('已取消资格', 'Qualification cancelled'),
} as const;

export type WindowStatus = keyof typeof windowStatuses;

/** Why a window loses its qualification: the two grounds of 第二十四条 (HN-NET-25.2). */
export const disqualificationGrounds = {
  DUTIES_NOT_DONE: text('未履行窗口服务平台职责', 'It does not do the duties of a window'),
  NOT_WORKING: text('未发挥窗口服务平台作用', 'It does not work as a window'),
} as const;

export type DisqualificationGround = keyof typeof disqualificationGrounds;

/** A window as it is declared (HN-NET-02.1). */
export interface WindowDeclaration {
  readonly kind: WindowKind;
  readonly name: string;
  /** Its short name in addresses, of letters and digits, e.g. `ningxiang`; its id is that with `hn-` before it. */
  readonly code: string;
  /** Its mark in the numbers of its cases, e.g. 宁企窗. */
  readonly mark: string;
  /** Region path, e.g. `HN/CHANGSHA/NINGXIANG`. */
  readonly region: string;
  /** Id of the platform above it. */
  readonly parent: string;
  /** The industry of an industry window. */
  readonly industry: string | null;
  readonly telephone: string;
}

/** What the entry of a window holds beside its status and days: the body of the network that it is. */
export interface WindowEntryData {
  readonly window: Omit<NetworkBody, 'id' | 'operator'>;
  /** Key of the party that runs it. */
  readonly operator: string;
  /** The passage and ground for which it was disqualified. */
  readonly disqualifiedFor: DisqualificationGround | null;
}

/** An entry of the register of windows as it is read back; its party is `unit:<id>`. */
export interface WindowEntry {
  readonly party: string;
  readonly status: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The id of the body that a declared window becomes. */
export function windowId({ code }: Pick<WindowDeclaration, 'code'>): string {
  return `hn-${code}`;
}

/** The body that a declared window becomes. */
export function windowBody(declaration: WindowDeclaration): NetworkBody {
  return { id: windowId(declaration), ...placeOf(declaration) };
}

/**
 * What a declared window is called. Who reads English reads its place and kind, then the name as it was declared: Ningxiang county
 * comprehensive window (宁乡市中小企业综合窗口服务平台).
 */
export function windowName({ kind, name, region }: Pick<WindowDeclaration, 'kind' | 'name' | 'region'>): Text {
  if (!/\p{Script=Han}/u.test(name)) return inBoth(name);
  return text(name, `${placeInEnglish(region)} ${windowKinds[kind].en.toLowerCase()} (${name})`);
}

/** Ningxiang, of `HN/CHANGSHA/NINGXIANG`: a region that the network has no name for is called as its path writes it. */
function placeInEnglish(region: string): string {
  const last = region.split('/').at(-1) ?? region;
  return regionNames[region]?.en ?? `${last.slice(0, 1)}${last.slice(1).toLowerCase()}`;
}

/** What a declared window is in the network, but for its id. */
export function placeOf(declaration: WindowDeclaration): WindowEntryData['window'] {
  const { kind, mark, region, parent, industry, telephone } = declaration;
  return {
    ...{ kind, mark, region, parent, telephone },
    name: windowName(declaration),
    ...(industry !== null && { industry: inBoth(industry) }),
  };
}

/** The data of an entry of the register of windows, which only its own case writes. */
export function windowData(entry: Pick<WindowEntry, 'data'>): WindowEntryData {
  return entry.data as unknown as WindowEntryData;
}

/**
 * The network as it stands: the bodies it started with and the windows that were recognised since, without those that have lost their
 * qualification; what stood below such a window stands below the next platform above it (HN-NET-02.2, 25.2).
 */
export function networkOf(windows: readonly WindowEntry[], started: Network = trainingNetwork): Network {
  const all = everKnown(windows, started);
  const lost = lostOf(windows);
  return all
    .filter(({ id }) => !lost.includes(id))
    .map((body) =>
      lost.includes(body.parent ?? '') ? { ...body, parent: competentPlatform(body.parent, all, lost).id } : body,
    );
}

/** The bodies that the network has, and the windows that it had. */
export function everKnown(windows: readonly WindowEntry[], started: Network = trainingNetwork): Network {
  const entered = windows.map((entry) => ({ id: partyId(entry.party), ...windowData(entry).window }));
  return [...started.filter(({ id }) => bodyOf(id, entered) === null), ...entered];
}

/**
 * The platforms whose providers and members a platform answers for: its own, and those of windows below it that have lost their
 * qualification (HN-NET-25.2).
 */
export function answeredFor(id: string, windows: readonly WindowEntry[]): string[] {
  const all = everKnown(windows);
  const lost = lostOf(windows);
  const platforms = all.filter(isPlatform).map((body) => body.id);
  return platforms.filter((one) => competentPlatform(one, all, lost).id === id);
}

/** Ids of the windows that have lost their qualification. */
export function lostOf(windows: readonly WindowEntry[]): string[] {
  return windows.filter(({ status }) => status === 'DISQUALIFIED').map(({ party }) => partyId(party));
}

/**
 * The platform that acts for a platform of the network: itself where the stack started with it, so that people hold offices at it; else the
 * nearest one above it that does. Null for no platform.
 */
export function actingPlatform(id: string, network: Network, started: Network = trainingNetwork): NetworkBody | null {
  let body = platformOf(id, network);
  while (body !== null && bodyOf(body.id, started) === null) body = parentOf(body.id, network);
  return body;
}

/** The city commission that recommends a window of a region (HN-NET-02.1): that of its city; null where the network has none. */
export function recommendingDepartment(region: string, network: Network = trainingNetwork): NetworkBody | null {
  const city = cityOf(region);
  const department = city === null ? null : departmentAt(city, network);
  return department?.region === city ? department : null;
}

/** The regions that a window can be declared for, by their paths: those of a city whose commission the network has (HN-NET-02.1). */
export const windowRegions: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.entries(regionNames).filter(([region]) => recommendingDepartment(region) !== null),
);

/**
 * All that is wrong with a declaration (HN-NET-01.1): the platform above it, its region, its industry, and what another body has already.
 * Empty when nothing.
 */
export function checkDeclaration(declaration: WindowDeclaration, network: Network): Issue<keyof WindowDeclaration>[] {
  const body = windowBody(declaration);
  const { kind, region, industry } = declaration;
  const issues = checkNetwork([...network, body])
    .filter(({ bodyId }) => bodyId === body.id)
    .map(({ field, message }) => ({ field: fieldOf(field), requirement: 'HN-NET-01.1', message }));
  return [
    ...issues,
    ...regionIssues(declaration),
    ...(kind !== 'INDUSTRY' && industry !== null
      ? [issue('industry', '01.1', '综合窗口服务平台不填产业', 'A comprehensive window has no industry')]
      : []),
    ...(recommendingDepartment(region, network) === null
      ? [
          issue(
            'region',
            '02.1',
            '该地区没有可以推荐的市州中小企业主管部门',
            'No city SME department is known that could recommend a window of this region',
          ),
        ]
      : []),
    ...takenIssues(declaration, network),
  ];
}

/** How many parts the region of a kind has: province, city, county. */
function regionIssues({ kind, region }: WindowDeclaration): Issue<keyof WindowDeclaration>[] {
  const parts = region.split('/').length;
  if (kind === 'CITY_COMPREHENSIVE' && parts !== 2) {
    return [issue('region', '01.1', '市州窗口的地区须为市州', 'The region of a city window is a city')];
  }
  if (kind === 'COUNTY_COMPREHENSIVE' && parts !== 3) {
    return [issue('region', '01.1', '县市区窗口的地区须为县市区', 'The region of a county window is a county')];
  }
  return [];
}

/** What of a declaration one body alone can have: its mark in numbers, its code, and the one comprehensive window of a region. */
const takable = {
  mark: text('案号字', 'This mark of case numbers'),
  region: text('该地区的综合窗口服务平台', 'The comprehensive window of this region'),
  code: text('该平台代号', 'This code'),
} as const;

/** The bodies that have already what one body alone can have, by what it is. */
export function takenBy(
  { kind, region, code, mark }: WindowDeclaration,
  network: Network,
): readonly (readonly [keyof typeof takable, NetworkBody])[] {
  const found = {
    mark: network.find((body) => body.mark === mark),
    region: kind === 'INDUSTRY' ? undefined : network.find((body) => body.kind === kind && body.region === region),
    code: network.find((body) => body.id === windowId({ code })),
  };
  return (['mark', 'region', 'code'] as const).flatMap((what) => {
    const by = found[what];
    return by === undefined ? [] : [[what, by] as const];
  });
}

/**
 * A code names one window for good: by it people hold their offices, and records say who brought a provider in. A window that comes back after it has
 * lost its qualification comes under another, and its former people have no say in it (HN-NET-25.2).
 */
export function usedCodeIssues(
  { code }: Pick<WindowDeclaration, 'code'>,
  windows: readonly WindowEntry[],
): Issue<'code'>[] {
  if (!lostOf(windows).includes(windowId({ code }))) return [];
  return [
    issue(
      'code',
      '25.2',
      '该平台代号属于已取消资格的窗口，不再使用，请另取代号',
      'This code belongs to a window that has lost its qualification and is not used again: choose another',
    ),
  ];
}

function takenIssues(declaration: WindowDeclaration, network: Network): Issue<keyof WindowDeclaration>[] {
  return takenBy(declaration, network).map(([field, { name }]) => {
    const what = takable[field];
    return issue(field, '01.1', `${what.zh}已有：${name.zh}`, `${what.en} is taken by ${name.en}`);
  });
}

function cityOf(region: string): string | null {
  const [province, city] = region.split('/');
  return province === undefined || city === undefined ? null : `${province}/${city}`;
}

function fieldOf(field: keyof NetworkBody): keyof WindowDeclaration {
  return field === 'id' || field === 'operator' ? 'code' : field;
}
