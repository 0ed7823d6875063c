/** Looks at cases through the API, and waits for what follows from a fact. */
import { vi } from 'vitest';
import { ProblemError } from '../../dev/rehearsal/api-client.ts';
import type { TestStack } from './test-stack.ts';

export interface DeadlineSeen {
  readonly name: string;
  readonly status: string;
  readonly dueAt: string | null;
  readonly lastDay: string | null;
  readonly startedAt: string;
  readonly workingDaysLeft: number | null;
  readonly words: { readonly zh: string };
  readonly consequence: { readonly zh: string };
  readonly clause: string;
  readonly explanation: readonly { readonly day: string; readonly counted: boolean; readonly ordinal: number | null }[];
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[];
}

export interface CaseSeen {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
  readonly outcome: string | null;
  readonly closedAt: string | null;
  readonly revision: number;
  readonly ruleVersion: number;
  readonly deadlines: readonly DeadlineSeen[];
  readonly endedDeadlines: readonly DeadlineSeen[];
  readonly actions: readonly { readonly name: string }[];
  readonly tasks: readonly { readonly id: string; readonly name: string }[];
  readonly forms: readonly { readonly version: number; readonly data: any }[];
  readonly facts: any;
  readonly related: readonly { readonly id: string; readonly kind: string; readonly stage: string }[];
}

export interface LineSeen {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly title: { readonly zh: string };
  readonly actor: { readonly id: string; readonly role: string };
  readonly detail: any;
  readonly clause: string | null;
}

export interface NoticeSeen {
  readonly id: string;
  readonly template: string;
  readonly status: string;
  readonly plannedAt: string;
  readonly recipientEmail: string;
  readonly subject: string | null;
}

export async function caseOf(stack: TestStack, id: string, as = 'reviewer'): Promise<CaseSeen> {
  return (await stack.as(as)).get(`/api/cases/${id}`);
}

/** The case as soon as the check of it passes; the last failure of the check if it never does. */
export function caseWhen(stack: TestStack, id: string, check: (seen: CaseSeen) => unknown): Promise<CaseSeen> {
  return vi.waitFor(
    async () => {
      const seen = await caseOf(stack, id);
      check(seen);
      return seen;
    },
    { timeout: 20_000, interval: 50 },
  );
}

/** An open or ended deadline of a case; the latest of its name. */
export function deadlineOf({ deadlines, endedDeadlines }: CaseSeen, name: string): DeadlineSeen {
  const found = [...endedDeadlines, ...deadlines].filter((deadline) => deadline.name === name).at(-1);
  if (found === undefined) throw new Error(`There is no deadline '${name}'.`);
  return found;
}

/** The whole timeline of a case. */
export async function timelineOf(stack: TestStack, id: string, as = 'manager'): Promise<LineSeen[]> {
  const client = await stack.as(as);
  const lines: LineSeen[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: LineSeen[]; nextCursor: string | null } = await client.get(
      `/api/cases/${id}/timeline?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    lines.push(...page.items);
    cursor = page.nextCursor;
  }
  return lines;
}

/** Notices of a case, oldest first. */
export async function noticesOf(stack: TestStack, id: string): Promise<NoticeSeen[]> {
  const manager = await stack.as('manager');
  const { items } = await manager.get<{ items: NoticeSeen[] }>(`/api/notices?caseId=${id}&limit=100`);
  return items.reverse();
}

/** When the notices of a template were planned, in order. */
export async function plannedAt(stack: TestStack, id: string, template: string): Promise<string[]> {
  const notices = await noticesOf(stack, id);
  return notices.filter((notice) => notice.template === template).map((notice) => notice.plannedAt.slice(0, 16));
}

/** Cases of a kind that stand beside this one. */
export async function relatedTo(stack: TestStack, id: string, kind: string): Promise<CaseSeen['related']> {
  return (await caseOf(stack, id)).related.filter((one) => one.kind === kind);
}

/** The refusal of a request, which is expected; the test fails if it goes through. */
export async function refusalOf(request: Promise<unknown>): Promise<ProblemError> {
  try {
    await request;
  } catch (failure) {
    if (failure instanceof ProblemError) return failure;
    throw failure;
  }
  throw new Error('The request went through; a refusal was expected.');
}
