/** The steps of a store's life, shared with the story, and what only scenarios need. All through the public API. */
export * from '../../dev/rehearsal/steps.ts';
import { openStores, reportAll, type Filing, type OpenedStore, type Rehearsal } from '../../dev/rehearsal/steps.ts';

/** Every line of a case's past, in order, as staff read it. */
export async function timelineOf(stage: Rehearsal, caseId: string, as = 'manager'): Promise<TimelineLine[]> {
  const client = await stage.as(as);
  const lines: TimelineLine[] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { items: TimelineLine[]; nextCursor: string | null } = await client.get(
      `/api/cases/${caseId}/timeline?limit=200${next}`,
    );
    lines.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return lines;
}

export interface TimelineLine {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly actor: {
    readonly kind: string;
    readonly id: string;
    readonly role: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly name: string | null;
  };
  readonly detail: Readonly<Record<string, any>> | null;
  readonly clause: string | null;
  readonly requirement: string | null;
  readonly notices: readonly {
    readonly id: string;
    readonly status: string;
    readonly subject: string | null;
    readonly address: string;
    readonly error: string | null;
    readonly response: string | null;
  }[];
  readonly noticeStates: readonly { readonly status: string; readonly count: number }[];
}

/** The notices of a case, the earliest first, optionally of one template. */
export async function noticesOf(
  stage: Rehearsal,
  caseId: string,
  template?: string,
  as = 'manager',
): Promise<NoticeItem[]> {
  const manager = await stage.as(as);
  const { items } = await manager.get<{ items: NoticeItem[] }>(`/api/notices?caseId=${caseId}&limit=200`);
  return items.filter((notice) => template === undefined || notice.template === template).reverse();
}

export interface NoticeItem {
  readonly id: string;
  readonly template: string;
  readonly channel: string;
  readonly recipientEmail: string;
  readonly status: string;
  readonly subject: string | null;
  readonly plannedAt: string;
  readonly sentAt: string | null;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly response: string | null;
}

/** A deadline of a case as it stands now, ended or not; the latest entry of that name. */
export async function deadlineOf(stage: Rehearsal, caseId: string, name: string): Promise<any> {
  const manager = await stage.as('manager');
  const { deadlines, endedDeadlines } = await manager.get(`/api/cases/${caseId}`);
  const named = [...deadlines, ...endedDeadlines].filter((deadline: { name: string }) => deadline.name === name);
  return named.sort((a: { entry: number }, b: { entry: number }) => b.entry - a.entry)[0];
}

/**
 * Brings a store to exactly these figures by facts as of now: orders and products first, then followers, one point each,
 * for the points still missing.
 */
export async function reachFigures(
  stage: Rehearsal,
  storeId: string,
  figures: { readonly points: number; readonly orders: number; readonly products: number },
): Promise<void> {
  const times = (n: number) => Array.from({ length: n }, (_, index) => `${storeId.slice(-8)}-${index + 1}`);
  await reportAll(stage, storeId, [
    { type: 'DECORATION_PUBLISHED' },
    ...times(figures.products).map((id) => ({ type: 'PRODUCT_LISTED', productId: `p${id}` })),
    ...times(figures.orders).map((id) => ({ type: 'ORDER_COMPLETED', orderId: `o${id}` })),
  ]);
  const manager = await stage.as('manager');
  const { points } = await manager.get<{ points: number }>(`/api/stores/${storeId}`);
  if (points > figures.points) throw new Error(`The store has ${points} points already.`);
  const followers = times(figures.points - points).map((id) => ({
    type: 'FOLLOW',
    userId: `u${id}`,
    userType: 'PERSONAL',
  }));
  if (followers.length > 0) await reportAll(stage, storeId, followers);
}

/** The stores of both providers, approved at the same moment, at which the clock stands afterwards. */
export async function openTwoStores(
  stage: Rehearsal,
  approvedAt: string,
  filings: readonly [Filing, Filing] = [{ as: 'provider' }, { as: 'provider2' }],
): Promise<[OpenedStore, OpenedStore]> {
  return openStores(stage, approvedAt, filings);
}
