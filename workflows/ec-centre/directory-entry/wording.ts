/** Mails on an entry (EC-CENTRE-03, 04.2). */
import { deadlines, paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { directoryEntry } from './contract.ts';

export const directoryEntryWording: WordingsOf<typeof directoryEntry> = {
  providerAdmitted: {
    'zh-CN': ({ name, centre }) => ({
      blocks: [
        paragraph(`“${name}”已准入${centre}的服务与服务商名录。`),
        paragraph('服务商介绍、服务内容和服务价格齐全后，由中心公布条目。'),
      ],
      action: '查看条目',
    }),
    en: ({ name, centre }) => ({
      blocks: [
        paragraph(`“${name}” is admitted to the directory of ${centre}.`),
        paragraph('The centre publishes the entry once it has introduction, content and price.'),
      ],
      action: 'See the entry',
    }),
  },
  entryRefused: {
    'zh-CN': ({ name, centre, reason }, say) => ({
      blocks: [paragraph(`“${name}”未准入${centre}的服务与服务商名录。`), paragraph(`理由：${say.of(reason)}`)],
    }),
    en: ({ name, centre, reason }, say) => ({
      blocks: [
        paragraph(`“${name}” is not admitted to the directory of ${centre}.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
    }),
  },
  listingChanged: {
    'zh-CN': ({ name, centre }) => ({
      blocks: [paragraph(`“${name}”修改了在${centre}名录中的条目，请核对并公布。`)],
      action: '查看并公布',
    }),
    en: ({ name, centre }) => ({
      blocks: [
        paragraph(`“${name}” has changed its entry in the directory of ${centre}; please look at it and publish it.`),
      ],
      action: 'See it and publish',
    }),
  },
  entryPublished: {
    'zh-CN': ({ name, centre, version, publishedAt }, say) => ({
      blocks: [paragraph(`“${name}”在${centre}名录中的条目已公布（第 ${version} 版）。`), deadlines],
      facts: [['公布时间', say.at(publishedAt)]],
      action: '查看条目',
    }),
    en: ({ name, centre, version, publishedAt }, say) => ({
      blocks: [
        paragraph(`The entry of “${name}” in the directory of ${centre} is published, as version ${version}.`),
        deadlines,
      ],
      facts: [['Published', say.at(publishedAt)]],
      action: 'See the entry',
    }),
  },
  entryOutdated: {
    'zh-CN': ({ name, centre, confirmedOn }, say) => ({
      blocks: [
        paragraph(`“${name}”在${centre}名录中的条目已十二个月未确认（以平台规则为准），标记为待更新，暂不安排服务。`),
        paragraph('内容仍然有效的，请确认；有变化的，请修改。'),
      ],
      facts: [['最近确认', say.day(confirmedOn)]],
      action: '查看并确认条目',
    }),
    en: ({ name, centre, confirmedOn }, say) => ({
      blocks: [
        paragraph(
          `The entry of “${name}” in the directory of ${centre} has not been confirmed for the time that the rules say, twelve months as a rule. It is marked outdated, and no service is assigned to it.`,
        ),
        paragraph('Please confirm it if it is right still, or change it.'),
      ],
      facts: [['Confirmed last', say.day(confirmedOn)]],
      action: 'See the entry and confirm it',
    }),
  },
  providerExited: {
    'zh-CN': ({ name, centre, reason, removedOn }, say) => ({
      blocks: [paragraph(`“${name}”已退出${centre}的服务与服务商名录。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [['移出日期', say.day(removedOn)]],
    }),
    en: ({ name, centre, reason, removedOn }, say) => ({
      blocks: [paragraph(`“${name}” is no longer in the directory of ${centre}.`), paragraph(`Why: ${say.of(reason)}`)],
      facts: [['Removed', say.day(removedOn)]],
    }),
  },
};
