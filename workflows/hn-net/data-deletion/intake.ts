/** How staff of the hub proposes a deletion (HN-NET-10.6). Not for workflow code. */
import { z } from 'zod';
import { retentionClasses } from '../../../rules/hn-net/retention.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import { choice } from '../../engine/choice.ts';
import { shortText } from '../../engine/input.ts';
import { intake, type FoundCase } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { refuseOutsideHub, tradingPlatform } from '../trading-platform.ts';

const kind = 'dataDeletion';

export const dataDeletionIntake = intake({
  form: z.strictObject({
    class: titled(
      choice(retentionClasses),
      '记录类别',
      'Class of records',
      text(
        '只涉及保存期已满、没有封存、没有未办结案件的记录。',
        'Only what is past its period, not sealed, and of no open case.',
      ),
    ),
    why: titled(shortText, '提出的理由', 'Why it is proposed'),
  }),

  lookUp: () => ({ cases: [{ kind, subject: tradingPlatform().party }] }),

  file({ form, filer, cases }) {
    refuseOutsideHub(filer, ['reviewer', 'manager']);
    refuseSecond(cases);
    const { party, name, body } = tradingPlatform();
    return { subject: party, title: name, parties: { platform: [party] }, body, opening: form };
  },
});

function refuseSecond(cases: readonly FoundCase[]): void {
  const open = cases.find(({ isOpen }) => isOpen);
  if (open === undefined) return;
  refuse(
    'ALREADY_OPEN',
    `已有删除案件 ${namedCase(open.id)} 正在办理，请先办结。`,
    `A deletion is under way in case ${namedCase(open.id)}; bring it to its end first.`,
    { facts: { caseId: open.id } },
  );
}
