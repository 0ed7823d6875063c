/**
 * `npm run story`: drives the running training stack of this folder through its public API alone and prints what became of each case,
 * with its e-mails. Twelve tales: a store that is late once and then done, a trial that is regularised, a trial that fails, a no-show, a
 * complaint that the department settles; two complaints upheld and a clearance, a rectification, an exit, a warning that helps; an assessment
 * from its call to the list; a quarter and a year of the Anhui network; a year of a county window in Hunan.
 *
 *     npm run story                    the stack that npm start runs in this folder
 *     npm run story -- --lang zh       in Chinese
 *     npm run story -- --data FOLDER   the stack of npm start -- --data FOLDER
 *     npm run story -- --url URL       only if that stack is at this address
 *
 * It moves the clock of that stack, and of no other: where none runs for the folder, it refuses.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runningStack, WrongStackError } from '../running-stack.ts';
import { anhuiYear } from './anhui-tale.ts';
import { assessed } from './assessment-tale.ts';
import { Narrator } from './narrator.ts';
import { Players } from './players.ts';
import { complaintsThenCleared, left, rectified, warnedAndRecovered } from './supervision-tales.ts';
import { complaintSettled, lateOnceThenDone, noShow, trialFailed, trialRegularised } from './tales.ts';
import { windowYear } from './window-tale.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const tales = [
  ...[lateOnceThenDone, trialRegularised, trialFailed, noShow, complaintSettled],
  ...[complaintsThenCleared, rectified, left, warnedAndRecovered],
  ...[assessed, anhuiYear, windowYear],
];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: join(root, '.anjuan') },
      url: { type: 'string' },
      lang: { type: 'string', default: 'en' },
    },
  });
  const { url, dir, inboxUrl } = runningStack(values.data, values.url);
  process.stderr.write(`This moves the clock of the stack at ${url}, whose data are in ${dir}.\n`);
  const players = await Players.gather(url, 0, inboxUrl);
  const narrator = new Narrator(players, values.lang === 'zh' ? 'zh' : 'en');
  for (const tale of tales) {
    narrator.heading(tale.title);
    for (const [at, caseId] of (await tale.play(players)).entries()) {
      await narrator.tell(caseId, tale.readers?.[at] ?? tale.reader ?? 'manager');
    }
  }
}

try {
  await main();
} catch (failure) {
  process.stderr.write(`${explained(failure)}\n`);
  process.exitCode = 1;
}

function explained(failure: unknown): string {
  if (failure instanceof WrongStackError) return failure.message;
  if (failure instanceof TypeError && failure.message === 'fetch failed') {
    return 'The stack does not answer: it is starting or stopping. Try again when npm start has said where everything is.';
  }
  return `The story broke off: ${failure instanceof Error ? failure.message : String(failure)}`;
}
