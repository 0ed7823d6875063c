/** Input schemas of the actions of the signing of a user agreement. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { text } from '../../../rules/text.ts';
import { note, reason, serviceProof } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';

export const agreementSignatureInputs = {
  sign: z.strictObject({
    readInFull: titled(
      z.literal(true, bilingual('请阅读全文后确认。', 'read the whole text and confirm it')),
      '已阅读并接受用户协议和平台规则全文',
      'The agreement and its rules were read in full and are accepted',
      text('全文可在公开页面阅读和下载。', 'Both can be read and downloaded on the public page.'),
    ),
  }),
  refuseToSign: z.strictObject({ reason: reason.optional() }),
  offerAgain: z.strictObject({ note: note.optional() }),
  startExit: z.strictObject({ reason, serviceProof }),
  versionSuperseded: z.strictObject({}),
  providerLeft: z.strictObject({}),
};

export type AgreementSignatureInputs = {
  [A in keyof typeof agreementSignatureInputs]: z.output<(typeof agreementSignatureInputs)[A]>;
};
