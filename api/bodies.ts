import { inBoth, type Text } from '../rules/text.ts';
import { regimes } from '../workflows/regimes.ts';
import type { RegimeBody } from '../workflows/engine/regime.ts';

const bodies: ReadonlyMap<string, RegimeBody> = new Map(
  regimes.flatMap((regime) => regime.bodies.map((body) => [body.id, body] as const)),
);

/** A body that some regime declares; undefined for any other id. */
export function bodyOf(id: string): RegimeBody | undefined {
  return bodies.get(id);
}

/** What a body is called; its id if no regime declares it any more. */
export function bodyTitle(id: string): Text {
  return bodies.get(id)?.name ?? inBoth(id);
}
