import type { Text } from '../text.ts';
import { text } from '../text.ts';
import type { BodyKind, Network, NetworkBody } from './network.ts';
import { bodyOf, kindNames } from './network.ts';

/** One thing wrong with the tree: the body and what to do about it. */
export interface NetworkIssue {
  readonly bodyId: string;
  /** The property of the body that is to be changed. */
  readonly field: keyof NetworkBody;
  readonly requirement: string;
  readonly message: Text;
}

/** Which kinds may stand above a kind; the first is the one a message names. Empty: none needed. */
const parentKinds: Readonly<Record<BodyKind, readonly BodyKind[]>> = {
  HUB: [],
  CITY_COMPREHENSIVE: ['HUB'],
  COUNTY_COMPREHENSIVE: ['CITY_COMPREHENSIVE'],
  INDUSTRY: ['CITY_COMPREHENSIVE', 'COUNTY_COMPREHENSIVE', 'HUB'],
  DEPARTMENT: ['DEPARTMENT'],
};

/**
 * All that must be put right in a tree before it can be used (HN-NET-01.1): one hub, ids that occur once, for every
 * window a parent of the right kind whose region holds its own, an industry for an industry window. Empty when nothing.
 */
export function checkNetwork(network: Network): NetworkIssue[] {
  const hubs = network.filter(({ kind }) => kind === 'HUB');
  const issues = network.flatMap((body) => [...idIssues(body, network), ...parentIssues(body, network)]);
  if (hubs.length !== 1) {
    const message = text(
      `平台网络须有且只有一个省枢纽服务平台，现有 ${hubs.length} 个`,
      `The network needs one hub platform; it has ${hubs.length}`,
    );
    issues.push(issue(hubs[1]?.id ?? '', 'kind', message));
  }
  for (const body of network) {
    if (body.kind === 'INDUSTRY' && body.industry === undefined) {
      issues.push(issue(body.id, 'industry', text('请填写产业', 'Name the industry')));
    }
  }
  return issues;
}

function idIssues(body: NetworkBody, network: Network): NetworkIssue[] {
  if (network.find(({ id }) => id === body.id) === body) return [];
  return [issue(body.id, 'id', text(`编号“${body.id}”重复`, `The id "${body.id}" occurs twice`))];
}

function parentIssues(body: NetworkBody, network: Network): NetworkIssue[] {
  const kinds = parentKinds[body.kind];
  const parent = body.parent === null ? null : bodyOf(body.parent, network);
  // The provincial department has none above it within the network, nor has the hub.
  if (body.parent === null && (kinds.length === 0 || body.kind === 'DEPARTMENT')) return [];
  if (parent === null || !kinds.includes(parent.kind)) {
    const { zh, en } = kindNames[kinds[0] ?? 'HUB'];
    return [issue(body.id, 'parent', text(`须指定上级：${zh}`, `Name the body above it, a ${en.toLowerCase()}`))];
  }
  if (body.region === parent.region || body.region.startsWith(`${parent.region}/`)) return [];
  return [
    issue(
      body.id,
      'region',
      text(
        `所在地区 ${body.region} 不在上级的地区 ${parent.region} 之内`,
        `Its region ${body.region} does not lie within that of the body above it, ${parent.region}`,
      ),
    ),
  ];
}

function issue(bodyId: string, field: keyof NetworkBody, message: Text): NetworkIssue {
  return { bodyId, field, requirement: 'HN-NET-01.1', message };
}
