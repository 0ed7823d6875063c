/** What a provider hands in: corrections of its application, and confirmed or changed data. The form itself lies in the records. */
import { changedCredentials } from '../../../rules/hn-net/credentials.ts';
import { refuse } from '../../../rules/refusal.ts';
import { entry, listed, remarked } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { Registration } from './contract.ts';
import { fieldTitles } from './form-fields.ts';
import type { ProviderChanges } from './form-schema.ts';
import type { Withheld } from './notices.ts';

/** Files the next version of the form, if anything has changed; of it the case remembers codes and days. */
export function fileChanges(step: Registration, changes: ProviderChanges): void {
  step.participate('filer');
  if (!hasChanges(changes)) return;
  const { filed } = step.facts;
  step.facts.filed = {
    version: filed.version + 1,
    credentials: changedCredentials(filed.credentials, given(changes)),
    services: changes.services?.map(({ code }) => code) ?? filed.services,
  };
  step.write('form', { changes, filedById: step.actor.id });
  const { version } = step.facts.filed;
  const fields = Object.keys(changes) as (keyof ProviderChanges)[];
  const now = text(`登记表更新为第 ${version} 版`, `The form is now version ${version}`);
  const what = entry(text('变更', 'changed'), listed(fields.map((field) => fieldTitles[field])));
  step.record('FORM_CHANGED', remarked(now, what), {
    detail: { version, fields },
    requirement: 'HN-NET-06.1',
  });
}

/** @throws Refusal if nothing has changed: there is nothing to look at then */
export function requireChanges(changes: ProviderChanges): void {
  if (hasChanges(changes)) return;
  refuse('INVALID_INPUT', '请至少填写一项变更。', 'Change at least one field.', { field: 'changes' });
}

/** The latest form is found in order; services that are bad or false are not shown (HN-NET-06.5). */
export function acceptForm(step: Registration, withheld: readonly Withheld[] | undefined): void {
  const { filed } = step.facts;
  const unknown = withheld?.find(({ service }) => !filed.services.includes(service));
  if (unknown !== undefined) {
    refuse(
      'INVALID_INPUT',
      `没有编号为“${unknown.service}”的服务；现有：${filed.services.join('、')}。`,
      `There is no service '${unknown.service}'; there are: ${filed.services.join(', ')}.`,
      { field: 'withheld' },
    );
  }
  const left = withheld?.map(({ service }) => service) ?? step.facts.withheld;
  step.facts.withheld = left.filter((code) => filed.services.includes(code));
  // A name that was changed is the provider's own from now on.
  if (filed.version > (step.facts.accepted?.version ?? 1)) step.write('name', { at: 'name' });
  step.facts.accepted = filed;
}

function hasChanges(changes: ProviderChanges): boolean {
  return Object.keys(changes).length > 0;
}

/** The changed papers, without the fields that are left out. */
function given({ identityProof, trades, permits }: ProviderChanges) {
  return {
    ...(identityProof !== undefined && { identityProof }),
    ...(trades !== undefined && { trades }),
    ...(permits !== undefined && { permits }),
  };
}
