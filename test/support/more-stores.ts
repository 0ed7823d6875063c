/** Stores of institutions beside the two of training mode: each with an account of its own, and opened through the API as every store is. */
import type { ApplicationFigures } from '../../rules/sh-store/form.ts';
import {
  applicationBody,
  openedBy,
  passInterview,
  passPreliminaryReview,
  settled,
  type OpenedStore,
} from './applications.ts';
import { addAccount } from './network.ts';
import type { TestStack } from './test-stack.ts';

export interface Institution {
  /** Name of its account, which is made. */
  readonly account: string;
  readonly creditCode: string;
  readonly name: string;
}

/** Applied for, reviewed, interviewed and approved at `approvedAt`, at which the clock stands afterwards. */
export async function openStoreOf(
  stack: TestStack,
  { account, creditCode, name }: Institution,
  approvedAt: string,
  figures: Partial<ApplicationFigures>,
): Promise<OpenedStore> {
  await addAccount(stack, account, name, { role: 'provider', party: creditCode });
  const filer = await stack.as(account);
  const institution = {
    ...{ creditCode, name, region: 'SH/PUDONG', contactName: '赵敏', contactPhone: '021-55667799' },
    contactEmail: `${account}@demo.anjuan.test`,
  };
  const body = await applicationBody(
    { now: () => stack.now(), advanceTo: (to) => stack.advanceTo(to), as: () => Promise.resolve(filer) },
    { figures, body: { institution } },
  );
  const { caseId } = await filer.post<{ caseId: string }>('/api/applications', body);
  await passPreliminaryReview(stack, caseId, approvedAt);
  await stack.advanceTo(approvedAt);
  await passInterview(stack, caseId);
  await settled(stack);
  return openedBy(caseId);
}
