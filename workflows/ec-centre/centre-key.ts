/** How a form names a centre, and what the register says of it. Not for workflow code. */
import { bilingual } from '../../rules/bilingual.ts';
import { creditCodeOf, isCreditCode } from '../../rules/parties/credit-code.ts';
import { refuse } from '../../rules/refusal.ts';
import { text } from '../../rules/text.ts';
import type { FoundEntry } from '../engine/intake.ts';
import { refersTo, titled } from '../engine/titled.ts';
import { line } from '../engine/typed.ts';
import { registers } from './words.ts';

export const organisation = refersTo(
  line(60)
    .overwrite(creditCodeOf)
    .refine(isCreditCode, bilingual('应为 18 位统一社会信用代码。', 'must be a credit code of 18 characters')),
  'party',
);

export const centreKey = titled(
  refersTo(organisation, 'centre'),
  '电商公共服务中心',
  'Centre',
  text('中心的统一社会信用代码。', 'Credit code of the centre.'),
);

/** The entry of a registered centre. @throws Refusal INVALID_INPUT where there is none */
export function registeredCentre(entries: readonly FoundEntry[], key: string): FoundEntry {
  const found = entries.find(
    ({ register, party, status }) => register === registers.centres && party === key && status === 'REGISTERED',
  );
  if (found !== undefined) return found;
  return refuse('INVALID_INPUT', '没有登记该电商公共服务中心。', 'No such centre is registered.', { field: 'centre' });
}
