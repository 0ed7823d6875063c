import { refuse } from '../refusal.ts';
import type { Issue } from './issue.ts';

/**
 * Refuses what was filed if anything is wrong with it, at the first field; the other fields stand in the facts.
 * @param names what the fields are called in the request, where that is not what the rules call them
 * @throws Refusal INVALID_INPUT
 */
export function refuseIssues(issues: readonly Issue[], names: Readonly<Record<string, string>> = {}): void {
  const [first, ...more] = issues;
  if (first === undefined) return;
  const nameOf = ({ field }: Issue) => names[field] ?? field;
  const { message, requirement } = first;
  refuse('INVALID_INPUT', `${message.zh}。`, `${message.en}.`, {
    field: nameOf(first),
    facts: { requirement, more: more.map(nameOf) },
  });
}
