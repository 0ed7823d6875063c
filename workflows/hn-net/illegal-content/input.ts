/** Input schemas of the actions of a case of unlawful content. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { contentBreaches, contentMeasures, reportWays } from '../../../rules/hn-net/unlawful-content.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { fileId, instant, note, reason, shortLine } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';
import { webAddress } from '../../engine/typed.ts';
import { fileIds, words } from '../dispute-input.ts';
import { offersNamed } from '../offers-named-input.ts';

/** What content is said or found to breach. */
export const breachCode = titled(
  choice(contentBreaches),
  '违法情形',
  'Breach',
  text('违反的义务，依《办法》第九条所列。', 'The duty breached, as article 9 of the Measures lists them.'),
);

/** Where the content is. */
export const items = titled(
  z.array(webAddress).min(1).max(20),
  '违法内容的网址',
  'Addresses of the content',
  text('每条一个网址。', 'One address each.'),
);

/** The same where offers on this platform can be named in their place. */
export const itemsIfAny = titled(
  z.array(webAddress).max(20).default([]),
  '违法内容的网址',
  'Addresses of the content',
  text(
    '每条一个网址；本平台展示的服务(商品)可在下一项填写。',
    'One address each; offers on this platform can be named below.',
  ),
);

const measures = Object.keys(contentMeasures).length;

export const illegalContentInputs = {
  keepSnapshot: z.strictObject({
    fileId: titled(
      fileId,
      '内容快照',
      'Snapshot',
      text('页面截图或者打印的 PDF，原样留存。', 'A screenshot or a printed PDF, kept as it is.'),
    ),
    note: note.optional(),
  }),
  addEvidence: z.strictObject({
    note: titled(
      words,
      '说明',
      'Explanation',
      text(
        '记入时间线；采取措施后服务商可见，请勿写明身份。',
        'Stands on the timeline, which the provider reads once measures are taken: do not say who you are.',
      ),
    ),
    fileIds,
  }),
  confirmBreach: z.strictObject({
    breach: breachCode,
    measures: titled(
      z.array(choice(contentMeasures)).min(1).max(measures),
      '采取的措施',
      'Measures',
      text('可多选；自认定时起即时生效。', 'One or more; in effect from this moment.'),
    ),
    offers: offersNamed,
    reason,
  }),
  dismissFinding: z.strictObject({ reason }),
  reportToAuthority: z.strictObject({
    authority: titled(
      shortLine,
      '接受报告的部门',
      'Authority',
      text('所在地有关行政管理部门。', 'The competent department of the place.'),
    ),
    way: titled(choice(reportWays), '报告方式', 'Way'),
    reportNumber: titled(shortLine, '报告编号', 'Number of the report'),
    reportedAt: titled(instant, '报告时间', 'Time of the report'),
    fileIds,
  }),
  giveStatement: z.strictObject({ statement: titled(words, '意见', 'Your view'), fileIds }),
  stopService: z.strictObject({ reason }),
  closeMatter: z.strictObject({ note: note.optional() }),
  liftMeasure: z.strictObject({ reason }),
};

export type IllegalContentInputs = {
  [A in keyof typeof illegalContentInputs]: z.output<(typeof illegalContentInputs)[A]>;
};
