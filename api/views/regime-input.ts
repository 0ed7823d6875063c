import { regimes } from '../../workflows/regimes.ts';
import { choice } from '../../workflows/engine/choice.ts';

/** A regime of an address, by its code. */
export const regimeInput = choice(Object.fromEntries(regimes.map(({ code, title }) => [code, title]))).meta({
  description: 'Code of a regime, e.g. SH_STORE',
});
