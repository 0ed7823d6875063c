/** The form of a declaration, and what of it its base can correct while it prepares it. Not for workflow code. */
import { z } from 'zod';
import { declarationBodies, PROVINCE } from '../../../rules/hn-base/bodies.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { day, files, shortLine } from '../../engine/input.ts';
import { orNull, refersTo, titled } from '../../engine/titled.ts';
import { email, line, nameLine, telephone } from '../../engine/typed.ts';

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

const recognition = {
  title: ['省级认定文号', 'Document of the provincial recognition'],
  help: text('省级中小微企业创业创新基地的认定文件。', 'By which the province has recognised the base.'),
} as const;

/** What a base says of itself, but for its recognition. */
const declared = {
  name: titled(nameLine(100), '基地名称', 'Name of the base'),
  contest: titled(z.boolean(), '参加“创客中国”大赛', 'Took part in the Maker China contest'),
  cloud: titled(z.boolean(), '参加“上云上平台”活动', 'Took part in cloud activities'),
  activities: titled(z.array(activity).max(100), '参加的企业服务活动', 'Service activities taken part in'),
  reports: titled(z.array(report).max(60), '运营情况报送记录', 'Reports of operating data'),
};

export const declarationForm = z.strictObject({
  year: titled(z.int().min(2000).max(2199), '申报年度', 'Year of the call'),
  name: declared.name,
  city: titled(refersTo(choice(cities), 'body'), '所在市州主管部门', 'Department of the city'),
  recognition: titled(orNull(shortLine).default(null), ...recognition.title, recognition.help),
  contest: declared.contest,
  cloud: declared.cloud,
  activities: declared.activities,
  reports: declared.reports,
  contactName: titled(nameLine(60), '联系人', 'Contact'),
  telephone: titled(telephone, '联系电话', 'Telephone'),
  email: titled(email, '联系邮箱', 'E-mail of the contact'),
  fileIds: titled(files(20), '申报材料', 'Materials'),
});

/** What is given is corrected; what is left out stays. */
export const declarationChanges = z
  .strictObject({ ...declared, recognition: titled(shortLine, ...recognition.title, recognition.help) })
  .partial()
  .refine(
    (changes) => Object.keys(changes).length > 0,
    bilingual('请填写要更正的内容。', 'give what is to be corrected'),
  );
