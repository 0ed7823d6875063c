/** The fields of a provider's form, for filing and for changes (HN-NET-06.2, 06.3, 04.1). Not for workflow code. */
import { z } from 'zod';
import { platformOf } from '../../../rules/hn-net/network.ts';
import type { ProviderForm } from '../../../rules/hn-net/provider.ts';
import { providerIdentity } from '../../../rules/hn-net/provider.ts';
import { regulatedTradeCodes, regulatedTrades, type RegulatedTradeCode } from '../../../rules/hn-net/trades.ts';
import { creditCodeOf } from '../../../rules/parties/credit-code.ts';
import { identityNumberOf } from '../../../rules/parties/identity-number.ts';
import type { Text } from '../../../rules/text.ts';
import { bilingual } from '../../../rules/bilingual.ts';
import { choice } from '../../engine/choice.ts';
import { day, fileId } from '../../engine/input.ts';
import { email, line, maybeLine, maybeParagraphs, nameLine, telephone, webAddress } from '../../engine/typed.ts';

/** A text that must be there, with what is said where it is not. */
function filled(zh: string, en: string, longest = 200) {
  return line(longest, bilingual(`${zh}。`, en));
}

const proof = {
  fileId: fileId.nullable().default(null),
  link: webAddress.nullable().default(null).describe('Electronic link in place of a file'),
  validUntil: day.nullable().default(null).describe('Last day on which it is valid; null if it has no end'),
};

const isProved = ({ fileId: file, link: address }: { fileId: string | null; link: string | null }) =>
  file !== null || address !== null;
const proofMissing = bilingual('请提交文件或电子链接。', 'file it or give a link to it');

const tradeTitles = Object.fromEntries(
  regulatedTradeCodes.map((code) => [code, regulatedTrades[code].trade]),
) as Readonly<Record<RegulatedTradeCode, Text>>;
const trade = choice(tradeTitles);
const shown = maybeParagraphs(500).nullable().default(null);

const service = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,20}$/, bilingual('编号为字母和数字。', 'a code is of letters and digits'))
    .describe('Short code of your own, e.g. S1'),
  name: nameLine(120, bilingual('请填写服务（商品）名称。', 'Name the service')),
  items: z
    .strictObject({ content: shown, standard: shown, flow: shown, fees: shown, handlingTime: shown })
    .describe('Content, standard, flow, fees and handling time, shown on the page (HN-NET-04.1)'),
});

const services = z
  .array(service)
  .min(1, bilingual('请至少填写一项服务（商品）。', 'Name at least one service'))
  .max(100)
  .refine(
    (all) => new Set(all.map(({ code }) => code)).size === all.length,
    bilingual('服务编号重复。', 'Two services have the same code'),
  );

/** What a registered provider may change; kind, code, identity number and platform stay as they were filed. */
const changeable = {
  name: nameLine(120, bilingual('请填写名称。', 'Enter the name')),
  identityProof: z
    .strictObject(proof)
    .refine(isProved, proofMissing)
    .describe('Licence; of a natural person the identity card (HN-NET-01.2)'),
  address: filled('请填写地址', 'Enter the address'),
  contactName: nameLine(60, bilingual('请填写联系人。', 'Name a person to contact')),
  telephone,
  email,
  trades: z.array(trade).max(regulatedTradeCodes.length).describe('Regulated trades among the services'),
  permits: z
    .array(
      z
        .strictObject({ trade, number: filled('请填写证书编号', 'Enter the number of the permit', 100), ...proof })
        .refine(isProved, proofMissing),
    )
    .max(60)
    .describe('Permits or qualifications of the regulated trades (HN-NET-06.3)'),
  services,
  systems: z
    .strictObject({ serviceQuality: z.boolean(), returnVisits: z.boolean(), evaluation: z.boolean() })
    .describe('Management systems that exist (HN-NET-04.2)'),
};

const platform = line(64, bilingual('请选择平台。', 'Choose a platform')).refine(
  (id) => platformOf(id) !== null,
  bilingual('没有这个枢纽或窗口服务平台。', 'There is no such hub or window platform'),
);

/** A number that some have, kept in one way of writing; whether it can be one is judged by the rules. */
function written(writing: (typed: string) => string) {
  return maybeLine(60).overwrite(writing).nullable().default(null);
}

/** What a provider files to be registered. */
export const providerFormSchema = z.strictObject({
  kind: choice(providerIdentity),
  creditCode: written(creditCodeOf).describe('Organisations: unified social credit code'),
  identityNumber: written(identityNumberOf).describe('Natural persons: identity number'),
  ...changeable,
  trades: changeable.trades.default([]),
  permits: changeable.permits.default([]),
  broughtInBy: platform.describe('Hub or window platform that brings the provider in (HN-NET-16.7)'),
  operates: platform
    .nullable()
    .default(null)
    .describe('The platform that the provider itself operates, if it operates one (HN-NET-01.5)'),
}) satisfies z.ZodType<ProviderForm>;

/** Changes of a form; what is left out stays as it was. */
export const providerChanges = z
  .strictObject(changeable)
  .partial()
  .describe('What has changed; permits, trades and services are given whole');

export type ProviderChanges = z.output<typeof providerChanges>;
