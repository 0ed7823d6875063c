/** A year of the Anhui network, as its members enter it through the API: what feeds the rows of the evaluation (AH-EVAL-02). */
import { checkDigit } from '../../rules/parties/credit-code.ts';
import { summaryParts } from '../../rules/ah/norms.ts';
import { uploadPdf } from '../../dev/rehearsal/steps.ts';
import type { ApiClient } from './api-client.ts';
import type { TestStack } from './test-stack.ts';

/** The platform of Hefei as a party. */
export const HEFEI = 'unit:ah-platform-hefei';

/** Credit codes of so many enterprises; `series` tells them from others. */
export function enterprises(series: string, n: number): string[] {
  return Array.from({ length: n }, (_, nth) => {
    const body = `91340100MA${series}${String(nth).padStart(4, '0')}A`;
    return body + checkDigit(body);
  });
}

/** How many are under way at once: as many as a few people enter beside each other. */
const AT_ONCE = 3;

/** So many times, a few at once; the answers in their order. */
export async function times<T>(n: number, make: (nth: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (let from = 0; from < n; from += AT_ONCE) {
    const nths = Array.from({ length: Math.min(AT_ONCE, n - from) }, (_, nth) => from + nth);
    made.push(...(await Promise.all(nths.map(make))));
  }
  return made;
}

async function opened(client: ApiClient, kind: string, form: object): Promise<string> {
  const { caseId } = await client.post<{ caseId: string }>(`/api/cases/${kind}`, form);
  return caseId;
}

/** A need that the platform of Hefei has taken; completed as is said below. */
export async function takenNeed(stack: TestStack): Promise<string> {
  const consumer = await stack.as('consumer');
  const need = await opened(consumer, 'serviceNeed', { category: 'TECHNOLOGY', need: '产品需要做防爆检测。' });
  await (await stack.as('anhuiplatform')).act(need, 'offerNeed', { provider: HEFEI });
  await (await stack.as('hefei')).act(need, 'takeOrder');
  return need;
}

/** The day on which a need was served, and what its enterprise says of it, if it does. */
export interface Served {
  readonly on: string;
  readonly satisfied?: boolean;
}

export async function completeNeed(stack: TestStack, need: string, { on, satisfied }: Served): Promise<void> {
  await (await stack.as('hefei')).act(need, 'completeService', { completedOn: on });
  if (satisfied !== undefined) await (await stack.as('consumer')).act(need, 'evaluateService', { satisfied });
}

/** An activity of the platform of Hefei, planned for this day and published. */
export async function plannedActivity(
  stack: TestStack,
  form: { readonly plannedOn: string; readonly mode: 'OFFLINE' | 'ONLINE'; readonly partners: readonly string[] },
): Promise<string> {
  const hefei = await stack.as('hefei');
  const id = await opened(hefei, 'memberActivity', {
    name: '政策进园区',
    kind: 'THEMED',
    content: '政策宣讲。',
    ...form,
  });
  await hefei.act(id, 'publishActivity');
  return id;
}

/** It was held; its evidence is handed in and accepted. */
export async function heldActivity(
  stack: TestStack,
  id: string,
  { on, onPlan, evaluated }: { on: string; onPlan: boolean; evaluated?: { evaluations: number; satisfied: number } },
): Promise<void> {
  const [hefei, platform] = [await stack.as('hefei'), await stack.as('anhuiplatform')];
  const attendance = [{ body: 'ah-platform-hefei', enterprises: 30, persons: 40 }];
  if (evaluated !== undefined) {
    await hefei.act(id, 'openSignUp');
    await hefei.act(id, 'recordSignUps', { enterprises: 120 });
  }
  await hefei.act(id, 'recordHeld', { heldOn: on, checkedIn: 110, attendance });
  if (evaluated !== undefined) await hefei.act(id, 'recordEvaluations', evaluated);
  for (const piece of ['LIST', 'PHOTOS', 'SUMMARY']) {
    await hefei.act(id, 'uploadEvidence', { piece, fileIds: [await uploadPdf(hefei, `${piece}.pdf`)] });
  }
  await platform.act(id, 'acceptEvidence', { onPlan });
}

/** The yearly work summary in its seven parts. */
export async function yearlySummary(client: ApiClient, changes: object = {}) {
  const parts = Object.fromEntries(Object.keys(summaryParts).map((part) => [part, '各项服务按计划开展。']));
  return { parts, serviceFileIds: [await uploadPdf(client, '服务开展情况.pdf')], ...changes };
}
