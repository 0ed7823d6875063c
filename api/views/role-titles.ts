import { ROLE_TITLES } from '../../rules/role-titles.ts';
import type { Actor } from '../../rules/roles.ts';
import { inBoth, text, type Text } from '../../rules/text.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';

/** In what capacity somebody acts or works: the title of a party of the case, or of a role; its bare name if it is neither. */
export function capacityTitle(contract: Pick<ProcessContract, 'parties'> | undefined, role: string): Text {
  const titles: Readonly<Record<string, Text>> = ROLE_TITLES;
  return contract?.parties[role]?.title ?? titles[role] ?? inBoth(role);
}

/** What the platform acts as when neither a person nor a case does. */
const SYSTEM_TITLES: Readonly<Record<string, Text>> = {
  notices: text('系统（通知发送）', 'System (notices)'),
  'platform-events': text('系统（平台数据）', 'System (facts of the platform)'),
};

/** Who acted: a person in a capacity, another case by its kind, or the platform by what it did. */
export function actorTitle(
  contracts: Readonly<Record<string, ProcessContract>>,
  contract: ProcessContract | undefined,
  { kind, id, role }: Actor,
): Text {
  if (kind === 'person') return capacityTitle(contract, role);
  const other = Object.values(contracts).find(({ prefix }) => id.startsWith(`${prefix}-`));
  if (other !== undefined) return text(`“${other.title.zh}”案件`, `Case '${other.title.en}'`);
  return SYSTEM_TITLES[id] ?? ROLE_TITLES.system;
}
