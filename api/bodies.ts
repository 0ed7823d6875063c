import { inBoth, type Text } from '../rules/text.ts';
import { bodies, regimes } from '../workflows/regimes.ts';
import type { Regime, RegimeBody } from '../workflows/engine/regime.ts';

/** A body that some regime declares; undefined for any other id. */
export function bodyOf(id: string): RegimeBody | undefined {
  return Object.hasOwn(bodies, id) ? bodies[id] : undefined;
}

/** The regime that declares a body; undefined for the id of none. */
export function regimeOfBody(id: string): Regime | undefined {
  return regimes.find((regime) => regime.bodies.some((body) => body.id === id));
}

/** What a body is called; its id if no regime declares it any more. */
export function bodyTitle(id: string): Text {
  return bodyOf(id)?.name ?? inBoth(id);
}
