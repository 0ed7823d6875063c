import type { Phrase } from '../../../rules/notices.ts';
import { listed, parts, remarked } from '../../../rules/phrases.ts';
import type { Text } from '../../../rules/text.ts';
import type { Verified } from './contract.ts';

/** Things by what was found of them: in order first. */
export function byResult<R extends Verified>(
  ticked: readonly { readonly of: Phrase; readonly result: R }[],
  results: Readonly<Record<R, Text>>,
): Text {
  const groups = (Object.keys(results) as R[]).map((result) => ({
    result,
    things: ticked.filter((one) => one.result === result).map(({ of }) => of),
  }));
  return parts(
    ...groups.flatMap(({ result, things }) => (things.length === 0 ? [] : [remarked(results[result], listed(things))])),
  );
}
