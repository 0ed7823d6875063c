import type { Text } from './text.ts';

/** A body that handles cases as notices name it. */
export interface BodyInWords {
  readonly name: Text;
  readonly telephone: string;
}
