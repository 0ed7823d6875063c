/** How a base declares itself in a call (HN-BASE-01, 02). */
import { z } from 'zod';
import { declarationBodies, PROVINCE } from '../../../rules/hn-base/bodies.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import { choice } from '../../engine/choice.ts';
import { day, files, shortLine } from '../../engine/input.ts';
import { intake, type FoundCase, type FoundEntry } from '../../engine/intake.ts';
import { orNull, refersTo, titled } from '../../engine/titled.ts';
import { email, line, nameLine, telephone } from '../../engine/typed.ts';
import { callEntries } from '../call-entry.ts';
import { callReference, departmentBody, provinceBody, registers } from '../words.ts';
import type { BaseDeclarationOpening } from './facts.ts';

const kind = 'baseDeclaration';

const cities = Object.fromEntries(
  declarationBodies.filter(({ id }) => id !== PROVINCE).map(({ id, name }) => [id, name]),
);

const activity = z.strictObject({
  on: titled(day, '活动日期', 'Day'),
  what: titled(line(200), '活动名称', 'Activity'),
});
const report = z.strictObject({
  dueOn: titled(day, '应报日期', 'Due on'),
  filedOn: titled(orNull(day).default(null), '报送日期', 'Filed on', text('未报的不填。', 'Left out if it never was.')),
});

const form = z.strictObject({
  year: titled(z.int().min(2000).max(2199), '申报年度', 'Year of the call'),
  name: titled(nameLine(100), '基地名称', 'Name of the base'),
  city: titled(refersTo(choice(cities), 'body'), '所在市州主管部门', 'Department of the city'),
  recognition: titled(
    orNull(shortLine).default(null),
    '省级认定文号',
    'Document of the provincial recognition',
    text('省级中小微企业创业创新基地的认定文件。', 'By which the province has recognised the base.'),
  ),
  contest: titled(z.boolean(), '参加“创客中国”大赛', 'Took part in the Maker China contest'),
  cloud: titled(z.boolean(), '参加“上云上平台”活动', 'Took part in cloud activities'),
  activities: titled(z.array(activity).max(100), '参加的企业服务活动', 'Service activities taken part in'),
  reports: titled(z.array(report).max(60), '运营情况报送记录', 'Reports of operating data'),
  contactName: titled(nameLine(60), '联系人', 'Contact'),
  telephone: titled(telephone, '联系电话', 'Telephone'),
  email: titled(email, '联系邮箱', 'E-mail of the contact'),
  fileIds: titled(files(20), '申报材料', 'Materials'),
});

export const baseDeclarationIntake = intake({
  form,

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
