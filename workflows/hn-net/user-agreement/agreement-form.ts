/** Fields of a version of the user agreement. Not for workflow code. */
import { z } from 'zod';
import { agreementItems, agreementTexts, platformRules, type AgreementText } from '../../../rules/hn-net/agreement.ts';
import { text } from '../../../rules/text.ts';
import { inUnit, orNull, titled, titledBy } from '../../engine/titled.ts';
import { maybeParagraphs } from '../../engine/typed.ts';

/** Longest text of one content or rule, in characters. */
const LONGEST = 6_000;

/** One content or rule; blank while it is not written yet. */
function words(name: AgreementText) {
  return titledBy(orNull(maybeParagraphs(LONGEST)), agreementTexts[name]);
}

function fields<Name extends AgreementText, Field>(
  names: Readonly<Record<Name, unknown>>,
  field: (name: AgreementText) => Field,
): Record<Name, Field> {
  const pairs = (Object.keys(names) as Name[]).map((name) => [name, field(name)]);
  return Object.fromEntries(pairs) as Record<Name, Field>;
}

const filed = (name: AgreementText) => words(name).default(null);
const changed = (name: AgreementText) => words(name).optional();

const noticeDays = titled(
  inUnit(z.int().min(1).max(365), '日', 'days'),
  '修改协议的提前公示日数',
  'Days of notice before an amendment takes effect',
  text(
    '本协议修改程序约定的日数；下一版本自公布之日起满该日数方可施行。',
    'As the amendment procedure of this version names them: the next version takes effect so many days after its publication.',
  ),
);

const contents = { zh: '用户协议内容', en: 'Contents of the agreement' };
const rules = { zh: '平台规则', en: 'Rules of the platform' };

export const agreementForm = z.strictObject({
  items: titledBy(z.strictObject(fields(agreementItems, filed)), contents),
  rules: titledBy(z.strictObject(fields(platformRules, filed)), rules),
  noticeDays,
});

/** What a draft is changed by: fields that are left out stay as they are. */
export const agreementChanges = z.strictObject({
  items: titledBy(z.strictObject(fields(agreementItems, changed)), contents).optional(),
  rules: titledBy(z.strictObject(fields(platformRules, changed)), rules).optional(),
  noticeDays: noticeDays.optional(),
});
