/**
 * `npm run story`: drives a running training stack through its public API alone and prints what became of each case, with its
 * e-mails. Four tales: a store that is late once and then done, a trial that is regularised, a trial that fails, a no-show.
 *
 *     npm run story                          against http://127.0.0.1:4680
 *     npm run story -- --url URL --lang zh   another address; in Chinese
 */
import { parseArgs } from 'node:util';
import { Narrator } from './narrator.ts';
import { lateOnceThenDone, noShow, trialFailed, trialRegularised } from './tales.ts';
import { Players } from './players.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: process.env['BASE_URL'] ?? 'http://127.0.0.1:4680' },
    lang: { type: 'string', default: 'en' },
  },
});

try {
  const players = await Players.gather(values.url);
  const narrator = new Narrator(players, values.lang === 'zh' ? 'zh' : 'en');
  for (const tale of [lateOnceThenDone, trialRegularised, trialFailed, noShow]) {
    narrator.heading(tale.title);
    for (const caseId of await tale.play(players)) await narrator.tell(caseId);
  }
} catch (failure) {
  const unreachable = failure instanceof TypeError && failure.message === 'fetch failed';
  process.stderr.write(
    unreachable
      ? `Nothing answers at ${values.url}. Start the stack with 'npm start' in another terminal, or name its address with --url.\n`
      : `The story broke off: ${failure instanceof Error ? failure.message : String(failure)}\n`,
  );
  process.exitCode = 1;
}
