/** How a window platform is declared, or put on record by the provincial department that recognised it earlier (HN-NET-02.1). */
import { z } from 'zod';
import { departmentAt, type Network } from '../../../rules/hn-net/network.ts';
import {
  checkDeclaration,
  networkOf,
  recommendingDepartment,
  usedCodeIssues,
  windowId,
  windowKinds,
  windowRegions,
  type WindowDeclaration,
} from '../../../rules/hn-net/window.ts';
import { issue } from '../../../rules/hn-net/issue.ts';
import { namedPlatformIssues } from '../../../rules/hn-net/named-platform.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { creditCodeOf, isCreditCode } from '../../../rules/parties/credit-code.ts';
import { partyKind } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Person } from '../../../rules/roles.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, type Day } from '../../../rules/time/index.ts';
import { namedCase } from '../../engine/case-number.ts';
import { choice } from '../../engine/choice.ts';
import { day, files, shortLine } from '../../engine/input.ts';
import { intake, type FoundCase } from '../../engine/intake.ts';
import { orNull, refersTo, titled } from '../../engine/titled.ts';
import { email, id, line, maybeLine, nameLine, paragraphs, telephone } from '../../engine/typed.ts';
import { networkBody, registers, windowReference, windowsIn } from '../words.ts';
import type { Recognition, WindowQualificationOpening } from './facts.ts';

const notACode = bilingual(
  '代号以字母开头，用小写字母、数字和连字符，最多 30 位。',
  'a code begins with a letter and has small letters, digits and dashes, 30 at the most',
);

const form = z.strictObject({
  kind: titled(choice(windowKinds), '窗口类型', 'Kind of window'),
  name: titled(nameLine(100), '窗口服务平台名称', 'Name of the window platform'),
  code: titled(
    z.string().regex(/^[a-z][a-z0-9-]{1,29}$/, notACode),
    '平台代号',
    'Code',
    text('用于网址和账户，例如 ningxiang。', 'For addresses and accounts, e.g. ningxiang.'),
  ),
  mark: titled(
    line(6),
    '案号字',
    'Mark of its case numbers',
    text('两至四个汉字，例如 宁企窗。', 'Two to four Chinese characters: place, enterprise, window.'),
  ),
  region: titled(
    choice(windowRegions),
    '所在地区',
    'Region',
    text('县市区窗口选县市区，市州窗口选市州。', 'Of a county window its county, of a city window its city.'),
  ),
  parent: titled(
    refersTo(id.max(64), 'platform'),
    '上级平台',
    'Platform above',
    text('县市区窗口的上级为市州窗口。', 'Above a county window stands that of its city.'),
  ),
  industry: titled(
    orNull(maybeLine(60)).default(null),
    '产业',
    'Industry',
    text('产业窗口填写。', 'Of an industry window.'),
  ),
  telephone: titled(telephone, '服务电话', 'Telephone of the window'),
  construction: titled(
    paragraphs(2000, bilingual('请填写建设情况。', 'say what has been built')),
    '建设情况',
    'What has been built',
    text('场所、人员、系统和服务。', 'Premises, staff, systems and services.'),
  ),
  operatorName: titled(nameLine(100), '运营单位名称', 'Name of the operator'),
  contactName: titled(nameLine(60), '联系人', 'Contact'),
  email: titled(email, '联系邮箱', 'E-mail of the contact'),
  fileIds: titled(files(10).min(1), '建设报告', 'Report on the construction'),
  operatorCode: titled(
    refersTo(orNull(maybeLine(60).overwrite(creditCodeOf)).default(null), 'creditCode'),
    '运营单位统一社会信用代码',
    'Credit code of the operator',
    text('仅主管部门补录已认定的窗口时填写。', 'Only where the department puts a recognised window on record.'),
  ),
  recognisedOn: titled(
    orNull(day).default(null),
    '认定日期',
    'Recognised on',
    text('仅主管部门补录时填写。', 'Only where the department puts it on record.'),
  ),
  document: titled(
    orNull(shortLine).default(null),
    '认定文号',
    'Number of the recognition',
    text('仅主管部门补录时填写。', 'Only where the department puts it on record.'),
  ),
});

type Form = z.output<typeof form>;

const kind = 'windowQualification';

export const windowQualificationIntake = intake({
  form,

  lookUp: (declared) => ({
    registers: [registers.windows],
    cases: [{ kind, about: windowReference(windowId(declared)) }],
  }),

  file({ form: declared, filer, party, now, entries, cases }) {
    const { operatorName } = declared;
    const window = declarationOf(declared);
    const network = networkOf(windowsIn(entries));
    const declares = partyKind(party) === 'ORGANISATION';
    if (!declares) requireProvince(filer, network);
    const recognised = declares ? refuseRecognition(declared) : recognitionOf(declared, dayOf(now));
    // A window with which the stack started is put on record as what it is.
    const others = recognised === null ? network : network.filter(({ id: known }) => known !== windowId(window));
    refuseIssues([
      ...namedPlatformIssues('parent', window.parent, windowsIn(entries)),
      ...checkDeclaration(window, others),
      ...usedCodeIssues(window, windowsIn(entries)),
    ]);
    refuseSecond(cases);
    const city = recommendingDepartment(window.region, network);
    const province = departmentAt('HN', network);
    if (city === null || province === null) throw new Error('The network has no departments.');
    const bodies = { city: networkBody(city.id, network), province: networkBody(province.id, network) };
    const operator = recognised === null ? party : (declared.operatorCode ?? '');
    const opening: WindowQualificationOpening = { window, recognised };
    return {
      subject: operator,
      title: operatorName,
      parties: { operator: [operator] },
      body: bodies.city,
      bodies,
      about: windowReference(windowId(window)),
      opening,
    };
  },
});

function declarationOf({ kind: of, name, code, mark, region, parent, industry, telephone: called }: Form) {
  const window: WindowDeclaration = {
    ...{ name, code, mark, region, parent, telephone: called },
    kind: of,
    industry: industry === '' ? null : industry,
  };
  return window;
}

/** Windows are declared by organisations; those that were recognised earlier are put on record by the department that did so. */
function requireProvince({ offices }: Person, network: Network): void {
  const province = departmentAt('HN', network);
  if (offices.some(({ role, bodyId }) => role === 'manager' && bodyId === province?.id)) return;
  refuse(
    'NOT_ALLOWED',
    '窗口服务平台由单位申报；已认定的窗口由省主管部门补录。',
    'A window platform is declared by an organisation; one recognised earlier is put on record by the province.',
  );
}

/** What an operator that declares its window does not give. */
function refuseRecognition({ operatorCode, recognisedOn, document }: Form): null {
  const given = Object.entries({ operatorCode, recognisedOn, document }).filter(([, value]) => value !== null);
  refuseIssues(
    given.map(([field]) =>
      issue(field, '02.1', '仅主管部门补录时填写', 'Only the department that puts a window on record gives it'),
    ),
  );
  return null;
}

/** The recognition that the department puts on record. */
function recognitionOf({ operatorCode, recognisedOn, document }: Form, today: Day): Recognition {
  refuseIssues([
    ...(isCreditCode(operatorCode ?? '')
      ? []
      : [issue('operatorCode', '02.1', '请填写运营单位信用代码', 'Give the credit code of the operator')]),
    ...(recognisedOn !== null && recognisedOn <= today
      ? []
      : [issue('recognisedOn', '02.1', '请填写不晚于今天的认定日期', 'Give the day of it, today at the latest')]),
    ...(document === null ? [issue('document', '02.1', '请填写认定文号', 'Give the number of the document')] : []),
  ]);
  return { on: recognisedOn ?? today, document: document ?? '' };
}

function refuseSecond(cases: readonly FoundCase[]): void {
  const open = cases.find(({ isOpen }) => isOpen);
  if (open === undefined) return;
  refuse(
    'ALREADY_OPEN',
    `该窗口已申报或已认定（案件 ${namedCase(open.id)}）。`,
    `This window is declared or recognised already (case ${namedCase(open.id)}).`,
    { facts: { caseId: open.id, stage: open.stage } },
  );
}
