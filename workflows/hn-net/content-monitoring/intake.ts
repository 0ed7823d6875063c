/** How the hub takes up its monitoring: an officer says what is checked and how; there is one at a time (HN-NET-08.1). */
import { z } from 'zod';
import { HUB, bodyOf } from '../../../rules/hn-net/network.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { fileIds, words } from '../dispute-input.ts';
import { filedForHub } from '../staff-filing.ts';

export const contentMonitoringIntake = intake({
  form: z.strictObject({
    procedure: titled(
      words,
      '检查监控制度和流程',
      'System and procedure',
      text('检查哪些内容、由谁检查、如何抽查。', 'What is checked, by whom, and how items are drawn.'),
    ),
    fileIds,
  }),

  lookUp: () => ({ cases: [{ kind: 'contentMonitoring', subject: unitKey(HUB) }] }),

  file({ filer, cases }): Filing {
    const body = filedForHub(filer, 'procedure');
    const open = cases.find(({ isOpen }) => isOpen);
    if (open !== undefined) {
      refuse('ALREADY_OPEN', '内容检查监控已在进行。', 'The monitoring is under way already.', {
        facts: { caseId: open.id },
      });
    }
    const subject = unitKey(HUB);
    const title = bodyOf(HUB)?.name.zh ?? HUB;
    return { subject, title, parties: { platform: [subject] }, body, opening: {} };
  },
});
