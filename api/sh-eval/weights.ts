/** What the rules in force say of the weights of the indicators (A-49, SH-EVAL-08.6). */
import type { Database } from '../../prisma/client.ts';
import { newestRules } from '../../prisma/case-input.ts';
import { shEvalRules } from '../../rules/sh-eval/config.ts';
import { inBoth, type Text } from '../../rules/text.ts';

const KEY = 'assessment.weights';

/** In words; no weight is a number as long as none is set. */
export async function weightsInWords(database: Database): Promise<Text> {
  const { values } = await newestRules(database, shEvalRules.regime);
  const value = String(values[KEY]);
  const words: Readonly<Record<string, Text>> = shEvalRules.values[KEY].words ?? {};
  return words[value] ?? inBoth(value);
}
