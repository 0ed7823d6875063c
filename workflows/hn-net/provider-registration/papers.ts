/** Licence and permits: what stands against a registration, and the task that opens when one expires (HN-NET-06.3, 06.4). */
import { credentialTitle, expiredCredentials, groundsAgainst, nextExpiry } from '../../../rules/hn-net/credentials.ts';
import { refusalReasons } from '../../../rules/hn-net/refusal-reasons.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import type { Registration } from './contract.ts';
import { enter } from './register-entry.ts';

/** What stands against a registration on the latest form, in words. */
export function groundTitles(step: Registration): Text[] {
  return groundsNow(step).map((ground) => refusalReasons[ground].title);
}

/**
 * @throws Refusal if a permit is missing or a paper has expired: such data are refused or returned, never accepted (HN-NET-06.3)
 */
export function requirePapers(step: Registration): void {
  const grounds = groundsNow(step);
  if (grounds.length === 0) return;
  const titles = groundTitles(step);
  refuse(
    'CONDITION_NOT_MET',
    `不符合登记条件：${titles.map(({ zh }) => zh).join('；')}。请退回补正或依此理由不予通过。`,
    `This stands in the way: ${titles.map(({ en }) => en).join('; ')}. Return it for correction, or refuse it on that ground.`,
    { facts: { requirement: 'HN-NET-06.3', grounds } },
  );
}

/** Watches for the next of the accepted papers to expire; the task of those that have is closed once none is left. */
export function watchPapers(step: Registration): void {
  const { accepted } = step.facts;
  if (accepted === null) return;
  const today = dayOf(step.now);
  step.cancelDeadline('permitExpiry');
  if (expiredCredentials(accepted.credentials, today).length === 0) step.closeTask('expiredPapers');
  const day = nextExpiry(accepted.credentials, today);
  if (day !== null) step.startDeadline('permitExpiry', { unit: 'date', day });
}

/** The last day of a paper is over: the entry says so, a task opens, and the next paper is watched. */
export function paperExpired(step: Registration): void {
  const { accepted, kind } = step.facts;
  if (accepted === null) return;
  const today = dayOf(step.now);
  const expired = expiredCredentials(accepted.credentials, today);
  const papers = expired.map((of) => credentialTitle(of, kind));
  step.openOrDescribeTask('expiredPapers', { papers: expired });
  enter(step);
  step.notify('papersExpired', 'provider', { papers, expiredSince: today });
  watchPapers(step);
}

function groundsNow({ facts, now }: Registration) {
  return groundsAgainst(facts.filed.credentials, dayOf(now));
}
