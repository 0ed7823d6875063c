/** What a centre tells of itself, in its form and in later reports (EC-CENTRE-01, 02, 04). Not for workflow code. */
import { z } from 'zod';
import { levels, operatorTypes, premises, systems } from '../../../rules/ec-centre/centre.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { inUnit, titled } from '../../engine/titled.ts';

export const centreData = z.strictObject({
  level: titled(choice(levels), '级别', 'Level'),
  districts: titled(
    inUnit(z.int().min(0).max(100), '个', 'districts'),
    '服务的市辖区',
    'Municipal districts served',
    text('县（市、区）级中心填 0。', '0 for a centre of county level.'),
  ),
  cityHasDistricts: titled(z.boolean(), '所在市设有市辖区', 'Its city has municipal districts'),
  staff: titled(inUnit(z.int().min(0).max(10_000), '人', 'persons'), '专职工作人员', 'Full-time staff'),
  operator: titled(choice(operatorTypes), '运营机构类型', 'Kind of operator'),
  premises: titled(z.array(choice(premises)).max(4), '场所与设施', 'Premises and equipment'),
  duties: titled(z.boolean(), '已确定组织框架、管理层和职责', 'Organisation, management and duties are laid down'),
  systems: titled(z.array(choice(systems)).max(3), '已建立的管理制度', 'Systems that are in place'),
});
