/** Runs in a thread of its own: see pool.ts. */
import type { Text } from '../../../rules/text.ts';
import { kindOf, type FileKind } from './kinds.ts';
import { Unfit } from './unfit.ts';

/** What came of looking at a file; plain data, since it passes between threads. */
export type Verdict =
  | { readonly kind: FileKind }
  | {
      readonly unfit: Text;
    };

/** Looks at the content of a file. */
export default async function look(content: Uint8Array): Promise<Verdict> {
  try {
    return { kind: await kindOf(Buffer.from(content.buffer, content.byteOffset, content.byteLength)) };
  } catch (failure) {
    if (failure instanceof Unfit) return { unfit: failure.text };
    throw failure;
  }
}
