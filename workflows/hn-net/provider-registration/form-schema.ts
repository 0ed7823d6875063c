/** The fields of a provider's form, for filing and for changes (HN-NET-06.2, 06.3, 04.1). Not for workflow code. */
import { z } from 'zod';
import type { ProviderForm } from '../../../rules/hn-net/provider.ts';
import { providerIdentity } from '../../../rules/hn-net/provider.ts';
import { regulatedTradeCodes, regulatedTrades, type RegulatedTradeCode } from '../../../rules/hn-net/trades.ts';
import { creditCodeOf } from '../../../rules/parties/credit-code.ts';
import { identityNumberOf } from '../../../rules/parties/identity-number.ts';
import { text, type Text } from '../../../rules/text.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { choice } from '../../engine/choice.ts';
import { day, fileId } from '../../engine/input.ts';
import { orNull, refersTo, titled, titledBy } from '../../engine/titled.ts';
import { email, line, maybeLine, maybeParagraphs, nameLine, telephone, webAddress } from '../../engine/typed.ts';
import { fieldTitles } from './form-fields.ts';

/** A text that must be there, with what is said where it is not. */
function filled(zh: string, en: string, longest = 200) {
  return line(longest, bilingual(`${zh}。`, en));
}

const proof = {
  fileId: orNull(fileId).default(null),
  link: titled(
    orNull(webAddress).default(null),
    '电子链接',
    'Electronic link',
    text('没有文件的，填写可查询的链接。', 'In place of a file.'),
  ),
  validUntil: titled(
    orNull(day).default(null),
    '有效期至',
    'Valid until',
    text('有效期的最后一日；长期有效的不填。', 'Last day on which it is valid; none if it has no end.'),
  ),
};

const isProved = ({ fileId: file, link: address }: { fileId: string | null; link: string | null }) =>
  file !== null || address !== null;
const proofMissing = bilingual('请提交文件或电子链接。', 'file it or give a link to it');

const tradeTitles = Object.fromEntries(
  regulatedTradeCodes.map((code) => [code, regulatedTrades[code].trade]),
) as Readonly<Record<RegulatedTradeCode, Text>>;
const trade = titled(choice(tradeTitles), '须经许可的业务', 'Regulated trade');
const shown = orNull(maybeParagraphs(500)).default(null);

const service = titled(
  z.strictObject({
    code: titled(
      z.string().regex(/^[A-Za-z0-9_-]{1,20}$/, bilingual('编号为字母和数字。', 'a code is of letters and digits')),
      '编号',
      'Code',
      text('自编的简短编号，例如 S1。', 'Short code of your own, e.g. S1.'),
    ),
    name: titled(nameLine(120, bilingual('请填写服务（商品）名称。', 'Name the service')), '名称', 'Name'),
    items: titled(
      z.strictObject({
        content: titled(shown, '服务内容', 'Content'),
        standard: titled(shown, '服务标准', 'Standard'),
        flow: titled(shown, '服务流程', 'Flow'),
        fees: titled(shown, '收费标准', 'Fees'),
        handlingTime: titled(shown, '办理时限', 'Handling time'),
      }),
      '公开事项',
      'What is disclosed',
      text('在公开页面上公示（HN-NET-04.1）。', 'Shown on the page (HN-NET-04.1).'),
    ),
  }),
  '服务（商品）',
  'Service',
);

const services = z
  .array(service)
  .min(1, bilingual('请至少填写一项服务（商品）。', 'Name at least one service'))
  .max(100)
  .refine(
    (all) => new Set(all.map(({ code }) => code)).size === all.length,
    bilingual('服务编号重复。', 'Two services have the same code'),
  );

const permit = titled(
  z
    .strictObject({
      trade,
      number: titled(
        filled('请填写证书编号', 'Enter the number of the permit', 100),
        '证书编号',
        'Number of the permit',
      ),
      ...proof,
    })
    .refine(isProved, proofMissing),
  '行政许可、从业资质',
  'Permit or qualification',
);

const systems = z.strictObject({
  serviceQuality: titled(z.boolean(), '服务质量管理制度', 'Service quality'),
  returnVisits: titled(z.boolean(), '回访制度', 'Return visits'),
  evaluation: titled(z.boolean(), '评价制度', 'Evaluation'),
});

/** What a registered provider may change; kind, code, identity number and platform stay as they were filed. */
const changeable = {
  name: titledBy(nameLine(120, bilingual('请填写名称。', 'Enter the name')), fieldTitles.name),
  identityProof: titledBy(
    z.strictObject(proof).refine(isProved, proofMissing),
    fieldTitles.identityProof,
    text(
      '营业执照等证照；自然人为身份证（HN-NET-01.2）。',
      'Licence; of a natural person the identity card (HN-NET-01.2).',
    ),
  ),
  address: titledBy(filled('请填写地址', 'Enter the address'), fieldTitles.address),
  contactName: titledBy(nameLine(60, bilingual('请填写联系人。', 'Name a person to contact')), fieldTitles.contactName),
  telephone: titledBy(telephone, fieldTitles.telephone),
  email: titledBy(email, fieldTitles.email),
  trades: titledBy(
    z.array(trade).max(regulatedTradeCodes.length),
    fieldTitles.trades,
    text('所提供的服务中须经许可的业务。', 'Regulated trades among the services.'),
  ),
  permits: titledBy(
    z.array(permit).max(60),
    fieldTitles.permits,
    text('上列业务的许可、资质（HN-NET-06.3）。', 'Those of the regulated trades (HN-NET-06.3).'),
  ),
  services: titledBy(services, fieldTitles.services),
  systems: titledBy(
    systems,
    fieldTitles.systems,
    text('已建立的制度（HN-NET-04.2）。', 'Management systems that exist (HN-NET-04.2).'),
  ),
};

/** Whether there is such a platform is judged by the rules: windows come and go (HN-NET-02). */
const platform = refersTo(line(64, bilingual('请选择平台。', 'Choose a platform')), 'platform');

/** A number that some have, kept in one way of writing; whether it can be one is judged by the rules. */
function written(writing: (typed: string) => string) {
  return orNull(maybeLine(60).overwrite(writing)).default(null);
}

/** What a provider files to be registered. */
export const providerFormSchema = z.strictObject({
  kind: titled(choice(providerIdentity), '服务商类型', 'Kind of provider'),
  creditCode: titled(
    refersTo(written(creditCodeOf), 'creditCode'),
    '统一社会信用代码',
    'Unified social credit code',
    text('单位填写。', 'Of an organisation.'),
  ),
  identityNumber: titled(
    written(identityNumberOf),
    '公民身份号码',
    'Identity number',
    text('自然人填写。', 'Of a natural person.'),
  ),
  ...changeable,
  trades: changeable.trades.default([]),
  permits: changeable.permits.default([]),
  broughtInBy: titled(
    platform,
    '引入平台',
    'Brought in by',
    text(
      '引入本服务商的枢纽或者窗口平台（HN-NET-16.7）。',
      'Hub or window platform that brings the provider in (HN-NET-16.7).',
    ),
  ),
  operates: titled(
    orNull(platform).default(null),
    '自营的平台',
    'Platform operated',
    text(
      '本服务商自己运营的平台，没有的不填（HN-NET-01.5）。',
      'The platform that the provider itself operates, if it operates one (HN-NET-01.5).',
    ),
  ),
}) satisfies z.ZodType<ProviderForm>;

/** Changes of a form; what is left out stays as it was. */
export const providerChanges = z.strictObject(changeable).partial();

export type ProviderChanges = z.output<typeof providerChanges>;
