/** How an institution enters a campaign (SH-EVAL-05). Not for workflow code. */
import { z } from 'zod';
import { competentDepartment, districtInWords } from '../../../rules/sh-eval/bodies.ts';
import type { Issue } from '../../../rules/issue.ts';
import { checkEntrant } from '../../../rules/sh-eval/entrant.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { lateFrom } from '../../../rules/time/index.ts';
import { text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import { intake, type FoundCase, type FoundThing } from '../../engine/intake.ts';
import { orNull, titled } from '../../engine/titled.ts';
import { assessor, campaignReference, commission, registers } from '../words.ts';
import { entryChecklist } from './checklist.ts';
import { entryContent } from './entry-form.ts';
import type { AssessmentEntryFacts, AssessmentEntryOpening } from './facts.ts';
import { district, districtOfRegistration } from './registered-in.ts';

const kind = 'assessmentEntry';

const form = entryContent.extend({
  year: titled(z.int().min(2000).max(2199), '测评年度', 'Assessed year'),
  registeredIn: districtOfRegistration,
  handInAt: titled(
    orNull(district()).default(null),
    '报送区',
    'District it is handed in to',
    text('须为注册地所属区；可以不填。', 'That of the registration; may be left out.'),
  ),
});

export const assessmentEntryIntake = intake({
  form,
  checklist: entryChecklist,
  handedInAt: (facts) => (facts as Partial<AssessmentEntryFacts>).electronicAt ?? null,

  lookUp: ({ year }, party) => ({
    things: [campaignReference(year)],
    entries: [{ register: registers.institutions, party }],
    cases: [{ kind, subject: party, about: campaignReference(year) }],
  }),

  file({ form: { year, basis, report, registeredIn, handInAt }, party, now, entries, cases, things = [] }) {
    const campaign = openCampaign(things, year);
    refuseLate(campaign, now);
    refuseSecond(cases, year);
    const registered = entries.find((found) => found.register === registers.institutions && found.party === party);
    refuseOther(checkEntrant({ basis, report, party, year, registered: registered?.data }));
    const department = districtOf(registeredIn, handInAt);
    const { name, category } = report.overview;
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
    `您在${year}年度已有申报（案件 ${namedCase(earlier.id)}）；每个服务机构限报一类。`,
    `You have an entry of ${year} already, case ${namedCase(earlier.id)}: each institution enters once, under one category.`,
    { field: 'year', facts: { caseId: earlier.id, requirement: 'SH-EVAL-03.1' } },
  );
}

/** @throws Refusal for the first thing that does not fit the entrant: CONDITION_NOT_MET for a right it does not have, else INVALID_INPUT */
function refuseOther([wrong]: readonly Issue[]): void {
  if (wrong === undefined) return;
  const { field, requirement, message } = wrong;
  const code = field === 'basis' ? 'CONDITION_NOT_MET' : 'INVALID_INPUT';
  refuse(code, `${message.zh}。`, `${message.en}.`, { field, facts: { requirement } });
}

/** The department of the place of registration takes the entry, and no other (SH-EVAL-05.3). */
function districtOf(registeredIn: string, handInAt: string | null) {
  const department = competentDepartment(registeredIn);
  if (department === null) throw new Error(`No department is competent for ${registeredIn}.`);
  if (handInAt === null || handInAt === registeredIn) return department;
  const { zh, en } = districtInWords(registeredIn);
  refuse(
    'INVALID_INPUT',
    `申报材料须报送注册地所属的${zh}主管部门。`,
    `The entry goes to the department of the district of registration, ${en}.`,
    { field: 'handInAt', facts: { requirement: 'SH-EVAL-05.3', competent: department.bodyId } },
  );
}
