import type { Role } from './roles.ts';
import { text, type Text } from './text.ts';

/** What roles are called. */
export const ROLE_TITLES: Readonly<Record<Role | 'system', Text>> = {
  admin: text('系统管理员', 'Administrator'),
  auditor: text('审计人员', 'Auditor'),
  manager: text('主管', 'Manager'),
  reviewer: text('审核人员', 'Reviewer'),
  district: text('区主管部门', 'District department'),
  authority: text('市级部门', 'Authority'),
  provider: text('服务机构', 'Provider'),
  consumer: text('企业用户', 'Enterprise'),
  expert: text('评审专家', 'Expert'),
  contact: text('联系人', 'Contact'),
  system: text('系统', 'System'),
};
