import type { Text } from '../../rules/text.ts';

/** Why a letter is not there. `lasting`: trying again does not help as long as nothing is changed. */
export class LetterFault extends Error {
  readonly words: Text;
  readonly lasting: boolean;

  constructor(words: Text, lasting: boolean) {
    super(`${words.zh} ${words.en}`);
    this.name = 'LetterFault';
    this.words = words;
    this.lasting = lasting;
  }
}
