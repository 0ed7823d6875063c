/** How staff of the hub files the plan to end the platform (HN-NET-11.1). Not for workflow code. */
import { z } from 'zod';
import { refuse } from '../../../rules/refusal.ts';
import { namedCase } from '../../engine/case-number.ts';
import { intake, type FoundCase } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { paragraphs } from '../../engine/typed.ts';
import { refuseOutsideHub, tradingPlatform } from '../trading-platform.ts';
import { refuseEarlyEnd } from './end.ts';
import { endsAt, measures } from './input.ts';

const kind = 'platformTermination';

export const platformTerminationIntake = intake({
  form: z.strictObject({
    endsAt,
    announcement: titled(paragraphs(2_000), '公示内容', 'Words of the notice'),
    measures,
  }),

  lookUp: () => ({ cases: [{ kind, subject: tradingPlatform().party }] }),

  file({ form, filer, now, rules, cases }) {
    refuseOutsideHub(filer, ['reviewer', 'manager']);
    refuseSecond(cases);
    refuseEarlyEnd(form.endsAt, now, Number(rules['termination.noticeMonths']));
    const { party, name, body } = tradingPlatform();
    return { subject: party, title: name, parties: { platform: [party] }, body, opening: form };
  },
});

function refuseSecond(cases: readonly FoundCase[]): void {
  const open = cases.find(({ isOpen, stage }) => isOpen || stage === 'TERMINATED');
  if (open === undefined) return;
  refuse(
    'ALREADY_OPEN',
    `已有终止平台服务的案件 ${namedCase(open.id)}，请在该案件中办理。`,
    `The end of the platform is under way in case ${namedCase(open.id)}; go on there.`,
    { facts: { caseId: open.id } },
  );
}
