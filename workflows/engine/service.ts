/** Whether somebody was reached before a consequence is taken from their silence or absence (XC-04.3). */
import { entry } from '../../rules/phrases.ts';
import { refuse } from '../../rules/refusal.ts';
import { text, type Text } from '../../rules/text.ts';
import type { ProcessContract } from './contract.ts';
import type { DeadlineState } from './state.ts';
import type { CommonReadings } from './types.ts';

/** The notice from whose arrival the consequence of a deadline is taken: of several, the one that has told of it last. */
export function servingNotice({ deadlines }: ProcessContract, deadline: DeadlineState | undefined): string | undefined {
  if (deadline === undefined) return undefined;
  const { servedBy } = deadlines[deadline.name] ?? {};
  return servedBy === undefined || typeof servedBy === 'string' ? servedBy : deadline.toldBy;
}

/**
 * A finding on somebody's silence or absence rests on these notices. Where one of them has reached nobody of theirs, whoever decides says
 * how they learned of it all the same.
 * @throws Refusal STEP_MISSING, which names the notices that have not arrived
 */
export function refuseUnserved(
  step: { readonly contract: Pick<ProcessContract, 'notices'> },
  needed: readonly string[],
  unreached: CommonReadings['unreached'],
  proof: string | undefined,
): void {
  const undelivered = needed.filter((template) => unreached.some((notice) => notice.template === template));
  if (undelivered.length === 0 || proof !== undefined) return;
  const titles = undelivered.flatMap((template) => step.contract.notices[template]?.title ?? []);
  refuse(
    'STEP_MISSING',
    `下列通知尚未送达：${titles.map(({ zh }) => zh).join('、')}。请先另行送达并记录，或者在“送达证明”中写明当事人已知悉的证据。`,
    `These notices have not arrived: ${titles.map(({ en }) => en).join(', ')}. ` +
      'Reach them otherwise and record it, or give the proof that they knew.',
    { field: 'serviceProof', facts: { requirement: 'XC-04.3', undelivered } },
  );
}

/** The proof of service on the timeline; nothing where none was given. */
export function serviceInWords(proof: string | undefined): Text | undefined {
  return proof === undefined ? undefined : entry(text('送达依据', 'how they knew of it'), proof);
}
