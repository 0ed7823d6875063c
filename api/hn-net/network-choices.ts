/** The bodies and platforms that forms of the network can name: windows come and go (HN-NET-02.2, 25.2). */
import type { Database } from '../../prisma/client.ts';
import { windowEntries } from '../../prisma/hn-net/windows.ts';
import { bodyOf, isPlatform, type Network } from '../../rules/hn-net/network.ts';
import { seatOf } from '../../rules/hn-net/seats.ts';
import { text, type Text } from '../../rules/text.ts';
import { everKnown, lostOf, networkOf } from '../../rules/hn-net/window.ts';
import { bodyTitle } from '../bodies.ts';
import type { LiveBodies, LiveChoices } from '../regimes.ts';

export async function networkChoices(database: Database): Promise<{ now: LiveChoices; ever: LiveChoices }> {
  const windows = await windowEntries(database);
  const known = everKnown(windows);
  const everPlatform = platformsEver(known, lostOf(windows));
  return {
    now: { ...choicesAmong(networkOf(windows)), everPlatform },
    ever: { ...choicesAmong(known), everPlatform },
  };
}

/** Windows that were recognised since the stack started, each a body of its own, and those at which nobody holds an office any more (HN-NET-02.2, 16.1, 25.2). */
export async function networkBodies(database: Database): Promise<LiveBodies> {
  const windows = await windowEntries(database);
  const network = networkOf(windows);
  const added = network.filter(({ id }) => bodyOf(id) === null);
  const regions = added.map(({ id, name }) => [seatOf(id, network)?.region ?? id, name] as const);
  return { added, ended: lostOf(windows), regionTitles: Object.fromEntries(regions) };
}

/** What bodies are called, those among them that the network has had at some time. */
export async function networkTitles(database: Database): Promise<(id: string) => Text> {
  const known = everKnown(await windowEntries(database));
  return (id) => bodyOf(id, known)?.name ?? bodyTitle(id);
}

function choicesAmong(network: Network): LiveChoices {
  return { networkBody: titlesOf(network), platform: titlesOf(network.filter(isPlatform)) };
}

/** Every platform that the network has had; of one that has lost its qualification it says so. */
function platformsEver(known: Network, lost: readonly string[]): Readonly<Record<string, Text>> {
  return Object.fromEntries(
    known
      .filter(isPlatform)
      .map(({ id, name: { zh, en } }) => [
        id,
        lost.includes(id) ? text(`${zh}（已取消资格）`, `${en} (has lost its qualification)`) : text(zh, en),
      ]),
  );
}

function titlesOf(bodies: Network) {
  return Object.fromEntries(bodies.map(({ id, name }) => [id, name]));
}
