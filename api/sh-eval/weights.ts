/** By which weights entries are scored: each stands under the rules of its version (SH-EVAL-08.6, XC-06.2). */
import type { Database } from '../../prisma/client.ts';
import { canonical } from '../../rules/canonical.ts';
import { shEvalRules } from '../../rules/sh-eval/config.ts';
import { weightsIn, weightsInWords, type Weights } from '../../rules/sh-eval/scores.ts';
import { text, type Text } from '../../rules/text.ts';
import { rulesOf } from '../views/rule-values.ts';

/** The weights that hold for some entries, and what is set of them in words; null where there is no total by them. */
export interface WeightsFound {
  readonly weights: Weights | null;
  readonly words: Text;
}

const differing = text(
  '各申报适用的权重不一致（NOT_CONFIGURED），不计算总分；请使其适用同一规则版本',
  'differ between the entries (NOT_CONFIGURED): there is no total until they adopt one version of the rules',
);

/** @param versions of the rules that the entries stand under; the newest one without any */
export async function weightsUnder(database: Database, versions: readonly number[]): Promise<WeightsFound> {
  const found = await Promise.all(
    [...new Set(versions)].map(async (version) => {
      const values = await rulesOf(database, shEvalRules.regime, version);
      return { weights: weightsIn(values), words: weightsInWords(values) };
    }),
  );
  const [first, ...others] = found;
  if (first === undefined) return { weights: null, words: weightsInWords({}) };
  const same = others.every(({ weights }) => canonical(weights) === canonical(first.weights));
  return same ? first : { weights: null, words: differing };
}
