/** Pieces of input schemas that complaints and mediations share. Not for workflow code. */
import { z } from 'zod';
import { bodyOf } from '../../rules/hn-net/network.ts';
import { isPartyKey } from '../../rules/parties/party.ts';
import { bilingual } from '../../rules/bilingual.ts';
import { creditCodeOf } from '../../rules/parties/credit-code.ts';
import { narrowOf } from '../../rules/typed.ts';
import { fileId } from '../engine/input.ts';
import { id, line, paragraphs } from '../engine/typed.ts';

/** What somebody says about the matter. */
export const words = paragraphs(4000);

export const fileIds = z.array(fileId).max(10).default([]).describe('Ids of uploaded files');
export const bodyId = id
  .max(60)
  .refine(
    (one) => bodyOf(one) !== null,
    bilingual('平台网络没有这个机构，请核对。', 'the network has no such body; check it'),
  )
  .describe('Id of a body of the network, e.g. hn-changsha');
export const orderNumber = line(100).overwrite(narrowOf);
export const caseId = id.max(64);

/** Key of a party: credit code of an organisation, `person:<id>` of a natural person, `contact:<id>` of somebody without an account. */
export const partyKey = line(80)
  .overwrite((key) => (key.includes(':') ? key : creditCodeOf(key)))
  .refine(
    isPartyKey,
    bilingual(
      '应为 18 位统一社会信用代码，或者 person:<编号>、contact:<编号>。',
      'must be a credit code of 18 characters, person:<id> or contact:<id>',
    ),
  )
  .describe('Credit code of an organisation, person:<id> or contact:<id>');
