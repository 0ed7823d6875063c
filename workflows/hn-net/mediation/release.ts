/** The data package: what the platform supplies when the consumer uses other channels (HN-NET-21.4). */
import { packageRecipients, type PackageRecipient } from '../../../rules/hn-net/data-package.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Ground } from '../../engine/contract.ts';
import { releaseOf } from '../data-release.ts';
import type { MediationInputs } from './input.ts';
import { sides, type Mediation } from './step.ts';
import { clauses } from './terms.ts';

/** The passage of the measures under which a recipient is supplied with data. */
export function groundOfRecipient(recipient: PackageRecipient): Ground {
  return { clause: packageRecipients[recipient].clause ?? clauses.mediation };
}

/**
 * Logs a release and tells both sides what was supplied.
 * @throws Refusal INVALID_INPUT if recipient, basis, request or purpose is missing
 */
export function release(step: Mediation, input: MediationInputs['releaseData']): void {
  const { legalBasis = null, requestNumber = null, purpose = null } = input;
  const asked = { ...input, recipientName: nameOf(input), legalBasis, requestNumber, purpose };
  const { logged, told } = releaseOf(asked, step.now);
  step.facts.releases = [...step.facts.releases, logged];
  step.closeTask('releaseData');
  for (const side of sides) step.notify('dataSupplied', side, told);
}

/** A court or body by its name. The consumer is a party of the case: a name would stay on the timeline for ever. */
function nameOf({ recipient, recipientName }: MediationInputs['releaseData']): string | null {
  if (recipient !== 'CONSUMER') return recipientName ?? null;
  if (recipientName === undefined) return packageRecipients.CONSUMER.title.zh;
  refuse(
    'INVALID_INPUT',
    '接收方为消费者本人的，不填写姓名。',
    'Leave the name out: the consumer is a party of the case.',
    {
      field: 'recipientName',
    },
  );
}
