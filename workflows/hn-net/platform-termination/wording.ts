/** Mails of the end of a platform (HN-NET-11). */
import { paragraph } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { platformTermination } from './contract.ts';

export const platformTerminationWording: WordingsOf<typeof platformTermination> = {
  terminationAnnounced: {
    'zh-CN': ({ endsAt, announcement, measures }, say) => ({
      blocks: [
        paragraph(`平台将于 ${say.at(endsAt)} 终止服务，公示见平台主页。`),
        paragraph(announcement),
        paragraph(`保障您权益的措施：${measures}`),
        paragraph('请在终止前办结未完成的事项，并取得您所需的数据副本。'),
      ],
      facts: [['终止时间', say.at(endsAt)]],
    }),
    en: ({ endsAt, announcement, measures }, say) => ({
      blocks: [
        paragraph(`The platform ends at ${say.at(endsAt)}. The notice stands on its home page.`),
        paragraph(announcement),
        paragraph(`How your rights are protected: ${measures}`),
        paragraph('Please finish what is open before the end, and take the copies of your data that you need.'),
      ],
      facts: [['End', say.at(endsAt)]],
    }),
  },

  terminationPostponed: {
    'zh-CN': ({ endsAt, before, measures, reason }, say) => ({
      blocks: [
        paragraph(`平台终止服务的时间由 ${say.at(before)} 推迟至 ${say.at(endsAt)}，此前平台照常提供服务。`),
        paragraph(`理由：${say.of(reason)}`),
        paragraph(`保障您权益的措施：${measures}`),
      ],
      facts: [['终止时间', say.at(endsAt)]],
    }),
    en: ({ endsAt, before, measures, reason }, say) => ({
      blocks: [
        paragraph(
          `The end of the platform moves from ${say.at(before)} to ${say.at(endsAt)}. Until then it serves you as before.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph(`How your rights are protected: ${measures}`),
      ],
      facts: [['End', say.at(endsAt)]],
    }),
  },

  terminationCancelled: {
    'zh-CN': ({ endsAt, reason }, say) => ({
      blocks: [
        paragraph(`原定于 ${say.at(endsAt)} 终止平台服务的计划已取消，平台继续提供服务。`),
        paragraph(`理由：${say.of(reason)}`),
      ],
    }),
    en: ({ endsAt, reason }, say) => ({
      blocks: [
        paragraph(`The platform does not end at ${say.at(endsAt)}, as was announced: it goes on.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
    }),
  },
};
