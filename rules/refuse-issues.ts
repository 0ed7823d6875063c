import { refuse } from './refusal.ts';
import type { Issue } from './issue.ts';

/**
 * Refuses what has issues; does nothing if there are none. The first issue is the message, all of them stand in the facts.
 * @param fields names of the fields in the request where they differ from those of the rules
 * @throws Refusal INVALID_INPUT
 */
export function refuseIssues(issues: readonly Issue[], fields: Readonly<Record<string, string>> = {}): void {
  const [first, ...others] = issues;
  if (first === undefined) return;
  const named = (field: string) => fields[field] ?? field;
  refuse('INVALID_INPUT', `${first.message.zh}。`, `${first.message.en}.`, {
    field: named(first.field),
    facts: {
      requirement: first.requirement,
      more: others.map((one) => named(one.field)),
      issues: issues.map((one) => ({ ...one, field: named(one.field) })),
    },
  });
}
