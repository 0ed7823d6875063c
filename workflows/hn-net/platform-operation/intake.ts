/** How a platform takes up the checks of its running; there is one such case at a time (HN-NET-14.3). Not for workflow code. */
import { z } from 'zod';
import { unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { fileIds, platformId, words } from '../dispute-input.ts';
import { filedFor } from '../staff-filing.ts';
import { registers, windowsIn } from '../words.ts';

export const platformOperationIntake = intake({
  form: z.strictObject({
    platform: platformId,
    measures: titled(
      words,
      '技术手段和管理措施',
      'Technical and management measures',
      text('如何监测运行、如何备份、由谁处置。', 'How the running is watched, what is backed up, who acts.'),
    ),
    fileIds,
  }),

  lookUp: ({ platform }) => ({
    registers: [registers.windows],
    cases: [{ kind: 'platformOperation', subject: unitKey(platform) }],
  }),

  file({ form: { platform }, filer, cases, entries }): Filing {
    const { named, subject, body, party } = filedFor(filer, platform, windowsIn(entries), 'platform');
    const open = cases.find(({ isOpen }) => isOpen);
    if (open !== undefined) {
      refuse('ALREADY_OPEN', '该平台的运行检查已在进行。', 'The running of this platform is checked already.', {
        facts: { caseId: open.id },
      });
    }
    return { subject, title: named.name.zh, parties: { platform: [party] }, body, opening: {} };
  },
});
