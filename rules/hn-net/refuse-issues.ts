import { refuse } from '../refusal.ts';
import type { Issue } from './issue.ts';

/**
 * Refuses what was filed if anything is wrong with it, at the first field; the other fields stand in the facts.
 * @throws Refusal INVALID_INPUT
 */
export function refuseIssues(issues: readonly Issue[]): void {
  const [first, ...more] = issues;
  if (first === undefined) return;
  const { field, message, requirement } = first;
  refuse('INVALID_INPUT', `${message.zh}。`, `${message.en}.`, {
    field,
    facts: { requirement, more: more.map((other) => other.field) },
  });
}
