/** The hash chain of a timeline as a file: every link, and of each line that the reader may read what its hash covers. */
import { hashedPart, verifyChain, type wholeTimeline } from '../../activities/timeline.ts';
import type { ProcessContract } from '../../workflows/engine/contract.ts';
import type { FoundCase } from '../views/read-case.ts';
import { isShown } from '../views/timeline-view.ts';

/**
 * The chain as it stands. A line the reader may not read is there with its hashes alone, so that the links can be followed from the first
 * to the head.
 */
export function chainFile(
  contract: ProcessContract | undefined,
  found: FoundCase,
  { lines, head }: Awaited<ReturnType<typeof wholeTimeline>>,
): object {
  const isRead = (line: (typeof lines)[number]) => !found.standing.onlyFollows && isShown(contract, line, found);
  return {
    verified: verifyChain(lines, head),
    head: head.timelineHead,
    length: head.timelineLength,
    links: lines.map((line) => ({
      ...{ seq: line.seq, algorithm: line.algorithm, prevHash: line.prevHash, hash: line.hash },
      line: isRead(line) ? hashedPart(line) : null,
    })),
  };
}
