import type { HnNetValues } from '../../../rules/hn-net/config.ts';
import { mediatingDepartment, mediatingPlatform } from '../../../rules/hn-net/mediation.ts';
import type { Body } from '../../../rules/roles.ts';
import { networkBody } from '../words.ts';

/** Where the parties of a dispute are; null where nothing is registered. */
export interface KnownPlaces {
  readonly broughtInBy: string | null;
  readonly providerRegion: string | null;
  readonly consumerRegion: string | null;
}

/** Who mediates a dispute: first the platform, then the local SME department (HN-NET-21.2, 21.3); none where a place has none. */
export function mediationBodies(
  { broughtInBy, providerRegion, consumerRegion }: KnownPlaces,
  rules: HnNetValues,
): { readonly platform: Body; readonly department?: Body } {
  const places = { broughtInBy, providerRegion: providerRegion ?? '', consumerRegion: consumerRegion ?? '' };
  const department = mediatingDepartment(places, rules);
  return {
    platform: networkBody(mediatingPlatform(places).id),
    ...(department !== null && { department: networkBody(department.id) }),
  };
}
