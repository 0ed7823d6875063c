/** What the timeline says of the signing of a user agreement (XC-05.3). */
import { text } from '../../../rules/text.ts';
import { serviceInWords } from '../../engine/service.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { agreementSignature } from './contract.ts';

export const agreementSignatureSentences: SentencesOf<typeof agreementSignature> = {
  startExit: ({ serviceProof }) => serviceInWords(serviceProof),
  sign: (_input, { after }) => text(`第${after.facts.version}版`, `version ${after.facts.version}`),
};
