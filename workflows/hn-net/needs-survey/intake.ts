/** How a platform begins a survey of needs, by itself or with every window below it (HN-NET-05.4, 16.5). Not for workflow code. */
import { z } from 'zod';
import { windowsBelow } from '../../../rules/hn-net/network.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import type { SurveyOpening } from '../../cooperation/needs-survey/facts.ts';
import { refusePast, surveyFields } from '../../cooperation/needs-survey/input.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { platformId } from '../dispute-input.ts';
import { filedFor } from '../staff-filing.ts';
import { actingBody, registers, windowsIn } from '../words.ts';

export const needsSurveyIntake = intake({
  form: z.strictObject({
    platform: titled(platformId, '组织调查的平台', 'Platform that holds it'),
    withWindows: titled(
      z.boolean().default(false),
      '由下级窗口共同开展',
      'With the windows below',
      text(
        '勾选后每个下级窗口各有一项任务；枢纽平台勾选即为全省调查。',
        'Each window below gets a task of its own; for the hub this is the whole province.',
      ),
    ),
    ...surveyFields,
  }),

  lookUp: () => ({ registers: [registers.windows] }),

  file({ form: { platform, withWindows, topic, until }, filer, now, entries }): Filing {
    const { named, subject, body, party, network } = filedFor(filer, platform, windowsIn(entries), 'platform');
    refusePast(until, now);
    const windows = withWindows ? windowsBelow(platform, network) : [];
    if (withWindows && windows.length === 0) {
      refuse('INVALID_INPUT', '该平台没有下级窗口。', 'This platform has no windows below it.', {
        field: 'withWindows',
      });
    }
    const opening: SurveyOpening = {
      ...{ topic, until, partOf: null },
      collectors: windows.map(({ id }) => ({ party: unitKey(id), body: actingBody(id, network) })),
    };
    const parties = { collector: [party] };
    return { subject, title: named.name.zh, parties, body, bodies: { platform: body }, opening };
  },
});
