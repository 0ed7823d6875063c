/** How an institution enters a campaign (SH-EVAL-05). Not for workflow code. */
import { z } from 'zod';
import { competentDepartment } from '../../../rules/sh-eval/bodies.ts';
import { wasRecognised, type Term } from '../../../rules/sh-eval/campaign.ts';
import type { Recognition } from '../../../rules/sh-eval/form.ts';
import { unitKey, type PartyKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { lateFrom } from '../../../rules/time/index.ts';
import { DISTRICTS, regionTitles } from '../../../rules/sh-store/districts.ts';
import { text } from '../../../rules/text.ts';
import { choice, some } from '../../engine/choice.ts';
import { intake, type FoundCase, type FoundEntry, type FoundThing } from '../../engine/intake.ts';
import { orNull, titled } from '../../engine/titled.ts';
import { assessor, campaignReference, commission, registers } from '../words.ts';
import { entryContent } from './entry-form.ts';
import type { AssessmentEntryOpening } from './facts.ts';

const kind = 'assessmentEntry';

const district = () => choice(some(regionTitles, ...DISTRICTS));

const form = entryContent.extend({
  year: titled(z.int().min(2000).max(2199), '测评年度', 'Assessed year'),
  registeredIn: titled(
    district(),
    '注册地所属区',
    'District of registration',
    text('以营业执照的住所为准。', 'As the licence says.'),
  ),
  handInAt: titled(
    orNull(district()).default(null),
    '报送区',
    'District it is handed in to',
    text('须为注册地所属区；可以不填。', 'That of the registration; may be left out.'),
  ),
});

export const assessmentEntryIntake = intake({
  form,

  lookUp: ({ year }, party) => ({
    things: [campaignReference(year)],
    entries: [{ register: registers.institutions, party }],
    cases: [{ kind, subject: party, about: campaignReference(year) }],
  }),

  file({ form: { year, basis, report, registeredIn, handInAt }, party, now, entries, cases, things = [] }) {
    const campaign = openCampaign(things, year);
    refuseLate(campaign, now);
    refuseSecond(cases, year);
    if (basis === 'RECOGNISED') {
      refuseUnrecognised(entries, party, year);
      refuseFirstTime(report.overview.recognition);
    }
    const department = districtOf(registeredIn, handInAt);
    const { name, category, creditCode } = report.overview;
    refuseOtherCode(creditCode, party);
    const opening: AssessmentEntryOpening = { ...campaign, year, basis, category };
    return {
      subject: party,
      title: name,
      parties: { institution: [party], department: [unitKey(department.bodyId)] },
      body: department,
      bodies: { district: department, commission: commission.body, assessor },
      about: campaignReference(year),
      opening,
    };
  },
});

type Campaign = Pick<AssessmentEntryOpening, 'campaignId' | 'institutionCutOff' | 'districtCutOff'>;

/** @throws Refusal CONDITION_NOT_MET if no campaign of the year is open to entries */
function openCampaign(things: readonly FoundThing[], year: number): Campaign {
  const found = things.find(({ reference }) => reference === campaignReference(year));
  if (found?.data['stage'] === 'OPEN') {
    const { campaignId, institutionCutOff, districtCutOff } = found.data as unknown as Campaign;
    return { campaignId, institutionCutOff, districtCutOff };
  }
  refuse(
    'CONDITION_NOT_MET',
    found === undefined ? `${year}年度没有测评工作，请核对年度。` : `${year}年度测评工作不在申报期内，不能申报。`,
    found === undefined
      ? `There is no campaign of ${year}; check the year.`
      : `The campaign of ${year} takes no entries now.`,
    { field: 'year', facts: { requirement: 'SH-EVAL-05.4' } },
  );
}

function refuseLate({ institutionCutOff: at }: Campaign, now: string): void {
  if (now < lateFrom({ period: { unit: 'instant', at }, dueAt: at })) return;
  refuse('NOT_NOW', '申报截止时间已过，不再受理。', 'The cut-off has passed: no entry is taken any more.', {
    facts: { requirement: 'SH-EVAL-05.4', institutionCutOff: at },
  });
}

/** One entry a campaign, under one category (SH-EVAL-03.1); one that was withdrawn is none. */
function refuseSecond(cases: readonly FoundCase[], year: number): void {
  const earlier = cases.find(({ stage }) => stage !== 'WITHDRAWN');
  if (earlier === undefined) return;
  refuse(
    'ALREADY_OPEN',
    `您在${year}年度已有申报（案件 ${earlier.id}）；每个服务机构限报一类。`,
    `You have an entry of ${year} already, case ${earlier.id}: each institution enters once, under one category.`,
    { field: 'year', facts: { caseId: earlier.id, requirement: 'SH-EVAL-03.1' } },
  );
}

/** Who was recognised for the year before does not apply for the first time (SH-EVAL-12.1). */
function refuseFirstTime(recognition: Recognition): void {
  if (recognition !== 'FIRST_TIME') return;
  refuse(
    'INVALID_INPUT',
    '上年度市级中小企业服务机构不是初次申报，请填写初次获得资质的时间。',
    'Who was recognised for the year before is no first-time applicant: enter the day of the first recognition.',
    { field: 'report.overview.recognition', facts: { requirement: 'SH-EVAL-12.1' } },
  );
}

/** The report is that of the institution which enters (SH-EVAL-12.1). */
function refuseOtherCode(creditCode: string, party: PartyKey): void {
  if (creditCode === party) return;
  refuse(
    'INVALID_INPUT',
    '自评报告的统一社会信用代码与申报机构不一致。',
    'The credit code of the report is not that of the institution that enters.',
    { field: 'report.overview.creditCode', facts: { requirement: 'SH-EVAL-12.1' } },
  );
}

/** Who was not recognised for the year before can only apply anew (SH-EVAL-01.1). */
function refuseUnrecognised(entries: readonly FoundEntry[], party: PartyKey, year: number): void {
  const entry = entries.find((found) => found.register === registers.institutions && found.party === party);
  const terms = Object.values((entry?.data['terms'] ?? {}) as Readonly<Record<string, Term & { listed: boolean }>>);
  if (
    wasRecognised(
      terms.filter(({ listed }) => listed),
      year,
    )
  )
    return;
  refuse(
    'CONDITION_NOT_MET',
    `登记册中没有您 ${year - 1} 年度市级中小企业服务机构的资格；请按当年度新申报机构申报。`,
    `The register does not have you as a municipal SME service institution of ${year - 1}: enter as newly applying this year.`,
    { field: 'basis', facts: { requirement: 'SH-EVAL-01.1' } },
  );
}

/** The department of the place of registration takes the entry, and no other (SH-EVAL-05.3). */
function districtOf(registeredIn: string, handInAt: string | null) {
  const department = competentDepartment(registeredIn);
  if (department === null) throw new Error(`No department is competent for ${registeredIn}.`);
  if (handInAt === null || handInAt === registeredIn) return department;
  const { zh = registeredIn, en = registeredIn } = regionTitles[registeredIn] ?? {};
  refuse(
    'INVALID_INPUT',
    `申报材料须报送注册地所属的${zh}主管部门。`,
    `The entry goes to the department of the district of registration, ${en}.`,
    { field: 'handInAt', facts: { requirement: 'SH-EVAL-05.3', competent: department.bodyId } },
  );
}
