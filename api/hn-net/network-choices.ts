/** The bodies and platforms that forms of the network can name: windows come and go (HN-NET-02.2, 25.2). */
import type { Database } from '../../prisma/client.ts';
import { windowEntries } from '../../prisma/hn-net/windows.ts';
import { isPlatform, type Network } from '../../rules/hn-net/network.ts';
import { everKnown, networkOf } from '../../rules/hn-net/window.ts';
import type { LiveChoices } from '../regimes.ts';

export async function networkChoices(database: Database): Promise<{ now: LiveChoices; ever: LiveChoices }> {
  const windows = await windowEntries(database);
  return { now: choicesAmong(networkOf(windows)), ever: choicesAmong(everKnown(windows)) };
}

function choicesAmong(network: Network): LiveChoices {
  return { networkBody: titlesOf(network), platform: titlesOf(network.filter(isPlatform)) };
}

function titlesOf(bodies: Network) {
  return Object.fromEntries(bodies.map(({ id, name }) => [id, name]));
}
