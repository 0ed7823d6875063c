/** An entry of the provider in the campaign of 2020, opened as its intake opens it. */
import { campaign2020 } from '../../rules/sh-eval/campaign.ts';
import { CODES } from './samples.ts';
import type { TestApi } from './harness.ts';

export const pudong = { bodyId: 'sh-pudong', region: 'SH/PUDONG' } as const;
export const commission = { bodyId: 'sh-commission', region: 'SH' } as const;
export const assessor = { bodyId: 'sh-assessor', region: 'SH' } as const;

/** The campaign that {@link openEntry} enters. */
export const CAMPAIGN = { id: 'asc-1', about: 'campaign:2020' } as const;

/** Opens the entry on 20 November 2020. @param forms what was filed, the earliest version first */
export async function openEntry(api: TestApi, id: string, forms: readonly object[] = []): Promise<void> {
  const bodies = { district: pudong, commission, assessor };
  const openedAt = new Date('2020-11-20T02:00:00Z');
  await api.database.case.create({
    data: {
      ...{ id, number: `沪测评参评〔2020〕${id}号`, kind: 'assessmentEntry', regime: 'SH_EVAL', stage: 'ENTRY_DRAFT' },
      ...{ subject: CODES.provider, title: '上海启明企业服务有限公司', ...pudong, about: CAMPAIGN.about },
      opening: { bodies, ...campaign2020, campaignId: CAMPAIGN.id, basis: 'NEW', category: 'LEGAL' },
      ...{ openedAt, openedById: 'demo-provider', ruleVersion: await newestVersion(api), calendarVersion: 1 },
      parties: {
        create: [
          { name: 'institution', party: CODES.provider },
          { name: 'department', party: 'unit:sh-pudong', follows: true },
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

/** The version of the rules of the assessment that is in force. */
export async function newestVersion(api: TestApi): Promise<number> {
  const { version } = await api.database.ruleVersion.findFirstOrThrow({
    where: { regime: 'SH_EVAL' },
    orderBy: { version: 'desc' },
  });
  return version;
}
