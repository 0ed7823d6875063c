/** The campaign of 2020, and entries in it, opened as their intake opens them. */
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import type { CategoryCode } from '../../rules/sh-eval/categories.ts';
import type { Body } from '../../rules/roles.ts';
import { CODES } from './samples.ts';
import type { TestApi } from './harness.ts';

export const pudong = { bodyId: 'sh-pudong', region: 'SH/PUDONG' } as const;
export const commission = { bodyId: 'sh-commission', region: 'SH' } as const;
export const assessor = { bodyId: 'sh-assessor', region: 'SH' } as const;

/** The campaign that {@link openEntry} enters. */
export const CAMPAIGN = { id: 'asc-1', about: 'campaign:2020' } as const;

/** The campaign as far as its entries need it. @param facts what it remembers besides */
export async function openCampaign(api: TestApi, facts: object = {}): Promise<void> {
  await api.database.case.create({
    data: {
      ...{
        id: CAMPAIGN.id,
        number: '沪测评〔2020〕1号',
        kind: 'assessmentCampaign',
        regime: 'SH_EVAL',
        stage: 'ASSESSMENT',
      },
      ...{ subject: 'unit:sh-commission', title: '市经济信息化委', ...commission, about: CAMPAIGN.about },
      ...{ openedAt: new Date('2020-11-10T02:00:00Z'), calendarVersion: 1, opening: {} },
      ruleVersion: await newestVersion(api),
      bodies: { create: [commission] },
      parties: { create: [{ name: 'districts', party: 'unit:sh-pudong', follows: true }] },
      state: { facts: { ...campaign2020, published: null, ...facts } },
    },
  });
}

/** Whose an entry is, and where; the provider's in Pudong if left out. */
export interface Entrant {
  readonly party?: string;
  readonly name?: string;
  readonly district?: Body;
  readonly category?: CategoryCode;
}

/** Opens an entry on 20 November 2020. @param forms what was filed, the earliest version first */
export async function openEntry(
  api: TestApi,
  id: string,
  forms: readonly object[] = [],
  { party = CODES.provider, name = '上海启明企业服务有限公司', district = pudong, category = 'LEGAL' }: Entrant = {},
): Promise<void> {
  const bodies = { district: { ...district }, commission, assessor };
  const openedAt = new Date('2020-11-20T02:00:00Z');
  await api.database.case.create({
    data: {
      ...{ id, number: `沪测评参评〔2020〕${id}号`, kind: 'assessmentEntry', regime: 'SH_EVAL', stage: 'ENTRY_DRAFT' },
      ...{ subject: party, title: name, ...district, about: CAMPAIGN.about },
      opening: { bodies, ...campaign2020, campaignId: CAMPAIGN.id, basis: 'NEW', category },
      ...{ openedAt, openedById: 'demo-provider', ruleVersion: await newestVersion(api), calendarVersion: 1 },
      parties: {
        create: [
          { name: 'institution', party },
          { name: 'department', party: `unit:${district.bodyId}`, follows: true },
        ],
      },
      bodies: { create: Object.values(bodies) },
      forms: {
        create: forms.map((data, nth) => ({
          ...{ id: `${id}-${nth + 1}`, version: nth + 1, data, filedById: 'demo-provider', filedAt: openedAt },
        })),
      },
    },
  });
  await api.gateway.opened(id);
}

/** An entry as if it had come so far. @param facts what it remembers besides */
export async function entryStands(
  api: TestApi,
  id: string,
  stage: string,
  body: Body,
  facts: object = {},
): Promise<void> {
  const { state } = await api.database.case.findUniqueOrThrow({ where: { id } });
  const before = state as { facts: object };
  const now = { ...before, stage, ...body, facts: { ...before.facts, ...facts } };
  await api.database.case.update({ where: { id }, data: { stage, ...body, state: now } });
}

/** The version of the rules of the assessment that is in force. */
export async function newestVersion(api: TestApi): Promise<number> {
  const { version } = await api.database.ruleVersion.findFirstOrThrow({
    where: { regime: 'SH_EVAL' },
    orderBy: { version: 'desc' },
  });
  return version;
}
