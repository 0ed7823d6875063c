/** How a base declares itself in a call (HN-BASE-01, 02). */
import { unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { namedCase } from '../../engine/case-number.ts';
import { intake, type FoundCase, type FoundEntry } from '../../engine/intake.ts';
import { callEntries } from '../call-entry.ts';
import { callReference, departmentBody, provinceBody, registers } from '../words.ts';
import type { BaseDeclarationOpening } from './facts.ts';
import { declarationForm } from './form-schema.ts';

const kind = 'baseDeclaration';

export const baseDeclarationIntake = intake({
  form: declarationForm,

  lookUp: ({ year }, party) => ({
    registers: [registers.calls],
    cases: [
      { kind, subject: party, about: callReference(year) },
      { kind: 'baseTitle', subject: party },
    ],
    entries: [{ register: registers.titles, party }],
  }),

  file({ form: filed, party, entries, cases }) {
    const { year, name, recognition, contest, cloud, activities, reports } = filed;
    const call = openCall(entries, year);
    if (recognition === null) {
      refuse(
        'CONDITION_NOT_MET',
        '申报单位须为省级中小微企业创业创新基地，请填写认定文号。',
        'Only bases that the province has recognised may declare; give the document.',
        { field: 'recognition', facts: { requirement: 'HN-BASE-01.1' } },
      );
    }
    refuseSecond(cases);
    refuseLongTitle(entries, year);
    const title = cases.find((one) => one.kind === 'baseTitle' && one.isOpen);
    const city = departmentBody(filed.city);
    const opening: BaseDeclarationOpening = {
      year,
      call: call.caseId,
      name,
      declared: { recognition, contest, cloud, activities: activities.length, reports },
      filingDay: call.filingDay,
      finalDay: call.finalDay,
      title: title?.id ?? null,
    };
    return {
      subject: party,
      title: name,
      parties: { base: [party], city: [unitKey(city.bodyId)] },
      body: city,
      bodies: { city, province: provinceBody() },
      about: callReference(year),
      opening,
    };
  },
});

/** The call of the year. @throws Refusal NOT_NOW where none is open */
function openCall(entries: readonly FoundEntry[], year: number) {
  const calls = callEntries(entries);
  const call = calls.find((one) => one.year === year && one.isOpen);
  if (call !== undefined) return call;
  const open = calls.filter((one) => one.isOpen).map((one) => one.year);
  return refuse(
    'NOT_NOW',
    `${year}年度没有正在受理的申报；正在受理的年度：${open.join('、') || '无'}。`,
    `No call of ${year} is open; open ones: ${open.join(', ') || 'none'}.`,
    { field: 'year' },
  );
}

function refuseSecond(cases: readonly FoundCase[]): void {
  const open = cases.find((one) => one.kind === kind && one.isOpen);
  if (open === undefined) return;
  refuse(
    'ALREADY_OPEN',
    `本年度已申报（案件 ${namedCase(open.id)}），请在该案件中办理。`,
    `The base has declared in this call (case ${namedCase(open.id)}); go on there.`,
    { facts: { caseId: open.id } },
  );
}

/** Who holds a title beyond the year of the call has nothing to declare; one that ends in it may be declared again (HN-BASE-01.5). */
function refuseLongTitle(entries: readonly FoundEntry[], year: number): void {
  const title = entries.find(({ register, status }) => register === registers.titles && status !== 'EXPIRED');
  const until = title?.data['validTo'];
  if (typeof until !== 'string' || Number(until.slice(0, 4)) <= year) return;
  refuse(
    'CONDITION_NOT_MET',
    `国家示范基地称号有效至${until}，期满当年方可重新申报。`,
    `The national title is valid until ${until}; it may be declared again in the year in which it ends.`,
    { facts: { validTo: until, requirement: 'HN-BASE-01.5' } },
  );
}
