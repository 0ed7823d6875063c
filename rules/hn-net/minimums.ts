/** How many providers and members a window needs at least (HN-NET-03, 第十三条, table 4.14). */
import type { PartyKey } from '../parties/party.ts';
import type { Day, Instant } from '../time/index.ts';
import type { HnNetValues } from './config.ts';
import { windowsBelow, type Network, type NetworkBody } from './network.ts';

/** The least numbers of a window. */
export interface Minimums {
  /** Providers that are connected and serve (HN-NET-03.6). */
  readonly providers: number;
  /** Registered enterprise members. */
  readonly members: number;
}

/** What the records say of a window at an instant. */
export interface WindowFigures {
  readonly asOf: Instant;
  /** The providers for which the window answers and that are registered, each with the last day on which it is recorded to have served. */
  readonly providers: readonly { readonly party: PartyKey; readonly lastServedOn: Day | null }[];
  /** Registered members that are enterprises or other organisations. */
  readonly members: number;
}

/** What a check came to. Days of Shanghai; a provider counts if it has served from `from` to `to`. */
export interface MinimumCheck extends Minimums {
  readonly from: Day;
  readonly to: Day;
  readonly connected: number;
  readonly serving: number;
  readonly registered: number;
  readonly met: boolean;
}

type Values = Pick<
  HnNetValues,
  | 'minimum.comprehensive.providers'
  | 'minimum.industry.providers'
  | 'minimum.comprehensive.members'
  | 'minimum.industry.members'
>;

/**
 * The minimums of a window. A city window needs as many members as its county and industry windows need together (HN-NET-03.5); an
 * industry window above the county level needs those of an industry window. Null for the hub and for a department.
 */
export function minimumsOf(window: NetworkBody, network: Network, values: Values): Minimums | null {
  switch (window.kind) {
    case 'COUNTY_COMPREHENSIVE':
    case 'INDUSTRY':
      return { providers: providersOf(window, values), members: membersOf(window, values) };
    case 'CITY_COMPREHENSIVE': {
      const below = windowsBelow(window.id, network);
      const members = below.reduce((sum, one) => sum + membersOf(one, values), 0);
      return { providers: providersOf(window, values), members };
    }
    default:
      return null;
  }
}

/** Holds the figures of a window against its minimums, for the days from `from` to `to`. */
export function checkMinimums(
  { providers, members }: WindowFigures,
  least: Minimums,
  { from, to }: { readonly from: Day; readonly to: Day },
): MinimumCheck {
  const serving = servingIn(providers, from).length;
  return {
    ...least,
    ...{ from, to, serving, connected: providers.length, registered: members },
    met: serving >= least.providers && members >= least.members,
  };
}

/** The providers that count: connected, and serving since a day (HN-NET-03.6). */
export function servingIn(providers: WindowFigures['providers'], from: Day): PartyKey[] {
  return providers.flatMap(({ party, lastServedOn }) => (lastServedOn !== null && lastServedOn >= from ? [party] : []));
}

function providersOf({ kind }: NetworkBody, values: Values): number {
  return values[kind === 'INDUSTRY' ? 'minimum.industry.providers' : 'minimum.comprehensive.providers'];
}

/** What a window below the city needs itself. */
function membersOf({ kind }: NetworkBody, values: Values): number {
  return values[kind === 'INDUSTRY' ? 'minimum.industry.members' : 'minimum.comprehensive.members'];
}
