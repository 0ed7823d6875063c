/** The words of the Anhui network: what its contracts and processes may name. */
import { anhuiBodies } from '../../rules/ah/bodies.ts';
import { ahRules, type AhValues } from '../../rules/ah/config.ts';
import { contractsOf } from '../engine/define.ts';

export const contract = contractsOf<{ rules: AhValues; readings: object; writes: object }>('AH', {
  rules: ahRules.values,
  bodies: Object.fromEntries(anhuiBodies.map(({ id, name }) => [id, name])),
});
