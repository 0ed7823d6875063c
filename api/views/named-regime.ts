import { refuse } from '../../rules/refusal.ts';
import type { Regime } from '../../workflows/engine/regime.ts';
import { regimes } from '../../workflows/regimes.ts';
import type { Access } from '../abilities.ts';

/** The regime of a code. @throws Refusal NOT_FOUND */
export function regimeNamed(code: string): Regime {
  const regime = regimes.find((one) => one.code === code);
  return regime ?? refuse('NOT_FOUND', '没有这个制度。', 'There is no such regime.');
}

/** The regime of a code, for somebody of one of its bodies. @throws Refusal NOT_FOUND, OUT_OF_SCOPE */
export function ownRegime(code: string, access: Access): Regime {
  const regime = regimeNamed(code);
  if (access.some(({ office }) => regime.bodies.some(({ id }) => id === office.bodyId))) return regime;
  return refuse('OUT_OF_SCOPE', '您的机构不执行该制度。', 'Your body does not carry out this regime.');
}
