/** Mails of a registration (HN-NET-06): what several files word is put together here. */
import { fact, list, paragraph, warning } from '../../../rules/notices/content.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import { applicationWording } from './application-wording.ts';
import type { providerRegistration } from './contract.ts';
import { stillSuspended } from './shared-wording.ts';
import { verificationWording } from './verification-wording.ts';

export const providerRegistrationWording: WordingsOf<typeof providerRegistration> = {
  ...applicationWording,
  ...verificationWording,

  listingSuspended: {
    'zh-CN': ({ cause, suspendedAt, untilVerified, reason }, say) => ({
      blocks: [
        paragraph(`您在平台网络的展示自即时起暂停，原因是：${say.of(cause)}。`),
        ...(reason === undefined ? [] : [paragraph(`具体情况：${say.of(reason)}`)]),
        warning('暂停期间，主页不展示服务（商品），也不得发布新的服务（商品）；登记仍然有效，已承接的服务照常履行。'),
        paragraph(
          untilVerified
            ? '请在案件中确认或变更登记信息，核实通过后恢复展示。办理没有期限，请尽早办理。'
            : '请消除上述情形并在案件中提交有关材料，由承办平台决定解除。认为决定有误的，可以向承办平台提出。',
        ),
      ],
      facts: [
        ['原因', say.of(cause)],
        ['暂停时间', say.at(suspendedAt)],
      ],
      action: '查看登记信息',
    }),
    en: ({ cause, suspendedAt, untilVerified, reason }, say) => ({
      blocks: [
        paragraph(`Your listing on the network is suspended from now on because of: ${say.of(cause)}.`),
        ...(reason === undefined ? [] : [paragraph(`In particular: ${say.of(reason)}`)]),
        warning(
          'While it is suspended your page shows no services or goods and none can be published. The registration itself ' +
            'stands, and services that you have taken on are performed as agreed.',
        ),
        paragraph(
          untilVerified
            ? 'Please confirm or change the registered data in the case; the listing comes back once they are verified. There is ' +
                'no time limit, but the sooner the better.'
            : 'Please put this right and hand in the proof in the case; the platform then decides. If you hold the decision to be ' +
                'wrong, please say so to the platform that made it.',
        ),
      ],
      facts: [
        ['Because of', say.of(cause)],
        ['Suspended', say.at(suspendedAt)],
      ],
      action: 'See the registration',
    }),
  },

  listingRestored: {
    'zh-CN': ({ cause, reason, restoredAt, remaining }, say) => ({
      blocks: [
        paragraph(`因“${say.of(cause)}”暂停展示的决定已经解除。`),
        paragraph(`理由：${say.of(reason)}`),
        ...stillSuspended(remaining, say),
        paragraph(
          remaining.length > 0
            ? '上述情形消除后恢复展示。'
            : '主页已恢复展示，可以继续发布服务（商品），无需办理其他手续。',
        ),
      ],
      facts: [['解除时间', say.at(restoredAt)]],
      action: '查看登记信息',
    }),
    en: ({ cause, reason, restoredAt, remaining }, say) => ({
      blocks: [
        paragraph(`The suspension of your listing because of "${say.of(cause)}" has been lifted.`),
        paragraph(`Why: ${say.of(reason)}`),
        ...stillSuspended(remaining, say),
        paragraph(
          remaining.length > 0
            ? 'The listing comes back once that is settled.'
            : 'Your page is shown again and you may go on publishing; there is nothing else for you to do.',
        ),
      ],
      facts: [['Lifted', say.at(restoredAt)]],
      action: 'See the registration',
    }),
  },

  papersExpired: {
    'zh-CN': ({ papers, expiredSince }, say) => ({
      blocks: [
        ...list('您登记的下列证照已过有效期，主页已标明过期', say.all(papers)),
        warning('许可证过期的，不得发布该项服务；平台将核查，仍未取得有效许可的，可以暂停展示或者注销登记。'),
        paragraph('请尽快换证并在案件中选择“核实确认或变更登记信息”提交；不再从事该项服务的，请一并变更服务项目。'),
      ],
      facts: [['过期日期', say.day(expiredSince)]],
      action: '查看登记信息',
    }),
    en: ({ papers, expiredSince }, say) => ({
      blocks: [
        ...list('These registered papers are no longer valid, and your page shows them as expired', say.all(papers)),
        warning(
          'Services of a trade whose permit has expired cannot be published. The platform looks into it; without a valid ' +
            'permit it may suspend the listing or end the registration.',
        ),
        paragraph(
          'Please renew them and hand them in with "Confirm or change the registered data" in the case. If you have given up the ' +
            'trade, change your services there as well.',
        ),
      ],
      facts: [['Expired since', say.day(expiredSince)]],
      action: 'See the registration',
    }),
  },

  providerDeregistered: {
    'zh-CN': ({ ground, deregisteredOn, atOwnWish, reason }, say) => ({
      blocks: [
        paragraph(
          atOwnWish
            ? '按照您的申请，您在平台网络的服务商登记已经注销。'
            : `您在平台网络的服务商登记已被注销，理由是：${say.of(ground)}。`,
        ),
        ...(reason === undefined ? [] : [paragraph(`说明：${say.of(reason)}`)]),
        paragraph(
          '自注销之日起，主页不再展示，不得在平台网络发布服务（商品）；已承接的服务应当履行完毕。' +
            '登记信息自注销之日起依规定保存不少于两年，交易记录自交易完成之日起保存不少于两年。',
        ),
        paragraph(
          atOwnWish
            ? '今后需要的，可以重新申请登记。'
            : '上述情形消除后可以重新申请登记；认为决定有误的，可以向承办平台提出。',
        ),
      ],
      facts: [['注销日期', say.day(deregisteredOn)], ...fact('理由', atOwnWish ? undefined : say.of(ground))],
      action: '查看案件',
    }),
    en: ({ ground, deregisteredOn, atOwnWish, reason }, say) => ({
      blocks: [
        paragraph(
          atOwnWish
            ? 'At your wish your registration as a provider of the network has ended.'
            : `Your registration as a provider of the network has been ended on this ground: ${say.of(ground)}.`,
        ),
        ...(reason === undefined ? [] : [paragraph(`Note: ${say.of(reason)}`)]),
        paragraph(
          'From that day your page is not shown and nothing can be published; services that you have taken on are still to be ' +
            'performed. As the measures ask, identity information is kept for at least two years from that day, and records of ' +
            'transactions for at least two years from their completion.',
        ),
        paragraph(
          atOwnWish
            ? 'You may register anew at any time.'
            : 'You may register anew once the ground is gone. If you hold the decision to be wrong, please say so to the platform.',
        ),
      ],
      facts: [['Ended on', say.day(deregisteredOn)], ...fact('Ground', atOwnWish ? undefined : say.of(ground))],
      action: 'See the case',
    }),
  },

  platformChanged: {
    'zh-CN': ({ issuer, reason, movedAt }, say) => ({
      blocks: [
        paragraph(`您的服务商登记改由${say.of(issuer.name)}负责，登记、核实和调解等事项今后由该平台办理。`),
        paragraph(`原因：${say.of(reason)}`),
        paragraph('登记继续有效，各项期限不变，您无需办理任何手续。'),
      ],
      facts: [
        ['负责平台', say.of(issuer.name)],
        ['变更时间', say.at(movedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ issuer, reason, movedAt }, say) => ({
      blocks: [
        paragraph(
          `${say.of(issuer.name)} now answers for your registration, and handles verification and mediation from now on.`,
        ),
        paragraph(`Why: ${say.of(reason)}`),
        paragraph('The registration goes on, all time limits stay as they are, and there is nothing for you to do.'),
      ],
      facts: [
        ['Platform', say.of(issuer.name)],
        ['Changed', say.at(movedAt)],
      ],
      action: 'See the case',
    }),
  },

  contestDecided: {
    'zh-CN': ({ result, entry, reason, decidedAt }, say) => ({
      blocks: [paragraph(`您对信用记录提出的异议已处理：${say.of(result)}。`), paragraph(`理由：${say.of(reason)}`)],
      facts: [
        ['有异议的记录', entry],
        ['决定时间', say.at(decidedAt)],
      ],
      action: '查看案件',
    }),
    en: ({ result, entry, reason, decidedAt }, say) => ({
      blocks: [
        paragraph(`Your contest of an entry of your credit record was decided: ${say.of(result)}.`),
        paragraph(`Why: ${say.of(reason)}`),
      ],
      facts: [
        ['Entry', entry],
        ['Decided', say.at(decidedAt)],
      ],
      action: 'See the case',
    }),
  },

  contestsEnded: {
    'zh-CN': ({ entries, endedOn }, say) => ({
      blocks: [
        paragraph('您的登记已终止，对下列信用记录的异议尚未作出决定，随登记一并终止。'),
        ...list('有异议的记录', entries),
        paragraph('上述记录予以保留，并注明异议未作决定。重新登记后，可以再次提出异议。'),
      ],
      facts: [['终止日期', say.day(endedOn)]],
      action: '查看案件',
    }),
    en: ({ entries, endedOn }, say) => ({
      blocks: [
        paragraph(
          'Your registration has ended. Your contests of these entries of the credit record were not decided by then, and have ended with it.',
        ),
        ...list('Contested entries', entries),
        paragraph(
          'The entries stand, and the record says that your contest was not decided. Once you are registered anew you may contest them again.',
        ),
      ],
      facts: [['Ended on', say.day(endedOn)]],
      action: 'See the case',
    }),
  },
};
