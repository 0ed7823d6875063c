/** Who acts for which platform of the network, as the network stands: offices are held at every one of its platforms (HN-NET-02.2, 16.1, 25.2). */
import { isOfBody, type Body, type Office } from '../roles.ts';
import { bodyOf, trainingNetwork, type Network, type NetworkBody } from './network.ts';
import { actingPlatform, everKnown, lostOf, type WindowEntry } from './window.ts';

/**
 * Where the cases of a platform lie: at the platform itself where the stack started with it; else at the nearest one above it that it did, in a
 * region that is the window's alone. Null for no platform.
 */
export function seatOf(id: string, network: Network, started: Network = trainingNetwork): Body | null {
  const acting = actingPlatform(id, network, started);
  return acting === null ? null : seatAt(id, acting);
}

/** The platform whose cases lie in this place: the body, or the window recognised since that has its seat there. */
export function platformAt(body: Body, windows: readonly WindowEntry[], started: Network = trainingNetwork): string {
  const tree = treeOf(windows, started);
  const isHere = ({ place }: Place) => place.bodyId === body.bodyId && place.region === body.region;
  return tree.platforms.find((one) => seatsOf(one, tree).some(isHere))?.id ?? body.bodyId;
}

/**
 * The offices as they count now. One at a window that has lost its qualification counts no more. One at a window recognised since counts where the cases of that window
 * lie; one at a platform counts also for the windows below it that have nobody of their own by law: those recognised since, for which it acts beside their own
 * people, and those that have lost their qualification, whose matters it has taken over.
 */
export function officesInForce<O extends Office>(
  offices: readonly O[],
  windows: readonly WindowEntry[],
  started: Network = trainingNetwork,
): O[] {
  if (windows.length === 0) return [...offices];
  const tree = treeOf(windows, started);
  return offices.flatMap((office) => {
    const held = office.bodyId === undefined ? undefined : tree.platform(office.bodyId);
    if (held === undefined) return [office];
    if (!tree.stands(held)) return [];
    const places = [
      ...seatsOf(held, tree),
      ...tree.platforms.filter((one) => answersFor(held, one, tree)).flatMap((one) => placesOf(one, tree)),
    ];
    const within = places.filter(({ place }) => !isOfBody(office, place) && reaches(office, held, place));
    return [office, ...within.map(({ place, unit }) => ({ ...office, ...place, unit }))];
  });
}

/** The bodies at which those may hold their offices that act at this one: itself, the platforms above it, and windows recognised since. */
export function heldFor(
  bodyId: string,
  windows: readonly WindowEntry[],
  started: Network = trainingNetwork,
): readonly string[] {
  if (windows.length === 0) return [bodyId];
  const tree = treeOf(windows, started);
  const body = tree.platform(bodyId);
  if (body === undefined) return [bodyId];
  const since = tree.platforms.filter((one) => !tree.isStarted(one));
  return [...new Set([body, ...tree.above(body), ...since].map(({ id }) => id))];
}

/** Where those hold their offices that act at a body in its region, each in the whole region of its holder's body. */
export function placesActingAt(
  body: Body,
  windows: readonly WindowEntry[],
  started: Network = trainingNetwork,
): readonly Body[] {
  const known = everKnown(windows, started);
  return heldFor(body.bodyId, windows, started).flatMap((bodyId) => {
    const region = bodyId === body.bodyId ? body.region : (bodyOf(bodyId, known)?.region ?? body.region);
    const office = { role: 'reviewer', bodyId, region } as const;
    return officesInForce([office], windows, started).some((one) => isOfBody(one, body)) ? [{ bodyId, region }] : [];
  });
}

interface Tree {
  readonly platforms: readonly NetworkBody[];
  platform(id: string): NetworkBody | undefined;
  isStarted(platform: NetworkBody): boolean;
  stands(platform: NetworkBody): boolean;
  /** The platforms above one, the nearest first. */
  above(platform: NetworkBody): NetworkBody[];
}

/** A place in which somebody acts, and for which unit they do there. */
interface Place {
  readonly place: Body;
  readonly unit: string;
}

function treeOf(windows: readonly WindowEntry[], started: Network): Tree {
  const platforms = everKnown(windows, started).filter(({ kind }) => kind !== 'DEPARTMENT');
  const byId = new Map(platforms.map((one) => [one.id, one]));
  const startedIds = new Set(started.map(({ id }) => id));
  const lost = new Set(lostOf(windows));
  return {
    platforms,
    platform: (id) => byId.get(id),
    isStarted: ({ id }) => startedIds.has(id),
    stands: ({ id }) => !lost.has(id),
    above(platform) {
      const found: NetworkBody[] = [];
      let next = byId.get(platform.parent ?? '');
      while (next !== undefined && !found.includes(next)) {
        found.push(next);
        next = byId.get(next.parent ?? '');
      }
      return found;
    },
  };
}

/** Whether a platform acts for another below it: nothing between them stands and was there from the start. */
function answersFor(held: NetworkBody, other: NetworkBody, tree: Tree): boolean {
  const way = [other, ...tree.above(other)];
  const at = way.indexOf(held);
  return at > 0 && way.slice(0, at).every((one) => !tree.stands(one) || !tree.isStarted(one));
}

function placesOf(platform: NetworkBody, tree: Tree): Place[] {
  const own = { place: { bodyId: platform.id, region: platform.region }, unit: platform.id };
  return [own, ...seatsOf(platform, tree)];
}

/** Where the cases of a window recognised since lie: also those of the time before the platform that acted for it was lost. */
function seatsOf(platform: NetworkBody, tree: Tree): Place[] {
  if (tree.isStarted(platform)) return [];
  const acting = tree.above(platform).filter((one) => tree.isStarted(one));
  const upTo = acting.findIndex((one) => tree.stands(one));
  return acting.slice(0, upTo + 1).map((one) => ({ place: seatAt(platform.id, one), unit: platform.id }));
}

function seatAt(id: string, { id: bodyId, region }: NetworkBody): Body {
  return { bodyId, region: bodyId === id ? region : `${region}/${id.slice('hn-'.length).toUpperCase()}` };
}

/** An office for a part of a platform's region does not reach beyond that part. */
function reaches(office: Office, held: NetworkBody, { region }: Body): boolean {
  return office.region === held.region || isOfBody({ ...office, bodyId: held.id }, { bodyId: held.id, region });
}
