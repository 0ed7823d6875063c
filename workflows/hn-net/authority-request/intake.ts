/** How a written request is entered by the platform that received it (HN-NET-08.5, 21.4). */
import { HUB } from '../../../rules/hn-net/network.ts';
import { z } from 'zod';
import { checkRequestTimes, requestsFor } from '../../../rules/hn-net/authority-request.ts';
import { packageRecipients } from '../../../rules/hn-net/data-package.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { text } from '../../../rules/text.ts';
import { choice, some } from '../../engine/choice.ts';
import { day, files, instant, shortLine, shortText } from '../../engine/input.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { partyKey, platformId, words } from '../dispute-input.ts';
import { knownOf, lookUpProvider } from '../illegal-content/known.ts';
import { filedFor } from '../staff-filing.ts';
import { entryIn, registers, windowsIn } from '../words.ts';
import type { AuthorityRequestOpening } from './contract.ts';

export const authorityRequestIntake = intake({
  form: z.strictObject({
    platform: titled(
      platformId.default(HUB),
      '收到请求的平台',
      'Platform that was asked',
      text('您工作的平台；不填则为枢纽平台。', 'The platform you work for; the hub if left out.'),
    ),
    provider: titled(partyKey, '所涉服务商', 'Provider it is about'),
    requester: titled(
      choice(some(packageRecipients, 'AUTHORITY', 'COURT', 'ARBITRATION', 'CONSUMER_ASSOCIATION')),
      '请求方',
      'Who asks',
    ),
    requesterName: titled(
      shortLine,
      '请求方名称',
      'Name of who asks',
      text('机关、法院的名称。', 'The body or court.'),
    ),
    requestNumber: titled(shortLine, '来函文号', 'Number of the request'),
    legalBasis: titled(shortText, '法律依据', 'Legal basis', text('来函引用的条款。', 'The provision it relies on.')),
    asked: titled(choice(requestsFor), '请求事项', 'What is asked for'),
    account: titled(words, '来函内容', 'What the request says'),
    receivedAt: titled(instant, '收到时间', 'Received at'),
    answerBy: titled(
      day.optional(),
      '来函要求的答复期限',
      'To be answered by',
      text('来函未定期限的不填。', 'Left out where the request sets none.'),
    ),
    fileIds: titled(files(10).min(1), '来函', 'The request', text('来函的扫描件。', 'The scan of the request.')),
  }),

  lookUp: ({ provider }) => ({ ...lookUpProvider(provider), registers: [registers.windows] }),

  file({ form, filer, now, entries, cases }): Filing {
    const { platform, provider, requester, requesterName, requestNumber, legalBasis, asked, receivedAt } = form;
    const { answerBy = null } = form;
    const { body } = filedFor(filer, platform, windowsIn(entries), 'platform');
    const entry = entryIn(entries, registers.providers);
    if (entry === undefined) {
      refuse('INVALID_INPUT', '该服务商未在平台登记。', 'No such provider is registered.', { field: 'provider' });
    }
    refuseIssues(checkRequestTimes({ receivedAt, answerBy }, now));
    const opening: AuthorityRequestOpening = {
      ...{ provider, requester, requesterName, requestNumber, legalBasis, asked, receivedAt, answerBy },
      ...knownOf(cases),
    };
    return {
      subject: provider,
      title: entry.name,
      parties: {},
      body,
      opening,
    };
  },
});
