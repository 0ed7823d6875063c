import type { Role } from '../../rules/roles.ts';
import { inBoth, text, type Text } from '../../rules/text.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';

/** What roles are called. */
export const ROLE_TITLES: Readonly<Record<Role | 'system', Text>> = {
  admin: text('系统管理员', 'Administrator'),
  manager: text('主管', 'Manager'),
  reviewer: text('审核人员', 'Reviewer'),
  district: text('区主管部门', 'District department'),
  authority: text('市级部门', 'Authority'),
  provider: text('服务机构', 'Provider'),
  consumer: text('企业用户', 'Enterprise'),
  contact: text('联系人', 'Contact'),
  system: text('系统', 'System'),
};

/** In what capacity somebody acts or works: the title of a party of the case, or of a role; its bare name if it is neither. */
export function capacityTitle(contract: Pick<ProcessContract, 'parties'> | undefined, role: string): Text {
  const titles: Readonly<Record<string, Text>> = ROLE_TITLES;
  return contract?.parties[role]?.title ?? titles[role] ?? inBoth(role);
}
