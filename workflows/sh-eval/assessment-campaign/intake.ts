/** How the commission files the draft of a campaign (SH-EVAL-01.5). Not for workflow code. */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { isOfBody, type Person } from '../../../rules/roles.ts';
import { assessmentBodies, COMMISSION } from '../../../rules/sh-eval/bodies.ts';
import { checkDates } from '../../../rules/sh-eval/campaign.ts';
import { DISTRICTS } from '../../../rules/sh-store/districts.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import { intake, type FoundCase } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { nameLine, telephone } from '../../engine/typed.ts';
import { campaignReference, commission } from '../words.ts';
import type { AssessmentCampaignOpening } from './contract.ts';
import { campaignTerms } from './input.ts';

const kind = 'assessmentCampaign';

const form = z.strictObject({
  year: titled(
    z.int().min(2000).max(2199),
    '测评年度',
    'Assessed year',
    text('测评该年度 1 月 1 日至 12 月 31 日。', 'From 1 January to 31 December of that year.'),
  ),
  ...campaignTerms,
  contacts: titled(
    z
      .array(
        z.strictObject({
          name: titled(nameLine(60), '联系人', 'Name'),
          telephone,
        }),
      )
      .min(1, bilingual('请至少填写一名联系人。', 'name one contact at least'))
      .max(5),
    '联系方式',
    'Contacts',
  ),
});

export const assessmentCampaignIntake = intake({
  form,

  lookUp: ({ year }) => ({ cases: [{ kind, about: campaignReference(year) }] }),

  file({ form: { year, institutionCutOff, districtCutOff, sendTo }, filer, now, cases }) {
    refuseOutsideCommission(filer);
    refuseSecond(cases, year);
    const opening: AssessmentCampaignOpening = { year, institutionCutOff, districtCutOff, sendTo };
    refuseIssues(checkDates(opening, now));
    return {
      subject: commission.party,
      title: assessmentBodies.find(({ id }) => id === COMMISSION)?.name.zh ?? COMMISSION,
      parties: { commission: [commission.party], districts: departments() },
      body: commission.body,
      about: campaignReference(year),
      opening,
    };
  },
});

/** The departments of the sixteen districts, as parties. */
function departments() {
  return assessmentBodies.filter(({ region }) => DISTRICTS.includes(region)).map(({ id }) => unitKey(id));
}

function refuseOutsideCommission({ offices }: Person): void {
  if (offices.some((office) => ['reviewer', 'manager'].includes(office.role) && isOfBody(office, commission.body)))
    return;
  refuse(
    'OUT_OF_SCOPE',
    '测评工作由市经济信息化委组织，须由其工作人员提交。',
    'The assessment is organised by the municipal commission: its staff files this.',
  );
}

/** One campaign a year; one whose draft was withdrawn is none. */
function refuseSecond(cases: readonly FoundCase[], year: number): void {
  const earlier = cases.find(({ stage }) => stage !== 'WITHDRAWN');
  if (earlier === undefined) return;
  refuse(
    'ALREADY_OPEN',
    `${year}年度已有测评工作（案件 ${namedCase(earlier.id)}），请在该案件中办理。`,
    `There is a campaign of ${year} already, case ${namedCase(earlier.id)}; go on there.`,
    { field: 'year', facts: { caseId: earlier.id } },
  );
}
