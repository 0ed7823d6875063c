/** Registers of the Hunan network filled in bulk: as many members and providers as a window needs, without an account for each. */
import type { TestStack } from './test-stack.ts';

const base = { regime: 'HN_NET', bodyId: 'hn-changsha', region: 'HN/CHANGSHA', status: 'REGISTERED' } as const;

/** Enterprises that are registered members of a window. */
export async function enterMembers({ database }: TestStack, window: string, count: number): Promise<void> {
  await database.registerEntry.createMany({
    data: numbered(count, `${window}-member`).map((party) => ({
      ...{ ...base, id: `hn-net.consumers:${party}`, register: 'hn-net.consumers', party, name: party },
      ...{ data: { kind: 'ORGANISATION', platform: window }, caseId: `con-${party}`, changedAt: new Date() },
    })),
  });
}

/** Providers that a window has connected, each with one service of the network on record on a day. */
export async function enterProviders(
  { database }: TestStack,
  window: string,
  count: number,
  servedOn: string,
): Promise<void> {
  const parties = numbered(count, `${window}-served-${servedOn}`);
  await database.registerEntry.createMany({
    data: parties.map((party) => ({
      ...{ ...base, id: `hn-net.providers:${party}`, register: 'hn-net.providers', party, name: party },
      ...{ data: { broughtInBy: window }, caseId: `prg-${party}`, changedAt: new Date() },
    })),
  });
  await database.serviceRecord.createMany({
    data: parties.map((provider) => ({
      ...{ caseId: `srd-${provider}`, bodyId: base.bodyId, region: base.region, provider, item: '检测', servedOn },
      ...{ enterprises: 1, inTime: true, changedAt: new Date() },
    })),
  });
}

function numbered(count: number, name: string): string[] {
  return Array.from({ length: count }, (_, nth) => `person:${name}-${nth}`);
}
