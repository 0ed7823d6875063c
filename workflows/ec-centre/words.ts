/** The words of e-commerce centres: what their contracts and processes may name. */
import { centreBodies } from '../../rules/ec-centre/bodies.ts';
import { ecCentreRules, type EcCentreValues } from '../../rules/ec-centre/config.ts';
import { contractsOf } from '../engine/define.ts';

export const contract = contractsOf<{ rules: EcCentreValues; readings: object; writes: object }>('EC_CENTRE', {
  rules: ecCentreRules.values,
  bodies: Object.fromEntries(centreBodies.map(({ id, name }) => [id, name])),
});
