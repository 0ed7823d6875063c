/** The figures of an application form as an input schema (table 4.1, SH-STORE-03.4). */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { awardLevelTitles, orgTypeTitles } from '../../../rules/sh-store/form.ts';
import { choice } from '../../engine/choice.ts';
import { day } from '../../engine/input.ts';
import { line, maybeParagraphs, paragraphs } from '../../engine/typed.ts';

const money = z.number().min(0).max(1e13).multipleOf(0.01).describe('RMB yuan');
const count = z.int().min(0).max(10_000_000);
const words = maybeParagraphs(4000);

export const applicationFigures = z.strictObject({
  orgType: choice(orgTypeTitles),
  legalPerson: z.boolean(),
  hasQualification: z.boolean().describe('An industry qualification is uploaded (SH-STORE-03.3)'),
  abilityText: words.nullable().describe('Own account of the ability, in place of a qualification'),
  establishedOn: day,
  registeredCapital: money,
  revenue: money.describe('Revenue of the fiscal year, RMB yuan'),
  netProfit: z.number().min(-1e13).max(1e13).describe('Net profit of the fiscal year, RMB yuan'),
  fiscalYear: z.int().min(2000).max(2100).describe('The most recent fiscal year'),
  smesServed: count,
  enterprisesServed: count,
  fullTimeStaff: count,
  degreeOnly: count.describe('Full-time staff with a junior-college degree or above and no intermediate title'),
  titleOnly: count.describe('Full-time staff with an intermediate title or above and no degree'),
  degreeAndTitle: count.describe('Full-time staff with both; each person counts once'),
  area: z.number().min(0).max(10_000_000).describe('Square metres'),
  fixedPremises: z.boolean(),
  equipment: paragraphs(
    4000,
    bilingual('请填写服务设施、仪器设备。', 'Describe the facilities, instruments and equipment'),
  ),
  discountPolicy: words.nullable(),
  systems: z.strictObject({
    management: z.boolean(),
    serviceFlow: z.boolean(),
    fees: z.boolean(),
    qualityAssurance: z.boolean(),
  }),
  penalties: z.array(z.strictObject({ decidedOn: day, rectified: z.boolean() })).max(100),
  underInvestigation: z.boolean(),
  goodFaith: z.boolean(),
  contribution: words.nullable().describe('Contribution to the services of SME departments; trial route'),
  awards: z.array(z.strictObject({ level: choice(awardLevelTitles), name: line(200) })).max(100),
});
