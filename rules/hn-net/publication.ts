/** What the bodies of the network publish beside their own pages: information, rules, standards, interfaces (HN-NET-05.2, 16.2, 16.4, 16.6, 27.1). */
import { text, type Text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import { issue, type Issue } from './issue.ts';
import { bodyOf, kindNames, trainingNetwork, type BodyKind, type Network } from './network.ts';

export interface PublicationKind {
  readonly title: Text;
  readonly clause: string;
  readonly requirement: string;
  /** Kinds of bodies that publish it. */
  readonly by: readonly BodyKind[];
  /** True where each has a version, and the one in force must be known (HN-NET-16.2, 16.4). */
  readonly versioned: boolean;
}

const PLATFORMS = ['HUB', 'CITY_COMPREHENSIVE', 'COUNTY_COMPREHENSIVE', 'INDUSTRY'] as const;

export const publicationKinds = {
  POLICY: information('法律法规和政策', 'Laws and policies'),
  ECONOMY: information('经济动态', 'Economic news'),
  INDUSTRY: information('产业信息', 'Industry information'),
  TECHNOLOGY: information('技术信息', 'Technology information'),
  MARKET: information('市场信息', 'Market information'),
  GOOD_PRACTICE: {
    title: text('成功做法、典型经验', 'Good practice'),
    ...{ clause: 'HN-NET 第十六条', requirement: 'HN-NET-16.6', by: PLATFORMS, versioned: false },
  },
  INTERFACE: {
    title: text('统一接口和技术规范（免费提供）', 'Interfaces and technical specifications (free of charge)'),
    ...{ clause: 'HN-NET 第十二条', requirement: 'HN-NET-16.2', by: ['HUB'], versioned: true },
  },
  DATA_STANDARD: {
    title: text('数据标准和报表格式', 'Data standards and report formats'),
    ...{ clause: 'HN-NET 第十四条', requirement: 'HN-NET-16.4', by: ['HUB'], versioned: true },
  },
  NETWORK_RULE: {
    title: text('管理细则、制度、考核办法', 'Detailed rules, systems and assessment methods'),
    ...{ clause: 'HN-NET 第二十六条', requirement: 'HN-NET-27.1', by: ['HUB'], versioned: false },
  },
  LOCAL_RULE: {
    title: text('地方管理办法', 'Local rules'),
    ...{ clause: 'HN-NET 第二十六条', requirement: 'HN-NET-27.1', by: ['DEPARTMENT'], versioned: false },
  },
} as const satisfies Readonly<Record<string, PublicationKind>>;

export type PublicationKindCode = keyof typeof publicationKinds;

/** What is published, but for its words. */
export interface Publication {
  readonly kind: PublicationKindCode;
  /** Id of the body that publishes it. */
  readonly publisher: string;
  /** Region path for which it is; that of the publisher or one below it (HN-NET-27.1). */
  readonly scope: string;
  /** Day of the document, and the days in force, Shanghai; no last day while it is open. */
  readonly issuedOn: Day;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly version: string | null;
}

/** All that is wrong with a publication on a Shanghai day; empty when nothing is. */
export function checkPublication(
  publication: Publication,
  on: Day,
  network: Network = trainingNetwork,
): Issue<keyof Publication>[] {
  const { kind, publisher, scope, issuedOn, validFrom, validTo, version } = publication;
  const { title, by, versioned, requirement }: PublicationKind = publicationKinds[kind];
  const id = requirement.replace('HN-NET-', '');
  const body = bodyOf(publisher, network);
  const issues: Issue<keyof Publication>[] = [];
  const wrong = (field: keyof Publication, zh: string, en: string) => issues.push(issue(field, id, zh, en));
  if (body === null || !by.includes(body.kind)) {
    const who = by.map((one) => kindNames[one]);
    wrong(
      'kind',
      `“${title.zh}”由${who.map(({ zh }) => zh).join('、')}发布`,
      `"${title.en}" is published by: ${who.map(({ en }) => en).join(', ')}`,
    );
  }
  if (body !== null && scope !== body.region && !scope.startsWith(`${body.region}/`))
    wrong('scope', '适用范围不能超出发布机构的辖区', 'It cannot be for a place outside that of its publisher');
  if (issuedOn > on) wrong('issuedOn', '文件日期不能晚于今天', 'The day of the document cannot lie in the future');
  if (validTo !== null && validTo < validFrom)
    wrong('validTo', '截止日不能早于起始日', 'It cannot end before it begins');
  if (versioned && version === null) wrong('version', '请填写版本号', 'Give its version');
  if (!versioned && version !== null) wrong('version', '此类信息没有版本号', 'This kind has no version');
  return issues;
}

function information(zh: string, en: string) {
  return {
    title: text(zh, en),
    ...{ clause: 'HN-NET 第七条第二项', requirement: 'HN-NET-05.2', by: PLATFORMS, versioned: false },
  };
}
