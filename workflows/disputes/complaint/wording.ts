/** Mails of a complaint in every regime; what each calls things, and what follows from a complaint, it says itself. */
import { deadlines, fact, facts, list, paragraph, type Fact, type Wording } from '../../../rules/notices/content.ts';
import type { Notice } from '../../../rules/notices.ts';
import type { Words } from '../../../rules/notices/words.ts';
import type { Text } from '../../../rules/text.ts';
import type { ComplaintMatter, complaintNotices } from './notices.ts';

/** What the mails of a regime say in its own words. Each is a part of a sentence, without its full stop. */
export interface ComplaintWords {
  /** Whom complaints are about: 服务商, `provider`. */
  readonly respondent: Text;
  /** What the complainant may do until the complaint is registered: "…, add evidence or …". */
  readonly meanwhile: Text;
  /** What the respondent is asked to do, and what follows if it does not: whole sentences. */
  readonly answer: Text;
  /** What a complaint that was withdrawn leads to: "…, and nothing enters a credit record". */
  readonly nothingFollows: Text;
}

type WordingsOfComplaint = {
  readonly [N in keyof ReturnType<typeof complaintNotices>]: ReturnType<typeof complaintNotices>[N] extends Notice<
    infer D
  >
    ? Wording<D>
    : never;
};

/** The mails of a complaint, in the words of a regime. */
export function complaintWordings({ respondent, meanwhile, answer, nothingFollows }: ComplaintWords) {
  return {
    complaintReceived: {
      'zh-CN': ({ issuer, ground, orderNumber, receivedAt }, say) => ({
        blocks: [
          paragraph(`您的投诉已由${say.of(issuer.name)}收到，平台将在下列期限内登记。`),
          deadlines,
          paragraph(`登记后会另行通知您。在此期间您可以在平台${meanwhile.zh}。`),
        ],
        facts: [
          ['投诉事由', say.of(ground)],
          ...fact('订单编号', orderNumber),
          ['收到时间', say.at(receivedAt)],
          ...fact('联系电话', issuer.telephone),
        ],
        action: '查看投诉',
      }),
      en: ({ issuer, ground, orderNumber, receivedAt }, say) => ({
        blocks: [
          paragraph(`The ${say.of(issuer.name)} has received your complaint and registers it within the time below.`),
          deadlines,
          paragraph(`You will be told once it is registered. Meanwhile you may ${meanwhile.en} on the platform.`),
        ],
        facts: [
          ['Complaint about', say.of(ground)],
          ...fact('Order number', orderNumber),
          ['Received', say.at(receivedAt)],
          ...fact('Telephone', issuer.telephone),
        ],
        action: 'See the complaint',
      }),
    },

    complaintRegistered: {
      'zh-CN': ({ issuer, competent, registeredAt }, say) => ({
        blocks: [
          paragraph(`您的投诉已由${say.of(issuer.name)}登记，将在下列期限内调查处理，并对责任作出认定。`),
          deadlines,
          ...(competent === undefined
            ? []
            : [
                paragraph(
                  `被投诉的${respondent.zh}由${say.of(competent.name)}负责接入，投诉将移送该平台办理，您无需重新投诉，处理期限不因移送延长。`,
                ),
              ]),
          paragraph(`被投诉的${respondent.zh}可以答复说明，双方均可补充证据。处理结果及理由将告知双方。`),
        ],
        facts: [
          ['登记时间', say.at(registeredAt)],
          ['登记平台', say.of(issuer.name)],
          ...fact('办理平台', competent && say.of(competent.name)),
        ],
        action: '查看投诉',
      }),
      en: ({ issuer, competent, registeredAt }, say) => ({
        blocks: [
          paragraph(
            `The ${say.of(issuer.name)} has registered your complaint. It is investigated within the time below and ends ` +
              'with a finding on responsibility.',
          ),
          deadlines,
          ...(competent === undefined
            ? []
            : [
                paragraph(
                  `The ${respondent.en} was brought into the network by the ${say.of(competent.name)}, to which the complaint is ` +
                    'transferred. You need not file it again, and the time does not become longer.',
                ),
              ]),
          paragraph(
            `The ${respondent.en} may answer, and both sides may add evidence. Both are told the finding and its reasons.`,
          ),
        ],
        facts: [
          ['Registered', say.at(registeredAt)],
          ['Registered by', say.of(issuer.name)],
          ...fact('Handled by', competent && say.of(competent.name)),
        ],
        action: 'See the complaint',
      }),
    },

    complaintAgainstProvider: {
      'zh-CN': ({ issuer, ...matter }, say) => ({
        subject: `投诉告知：${say.of(matter.ground)}`,
        blocks: [
          paragraph(`${say.of(issuer.name)}登记了一件对贵方的投诉，现将投诉内容告知如下。`),
          facts,
          paragraph(answer.zh),
        ],
        facts: [...matterInChinese(matter, say), ...fact('平台电话', issuer.telephone)],
        action: '查看投诉',
      }),
      en: ({ issuer, ...matter }, say) => ({
        subject: `A complaint about your service: ${say.of(matter.ground)}`,
        blocks: [
          paragraph(`The ${say.of(issuer.name)} has registered a complaint about you. This is what it says.`),
          facts,
          paragraph(answer.en),
        ],
        facts: [...matterInEnglish(matter, say), ...fact('Telephone of the platform', issuer.telephone)],
        action: 'See the complaint',
      }),
    },

    complaintFileGrew: {
      'zh-CN': ({ by, what, words, files, at }, say) => ({
        blocks: [paragraph(`${say.of(by)}在本投诉中提交了${say.of(what)}。您可以在平台查看，并补充自己的证据。`)],
        facts: [['内容', words], ...fact('附件', files === 0 ? undefined : `${files} 个`), ['提交时间', say.at(at)]],
        action: '查看材料',
      }),
      en: ({ by, what, words, files, at }, say) => ({
        blocks: [
          paragraph(
            `In this complaint ${say.of(what)} was handed in by the ${lower(say.of(by))}. You can read it on the platform ` +
              'and add evidence of your own.',
          ),
        ],
        facts: [
          ['It says', words],
          ...fact('Files', files === 0 ? undefined : String(files)),
          ['Handed in', say.at(at)],
        ],
        action: 'See what was handed in',
      }),
    },

    complaintFinding: {
      'zh-CN': (
        { verdict, responsible, breached, evidence, reason, decidedAt, effect, former, mediationOpen },
        say,
      ) => ({
        subject: `投诉处理结果：${say.of(verdict)}`,
        blocks: [
          paragraph(
            former === undefined
              ? `本投诉已调查处理完毕，结果为：${say.of(verdict)}。`
              : `本投诉经复核重新作出认定，结果为：${say.of(verdict)}。原认定（${say.of(former)}）不再有效。`,
          ),
          facts,
          ...list('认定违反的义务', say.all(breached)),
          ...(effect === undefined ? [] : [paragraph(`${say.of(effect)}。`)]),
          paragraph(
            mediationOpen
              ? '投诉人对处理结果仍有争议的，可以在平台申请调解，也可以通过其他渠道维权。'
              : '仍有争议的，可以通过其他渠道维权。',
          ),
        ],
        facts: [
          ['责任认定', say.of(responsible)],
          ...fact('认定依据', evidence),
          ['理由', say.of(reason)],
          ['认定时间', say.at(decidedAt)],
        ],
        action: '查看处理结果',
      }),
      en: ({ verdict, responsible, breached, evidence, reason, decidedAt, effect, former, mediationOpen }, say) => ({
        subject: `Finding on the complaint: ${say.of(verdict)}`,
        blocks: [
          paragraph(
            former === undefined
              ? `The complaint has been investigated. Finding: ${say.of(verdict)}.`
              : `The complaint has been decided anew. Finding: ${say.of(verdict)}. The former one (${say.of(former)}) no ` +
                  'longer holds.',
          ),
          facts,
          ...list('Duties found breached', say.all(breached)),
          ...(effect === undefined ? [] : [paragraph(`${say.of(effect)}.`)]),
          paragraph(
            mediationOpen
              ? 'If the dispute is not over with that, the complainant may apply for mediation on the platform; other ' +
                  'channels are open as well.'
              : 'If the dispute is not over with that, other channels are open.',
          ),
        ],
        facts: [
          ['Responsible', say.of(responsible)],
          ...fact('Evidence', evidence),
          ['Reasons', say.of(reason)],
          ['Decided', say.at(decidedAt)],
        ],
        action: 'See the finding',
      }),
    },

    complaintReopened: {
      'zh-CN': ({ former, reason, reopenedAt, effect }, say) => ({
        blocks: [
          paragraph(`本投诉原认定结果为“${say.of(former)}”，现进入复核，将在下列期限内重新作出认定。`),
          deadlines,
          ...(effect === undefined ? [] : [paragraph(`${say.of(effect)}。`)]),
          paragraph('复核期间双方均可补充证据。'),
        ],
        facts: [
          ['复核原因', say.of(reason)],
          ['复核时间', say.at(reopenedAt)],
        ],
        action: '查看投诉',
      }),
      en: ({ former, reason, reopenedAt, effect }, say) => ({
        blocks: [
          paragraph(
            `The finding on this complaint (${say.of(former)}) is under review; the complaint is decided anew within the ` +
              'time below.',
          ),
          deadlines,
          ...(effect === undefined ? [] : [paragraph(`${say.of(effect)}.`)]),
          paragraph('Both sides may add evidence meanwhile.'),
        ],
        facts: [
          ['Why', say.of(reason)],
          ['Reopened', say.at(reopenedAt)],
        ],
        action: 'See the complaint',
      }),
    },

    complaintWithdrawn: {
      'zh-CN': ({ withdrawnAt, reason, mediationGoesOn }, say) => ({
        blocks: [
          paragraph(`投诉人已撤回本投诉，投诉结案，平台不作责任认定，${nothingFollows.zh}。`),
          ...(mediationGoesOn ? [paragraph('同一争议的调解不因撤回投诉而终止。')] : []),
        ],
        facts: [['撤回时间', say.at(withdrawnAt)], ...fact('撤回原因', reason && say.of(reason))],
        action: '查看投诉',
      }),
      en: ({ withdrawnAt, reason, mediationGoesOn }, say) => ({
        blocks: [
          paragraph(
            'The complainant has withdrawn the complaint, and it is closed. The platform makes no finding on ' +
              `responsibility, and ${nothingFollows.en}.`,
          ),
          ...(mediationGoesOn ? [paragraph('The mediation of the same dispute goes on.')] : []),
        ],
        facts: [['Withdrawn', say.at(withdrawnAt)], ...fact('Why', reason && say.of(reason))],
        action: 'See the complaint',
      }),
    },

    complaintOverdue: {
      'zh-CN': ({ duty, overdueSince }, say) => ({
        subject: `投诉逾期督办：${say.of(duty)}`,
        blocks: [
          paragraph(`本投诉已超过期限，尚未完成：${say.of(duty)}。请督促承办人员尽快办理，或者指派他人办理。`),
          paragraph('逾期不产生其他自动后果，投诉仍须登记、处理并作出认定。'),
        ],
        facts: [['逾期时间', say.at(overdueSince)]],
        action: '查看投诉',
      }),
      en: ({ duty, overdueSince }, say) => ({
        subject: `A complaint is overdue: ${say.of(duty)}`,
        blocks: [
          paragraph(
            `The time for this complaint has passed and it is still to be done: ${say.of(duty)}. Please see that it is done ` +
              'soon, or give it to somebody else.',
          ),
          paragraph('Nothing follows of itself: the complaint must still be registered, handled and decided.'),
        ],
        facts: [['Overdue since', say.at(overdueSince)]],
        action: 'See the complaint',
      }),
    },
  } satisfies WordingsOfComplaint;
}

function matterInChinese({ ground, orderNumber, happenedOn, account, claim }: ComplaintMatter, say: Words): Fact[] {
  return [
    ['投诉事由', say.of(ground)],
    ...fact('订单编号', orderNumber),
    ['发生日期', say.day(happenedOn)],
    ['投诉内容', account],
    ['投诉人诉求', claim],
  ];
}

function matterInEnglish({ ground, orderNumber, happenedOn, account, claim }: ComplaintMatter, say: Words): Fact[] {
  return [
    ['Complaint about', say.of(ground)],
    ...fact('Order number', orderNumber),
    ['Happened on', say.day(happenedOn)],
    ['What happened', account],
    ['What is asked for', claim],
  ];
}

/** A title within a sentence. */
function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
