import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../prisma/client.ts';
import { refuse } from '../../rules/refusal.ts';

const LONGEST_MS = 5_000;
const PAUSE_MS = 100;

/**
 * A letter is made within moments of its notice, and nobody posts one that is not there yet (SH-STORE-11.2): waits for it a little. One
 * that could not be made may be written by hand.
 * @param key of the letter, as the task names it
 * @throws Refusal NOT_NOW
 */
export async function requireLetterMade(database: Database, caseId: string, key: string): Promise<void> {
  const until = Date.now() + LONGEST_MS;
  const making = { caseId, request: key, channel: 'LETTER', status: { in: ['PLANNED', 'SENDING'] } };
  while ((await database.notice.count({ where: making })) > 0) {
    if (Date.now() >= until) {
      refuse(
        'NOT_NOW',
        '告知函正在制作，尚不能寄送；请稍后从案件下载打印，再记录寄送情况。',
        'The letter is being made and cannot have been sent. Download and print it from the case in a moment, then record it.',
        { field: 'letter' },
      );
    }
    await pause(PAUSE_MS);
  }
}
