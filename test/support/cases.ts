/** Looks at cases through the API, and waits for what follows from a fact. */
import { vi } from 'vitest';
import { noticesOf } from './applications.ts';
import { ProblemError } from './api-client.ts';
import type { TestStack } from './test-stack.ts';
import { PATIENCE } from './patience.ts';

/** A case as the API shows it; what scenarios look at. */
export interface CaseSeen {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
  readonly outcome: string | null;
  readonly bodyId: string;
  readonly closedAt: string | null;
  readonly revision: number;
  readonly actions: readonly { readonly name: string }[];
  readonly tasks: readonly { readonly id: string; readonly name: string }[];
  readonly forms: readonly { readonly version: number; readonly data: any }[];
  readonly facts: any;
  readonly letters: readonly { readonly key: string; readonly number: string }[];
  readonly related: readonly { readonly id: string; readonly kind: string; readonly stage: string }[];
}

/** The words of a play without the ids made at random, which are others each time. */
export function withoutIds(words: string): string {
  return words.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
}

/** A case as a person sees it, by default a reviewer. */
export async function caseOf(stack: TestStack, id: string, as = 'reviewer'): Promise<CaseSeen> {
  return (await stack.as(as)).get(`/api/cases/${id}`);
}

/** The case as a person sees it, by default a reviewer, once it has these properties; what it has instead if it never does. */
export function caseWhen(
  stack: TestStack,
  id: string,
  expected: Partial<CaseSeen>,
  as = 'reviewer',
): Promise<CaseSeen> {
  return vi.waitFor(async () => {
    const seen = await caseOf(stack, id, as);
    for (const [name, value] of Object.entries(expected)) {
      const found = seen[name as keyof CaseSeen];
      if (found !== value) throw new Error(`${id}: ${name} is ${String(found)}, not ${String(value)}.`);
    }
    return seen;
  }, PATIENCE);
}

/** When the notices of a template were planned: `2025-09-30T09:00`, in order. */
export async function plannedAt(stack: TestStack, id: string, template: string): Promise<string[]> {
  return (await noticesOf(stack, id, template)).map((notice) => notice.plannedAt.slice(0, 16));
}

/** Cases of a kind that stand beside this one. */
export async function relatedTo(stack: TestStack, id: string, kind: string): Promise<CaseSeen['related']> {
  return (await caseOf(stack, id)).related.filter((one) => one.kind === kind);
}

/** The id of the one case of a kind that stands beside this one. */
export async function relatedId(stack: TestStack, id: string, kind: string): Promise<string> {
  const [one, ...more] = await relatedTo(stack, id, kind);
  if (one === undefined || more.length > 0) throw new Error(`There is not one ${kind} beside ${id}.`);
  return one.id;
}

/** The refusal of a request that must not go through. */
export async function refusalOf(request: Promise<unknown>): Promise<ProblemError> {
  try {
    await request;
  } catch (failure) {
    if (failure instanceof ProblemError) return failure;
    throw failure;
  }
  throw new Error('The request went through; a refusal was expected.');
}
