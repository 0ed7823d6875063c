/** Input schemas of the actions of the monitoring. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { text } from '../../../rules/text.ts';
import { note, reason } from '../../engine/input.ts';
import { inUnit, refersTo, titled } from '../../engine/titled.ts';
import { caseId, fileIds } from '../dispute-input.ts';

export const contentMonitoringInputs = {
  recordCheck: z.strictObject({
    providers: titled(inUnit(z.int().min(0).max(100_000), '家', 'providers'), '检查的服务商', 'Providers checked'),
    items: titled(inUnit(z.int().min(1).max(1_000_000), '项', 'items'), '检查的服务（商品）', 'Items checked'),
    findingIds: titled(
      z
        .array(refersTo(caseId, 'case', 'illegalContent'))
        .max(100)
        .default([]),
      '发现的违法信息案件',
      'Cases of unlawful content found',
      text(
        '检查发现问题的，先提交违法信息处置，再在此注明。',
        'File what was found as unlawful content first, then name it here.',
      ),
    ),
    note: note.optional(),
    fileIds,
  }),
  endMonitoring: z.strictObject({ reason }),
};

export type ContentMonitoringInputs = {
  [A in keyof typeof contentMonitoringInputs]: z.output<(typeof contentMonitoringInputs)[A]>;
};
