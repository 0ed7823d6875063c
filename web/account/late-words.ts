/** The words of the area, for each part that speaks with them: whoever loads none of these parts does not load them. */
import { addWords } from '../words/words.ts';
import { accountWords } from './words.ts';

addWords('account', accountWords);
