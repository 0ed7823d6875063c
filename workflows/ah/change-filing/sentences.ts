/** What the timeline says of a change (XC-05.3). */
import { changeProofs } from '../../../rules/ah/changes.ts';
import { entry, listed } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { changeFiling } from './contract.ts';

export const changeFilingSentences: SentencesOf<typeof changeFiling> = {
  reportChange: ({ proofs }) =>
    proofs.length === 0
      ? undefined
      : entry(text('材料', 'proof'), listed(proofs.map(({ proof }) => changeProofs[proof]))),
  checkProof: ({ missing }) =>
    missing.length === 0
      ? text('齐全', 'complete')
      : entry(text('缺少', 'missing'), listed(missing.map((proof) => changeProofs[proof]))),
};
