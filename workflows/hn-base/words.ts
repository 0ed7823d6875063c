/** The words of the declaration of bases: what its contracts and processes may name. */
import { declarationBodies } from '../../rules/hn-base/bodies.ts';
import { hnBaseRules, type HnBaseValues } from '../../rules/hn-base/config.ts';
import { contractsOf } from '../engine/define.ts';

export const contract = contractsOf<{ rules: HnBaseValues; readings: object; writes: object }>('HN_BASE', {
  rules: hnBaseRules.values,
  bodies: Object.fromEntries(declarationBodies.map(({ id, name }) => [id, name])),
});
