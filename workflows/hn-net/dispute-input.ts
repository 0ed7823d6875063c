/** Pieces of input schemas that complaints and mediations share. Not for workflow code. */
import { z } from 'zod';
import { isPartyKey } from '../../rules/parties/party.ts';
import { bilingual } from '../../rules/bilingual.ts';
import { fileId } from '../engine/input.ts';

/** What somebody says about the matter. */
export const words = z.string().trim().min(1).max(4000);

export const fileIds = z.array(fileId).max(10).default([]).describe('Ids of uploaded files');
export const bodyId = z.string().min(1).max(60).describe('Id of a body of the network, e.g. hn-changsha');
export const orderNumber = z.string().trim().min(1).max(100);
export const caseId = z.string().min(1).max(64);

/** Key of a party: credit code of an organisation, `person:<id>` of a natural person, `contact:<id>` of somebody without an account. */
export const partyKey = z
  .string()
  .trim()
  .max(80)
  .refine(
    isPartyKey,
    bilingual(
      '应为18位统一社会信用代码，或者 person:<编号>、contact:<编号>。',
      'must be a credit code of 18 digits and capital letters, person:<id> or contact:<id>',
    ),
  )
  .describe('Credit code of an organisation, person:<id> or contact:<id>');
