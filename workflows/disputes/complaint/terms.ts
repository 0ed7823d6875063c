import type { ComplaintLaw } from '../../../rules/disputes/complaint.ts';
import type { Text } from '../../../rules/text.ts';

/** What the measures of a regime say of complaints: plain data, which contract, process, notices and mails are made with. */
export interface ComplaintTerms {
  readonly law: ComplaintLaw;
  /** The passage under which complaints are made and handled. */
  readonly clause: string;
  /** Ids of the requirements: a complaint is received, registered, handled, ended by a finding. */
  readonly requirements: {
    readonly received: string;
    readonly registered: string;
    readonly handled: string;
    readonly found: string;
  };
  /** What the measures call whom complaints are about, within a sentence: 服务商, `provider`. */
  readonly respondent: Text;
}
