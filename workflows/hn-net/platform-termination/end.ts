/** What stands in the way of an end: too little notice, or parties whose matters are still open. */
import {
  earliestEnd,
  mattersOfParties,
  protectiveMeasureCodes,
  protectiveMeasures,
  type MatterKind,
  type ProtectiveMeasure,
} from '../../../rules/hn-net/termination.ts';
import { refuse } from '../../../rules/refusal.ts';
import { dayOf, momentInWords, type Instant } from '../../../rules/time/index.ts';
import type { TerminationReading } from '../words.ts';

/**
 * @param noticeAt when everybody knew, or knows if the notice goes out now
 * @throws Refusal INVALID_INPUT for an end before whole months of notice have passed (HN-NET-11.1)
 */
export function refuseEarlyEnd(endsAt: Instant, noticeAt: Instant, months: number): void {
  const earliest = earliestEnd(dayOf(noticeAt), months);
  if (endsAt >= earliest) return;
  const words = momentInWords(earliest);
  refuse(
    'INVALID_INPUT',
    `终止服务须至少提前 ${months} 个月公示，最早可于 ${words.zh} 终止。`,
    `The notice must run for at least ${months} months: the platform can end at ${words.en} at the earliest.`,
    { field: 'endsAt', facts: { requirement: 'HN-NET-11.1', earliest } },
  );
}

/** @throws Refusal CONDITION_NOT_MET while somebody concerned has not been told (HN-NET-11.2) */
export function refuseUntold({ untold }: TerminationReading): void {
  if (untold === 0) return;
  refuse(
    'CONDITION_NOT_MET',
    `还有 ${untold} 个服务商或者消费者未通知。`,
    `${untold} providers or consumers have not been told yet.`,
    { facts: { requirement: 'HN-NET-11.2', untold } },
  );
}

/** @throws Refusal CONDITION_NOT_MET while a measure is not recorded, or a matter of the parties is open (HN-NET-11.3) */
export function refuseUnprotected(done: readonly ProtectiveMeasure[], { open }: TerminationReading): void {
  const left = protectiveMeasureCodes.filter((code) => !done.includes(code)).map((code) => protectiveMeasures[code]);
  const matters = (Object.keys(mattersOfParties) as MatterKind[]).flatMap((kind) => {
    const count = open[kind] ?? 0;
    return count === 0
      ? []
      : [{ zh: `${mattersOfParties[kind].zh} ${count} 件`, en: `${count} ${mattersOfParties[kind].en}` }];
  });
  if (left.length + matters.length === 0) return;
  const missing = [...matters, ...left];
  refuse(
    'CONDITION_NOT_MET',
    `保障措施尚未全部落实：${missing.map(({ zh }) => zh).join('；')}。`,
    `The protective measures are not complete: ${missing.map(({ en }) => en).join('; ')}.`,
    { facts: { requirement: 'HN-NET-11.3', open, missing } },
  );
}
