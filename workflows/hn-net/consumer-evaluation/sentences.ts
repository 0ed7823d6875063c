/** What the timeline says of each action of an evaluation (XC-05.3); public words stand in the form, from which they can be hidden. */
import { hideReasons } from '../../../rules/hn-net/evaluation.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { consumerEvaluation } from './contract.ts';

export const consumerEvaluationSentences: SentencesOf<typeof consumerEvaluation> = {
  reportEvaluation: ({ ground }) => hideReasons[ground].title,
  keepEvaluation: (_input, { before }) => before.facts.report && hideReasons[before.facts.report.ground].title,
  hideEvaluation: ({ ground }) => hideReasons[ground].title,
  upholdHiding: (_input, { before }) => before.facts.hidden && hideReasons[before.facts.hidden.ground].title,
  restoreEvaluation: (_input, { before }) => before.facts.hidden && hideReasons[before.facts.hidden.ground].title,
};
