/** An entry in the credit record of a provider, by whichever case brings it about (HN-NET-12.1). */
import type { PartyKey } from '../../rules/parties/party.ts';
import type { CreditRecord } from '../../rules/hn-net/credit.ts';
import type { Text } from '../../rules/text.ts';
import type { Step } from '../engine/step.ts';
import type { CommonWrites } from '../engine/types.ts';
import { registers } from './words.ts';

/** What of a step it takes. */
interface Entering extends Pick<Step, 'record'> {
  write(write: 'register', data: CommonWrites['register']): void;
}

/** The credit of providers is recorded and disclosed. */
const CREDIT = 'HN-NET 第八条第十一项';

/** Lays what this case says over the record of the provider, and tells the timeline so. */
export function enterCredit(step: Entering, party: PartyKey, data: CreditRecord, phrase: Text, result: string): void {
  step.write('register', {
    register: registers.credit,
    party,
    adds: true,
    status: 'RECORDED',
    validFrom: null,
    validTo: null,
    data: { ...data },
    reason: phrase,
  });
  step.record('CREDIT_RECORD_CHANGED', phrase, {
    clause: CREDIT,
    requirement: 'HN-NET-12.1',
    detail: { register: registers.credit, result },
  });
}
