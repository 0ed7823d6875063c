/** Five of the tales of the story, each played through the public API on the clock of the stack. */
import { ProblemError, type ApiClient } from '../rehearsal/api-client.ts';
import {
  besideCase,
  complaintForm,
  fileOpenly,
  registerSupplier,
  supplier,
  type OpenStage,
} from '../rehearsal/network.ts';
import {
  admissible,
  apply,
  openStore,
  passPreliminaryReview,
  publishDecoration,
  listProduct,
  recommend,
  reportAll,
  settled,
  trialFiling,
  uploadPdf,
  type Rehearsal,
} from '../rehearsal/steps.ts';

export interface Tale {
  readonly title: { readonly zh: string; readonly en: string };
  /** The account that reads its cases, where that is not the manager of the centre. */
  readonly reader?: string;
  /** The accounts that read cases at their place in the order, where they differ from `reader`. */
  readonly readers?: Readonly<Record<number, string>>;
  /** Plays the tale and names the cases to be told, in order. */
  play(stage: OpenStage): Promise<string[]>;
}

const DAY_MS = 86_400_000;

/** Two o'clock in the afternoon of a Shanghai weekday, at least so many days ahead. */
export async function afternoonIn(stage: Rehearsal, days: number): Promise<string> {
  const ahead = new Date(Date.parse(await stage.now()) + days * DAY_MS);
  while ([0, 6].includes(ahead.getUTCDay())) ahead.setTime(ahead.getTime() + DAY_MS);
  return `${ahead.toISOString().slice(0, 10)}T14:00:00+08:00`;
}

/** Moves the clock to an instant, unless it is past that already. */
export async function until(stage: Rehearsal, at: string): Promise<void> {
  if (Date.parse(await stage.now()) < Date.parse(at)) await stage.advanceTo(at);
}

/** Files a case that a stack which has told this tale before has already. */
export async function fileOnce(stage: Rehearsal, as: string, kind: string, form: object): Promise<void> {
  try {
    await (await stage.as(as)).post(`/api/cases/${kind}`, form);
  } catch (failure) {
    if (!(failure instanceof ProblemError && ['ALREADY_OPEN', 'ALREADY_DONE'].includes(failure.code))) throw failure;
  }
}

/** Moves the clock past the last moment of an open deadline of a case. */
export async function passDeadline(
  stage: Rehearsal,
  caseId: string,
  name: string,
  hours = 10,
  as = 'manager',
): Promise<void> {
  const manager = await stage.as(as);
  const { deadlines } = await manager.get<{ deadlines: { name: string; dueAt: string }[] }>(`/api/cases/${caseId}`);
  const due = deadlines.find((deadline) => deadline.name === name)?.dueAt;
  if (due === undefined) throw new Error(`Case ${caseId} has no open deadline '${name}'.`);
  await stage.advanceTo(new Date(Date.parse(due) + hours * 3_600_000).toISOString());
}

export const lateOnceThenDone: Tale = {
  title: { zh: '一、逾期一次、随后完成装修上架的店铺', en: '1. A store whose set-up is late once and then done' },
  async play(stage) {
    await admissible(stage, 'provider');
    const { applicationId, setupId, storeId } = await openStore(stage, await afternoonIn(stage, 8));
    await passDeadline(stage, setupId, 'setup');
    await publishDecoration(stage, storeId);
    await listProduct(stage, storeId, 'p1');
    await settled(stage);
    const rectificationId = setupId.replace(/^set-/, 'rec-');
    const reviewer = await stage.as('reviewer');
    await reviewer.act(rectificationId, 'releaseRectification', { reason: '装修和产品均已上线，情况属实' });
    await settled(stage);
    return [applicationId, setupId, rectificationId];
  },
};

/** A trial store that did its set-up at once; `orders` decides how the trial ends. */
async function trialStore(stage: Rehearsal, as: 'provider' | 'provider2', orders: number) {
  await admissible(stage, as);
  await recommend(stage, as);
  const store = await openStore(stage, await afternoonIn(stage, 8), { as, ...trialFiling });
  await publishDecoration(stage, store.storeId);
  for (let product = 1; product <= 10; product++) await listProduct(stage, store.storeId, `p${product}`);
  await reportAll(stage, store.storeId, [
    ...Array.from({ length: orders }, (_, at) => ({ type: 'ORDER_COMPLETED', orderId: `o${at}` })),
    ...Array.from({ length: 150 }, (_, at) => ({ type: 'FOLLOW', userId: `f${at}`, userType: 'ENTERPRISE' })),
  ]);
  await passDeadline(stage, store.trialId, 'trial');
  return store;
}

/** The latest case of a kind that is about somebody or something. @param of a party as `subject`, or a reference as `about` */
export async function latestCase(
  reader: ApiClient,
  of: { readonly kind: string; readonly subject?: string; readonly about?: string },
): Promise<string> {
  const { items } = await reader.get<{ items: { id: string }[] }>(`/api/cases?${String(new URLSearchParams(of))}`);
  const [latest] = items;
  if (latest === undefined) throw new Error(`There is no ${of.kind} of ${of.subject ?? of.about ?? 'anybody'}.`);
  return latest.id;
}

/** The clearance of a store, once it is opened. */
export async function clearanceOf(stage: Rehearsal, storeId: string): Promise<string> {
  await settled(stage);
  return latestCase(await stage.as('manager'), { kind: 'clearance', about: `store:${storeId}` });
}

export const trialRegularised: Tale = {
  title: { zh: '二、试运行达标并转正的店铺', en: '2. A trial store that meets its targets and is regularised' },
  async play(stage) {
    const { applicationId, trialId } = await trialStore(stage, 'provider2', 110);
    const reviewer = await stage.as('reviewer2');
    await reviewer.act(trialId, 'regularise');
    await settled(stage);
    return [applicationId, trialId];
  },
};

export const trialFailed: Tale = {
  title: { zh: '三、试运行未达标的店铺', en: '3. A trial store that misses a target' },
  async play(stage) {
    const { trialId, storeId } = await trialStore(stage, 'provider', 99);
    return [trialId, await clearanceOf(stage, storeId)];
  },
};

export const noShow: Tale = {
  title: { zh: '四、无故缺席面审', en: '4. An applicant who does not come to the interview' },
  async play(stage) {
    await admissible(stage, 'provider2');
    const applicationId = await apply(stage, { as: 'provider2' });
    const interviewAt = await afternoonIn(stage, 8);
    await passPreliminaryReview(stage, applicationId, interviewAt);
    await stage.advanceTo(new Date(Date.parse(interviewAt) + 3_600_000).toISOString());
    const reviewer = await stage.as('reviewer');
    await reviewer.act(applicationId, 'recordAbsence');
    await passDeadline(stage, applicationId, 'explanation');
    await reviewer.act(applicationId, 'findAbsenceWithoutCause', { reason: '电话、邮件均未回复，未说明原因' });
    await settled(stage);
    return [applicationId];
  },
};

export const complaintSettled: Tale = {
  title: {
    zh: '五、无账户的投诉：投错窗口、移送、平台调解未成、由主管部门调解达成协议',
    en: '5. A complaint without an account: the wrong window, a mediation that fails, a department that settles it',
  },
  reader: 'window',
  async play(stage) {
    await providerIsRegistered(stage);
    // An address of this telling alone: a code of an earlier one opens nothing.
    const contact = { name: '王小明', email: `wang.${(await stage.now()).slice(0, 10)}@example.org` };
    const form = await complaintForm(stage, { platform: 'hn-liuyang', wantsMediation: true });
    const { caseId: complaintId, client: complainant } = await fileOpenly(stage, 'complaint', contact, form);
    const [county, window, department] = await Promise.all([
      stage.as('county'),
      stage.as('window'),
      stage.as('department'),
    ]);
    await county.act(complaintId, 'registerComplaint');
    const transfer = { body: 'hn-changsha', reason: '该服务商由长沙窗口平台负责接入' };
    await county.act(complaintId, 'transferComplaint', transfer);
    await settled(stage);
    const mediationId = await besideCase(window, complaintId, 'mediation');

    await window.act(mediationId, 'startMediation');
    await (await stage.as('supplier')).act(mediationId, 'statePosition', { position: '最多退还两成' });
    await passDeadline(stage, mediationId, 'platformLevel', 10, 'window');
    await window.act(mediationId, 'declareFailure', {
      ground: 'TIME_EXPIRED',
      reason: '退还比例差距较大，期限届满未达成一致',
    });
    await complainant.act(mediationId, 'applyToDepartment');
    await settled(stage);
    const finding = { responsible: 'PROVIDER', breached: ['NOT_AS_PROMISED'], reason: '检测报告逾期交付，事实清楚' };
    await window.act(complaintId, 'upholdComplaint', finding);

    const today = (await stage.now()).slice(0, 10);
    await department.act(mediationId, 'recordSettlement', {
      terms: '服务商退还四成费用',
      fileId: await uploadPdf(department, '调解协议.pdf'),
      signedByConsumerOn: today,
      signedByProviderOn: today,
      performBy: (await afternoonIn(stage, 14)).slice(0, 10),
    });
    await passDeadline(stage, mediationId, 'performance', 10, 'department');
    await department.act(mediationId, 'recordPerformance', { performed: true, note: '退款已到账' });
    await settled(stage);
    return [complaintId, mediationId];
  },
};

/** The provider of training mode is registered and listed; one whose data were not verified for a year confirms them first. */
export async function providerIsRegistered(stage: OpenStage): Promise<void> {
  const path = `/api/hn-net/providers/${supplier.party}`;
  try {
    const { listed } = await stage.without().get<{ listed: boolean }>(path);
    if (listed) return;
  } catch (failure) {
    if (!(failure instanceof ProblemError && failure.status === 404)) throw failure;
    await registerSupplier(stage);
    return;
  }
  const [provider, window] = await Promise.all([stage.as('supplier'), stage.as('window')]);
  const registration = await latestCase(provider, { kind: 'providerRegistration', subject: supplier.party });
  await provider.act(registration, 'submitData', { changes: {}, confirmed: true });
  await window.act(registration, 'verify');
  await settled(stage);
}
