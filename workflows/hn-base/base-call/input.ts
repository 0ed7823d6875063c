/** Input schemas of the actions of a call. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { reason } from '../../engine/input.ts';
import { partyKey } from '../../engine/party-input.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { id, line } from '../../engine/typed.ts';

const caseId = id.max(64);
const declaration = titled(refersTo(caseId, 'case', 'baseDeclaration'), '申报案件', 'Declaration');

const pooled = z.strictObject({
  expert: titled(
    refersTo(
      line(80).regex(/^person:[A-Za-z0-9._-]+$/, bilingual('应写作 person:<编号>。', 'must be person:<id>')),
      'expert',
    ),
    '专家',
    'Expert',
    text('评审专家的账户。', 'The account of the expert.'),
  ),
  conflicts: titled(
    z.array(partyKey).max(50).default([]),
    '有利害关系的基地',
    'Bases the expert has to do with',
    text('统一社会信用代码；该专家不参加其评审。', 'By credit code; the expert reviews none of them.'),
  ),
});

export const baseCallInputs = {
  entryReceived: z.strictObject({ declaration: caseId, base: line(80), title: line(200), city: id.max(64) }),
  entryWithdrawn: z.strictObject({ declaration: caseId }),
  entryScored: z.strictObject({ declaration: caseId, score: z.number().optional() }),
  namePool: z.strictObject({ experts: titled(z.array(pooled).min(1).max(100), '专家名单', 'Experts') }),
  selectBase: z.strictObject({
    declaration,
    reason: titled(
      reason.optional(),
      '理由',
      'Reason',
      text('末位同分时必填。', 'Needed where the last place has equal scores.'),
    ),
  }),
  takeBackSelection: z.strictObject({ declaration, reason }),
  closeSelection: z.strictObject({ reason }),
};

export type BaseCallInputs = { [A in keyof typeof baseCallInputs]: z.output<(typeof baseCallInputs)[A]> };
