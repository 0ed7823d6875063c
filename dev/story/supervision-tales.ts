/** Tales of stores in operation: complaints and clearance, a rectification, an exit, a warning (SH-STORE-08 to 15). */
import { besideCase, fileOpenly, type OpenStage } from '../rehearsal/network.ts';
import {
  admissible,
  decoration,
  openStore,
  postLetter,
  reportAll,
  settled,
  uploadPdf,
  type OpenedStore,
  type Rehearsal,
} from '../rehearsal/steps.ts';
import { afternoonIn, clearanceOf, passDeadline, type Tale } from './tales.ts';

/** A store that did its set-up at once and takes part in the life of the platform. */
async function storeInOperation(stage: Rehearsal, as: 'provider' | 'provider2'): Promise<OpenedStore> {
  await admissible(stage, as);
  const store = await openStore(stage, await afternoonIn(stage, 8), { as });
  await reportAll(stage, store.storeId, [
    { type: 'DECORATION_PUBLISHED', decoration },
    { type: 'COMPANY_INTRO_SAVED', introduction: '成立于 2015 年，专职人员二十人，服务中小企业一百五十家。' },
    { type: 'PRODUCT_SUBMITTED', productId: 'p1' },
    { type: 'PRODUCT_LISTED', productId: 'p1' },
    ...Array.from({ length: 30 }, (_, at) => ({ type: 'FOLLOW', userId: `f${at}`, userType: 'ENTERPRISE' })),
  ]);
  await settled(stage);
  return store;
}

/** Confirmed by one person, countersigned by another, the letter posted; and what follows carried out. */
async function clear(stage: Rehearsal, clearanceId: string, reason: string): Promise<void> {
  const [reviewer, manager] = await Promise.all([stage.as('reviewer'), stage.as('manager')]);
  await reviewer.act(clearanceId, 'confirmGround', { reason });
  await manager.act(clearanceId, 'countersign', {});
  await settled(stage);
  const today = (await stage.now()).slice(0, 10).replaceAll('-', '');
  await postLetter(stage, clearanceId, 'clearanceNotice:1', `XA${today}0001`);
  await settled(stage);
}

/** A complaint of somebody without an account that is upheld against the store. */
async function upheld(stage: OpenStage, storeId: string, orderNumber: string, account: string): Promise<string> {
  // An address of this telling alone: a code of an earlier one opens nothing.
  const today = (await stage.now()).slice(0, 10);
  const contact = { name: '李女士', email: `li.${orderNumber.toLowerCase()}.${today}@example.org` };
  const form = {
    ...{ store: storeId, orderNumber, reason: 'NOT_AS_PROMISED', account, claim: '退还服务费' },
    happenedOn: today,
  };
  const { caseId } = await fileOpenly(stage, 'storeComplaint', contact, form);
  const reviewer = await stage.as('reviewer');
  await reviewer.act(caseId, 'registerComplaint');
  const store = await stage.as('provider2');
  await store.act(caseId, 'giveStatement', { statement: '人手紧张，交付有所延迟，愿意补交。' });
  await reviewer.act(caseId, 'startInvestigation');
  await reviewer.act(caseId, 'upholdComplaint', {
    responsible: 'STORE',
    breached: ['NOT_AS_PROMISED'],
    evidence: '服务合同、聊天记录、交付物签收单',
    reason: '合同、聊天记录与交付物相互印证，店铺未按约定交付',
  });
  await settled(stage);
  return caseId;
}

export const complaintsThenCleared: Tale = {
  title: {
    zh: '六、两起有责投诉、两人决定的清退与一年不受理期',
    en: '6. Two complaints upheld, a clearance decided by two persons, and a bar of a year',
  },
  async play(stage) {
    const { storeId, supervisionId } = await storeInOperation(stage, 'provider2');
    const first = await upheld(stage, storeId, 'DD-6101', '约定五个工作日交付方案，逾期一个月仍未交付。');
    const second = await upheld(stage, storeId, 'DD-6102', '交付的报告缺少两章，要求补齐未获答复。');
    const clearanceId = await clearanceOf(stage, storeId);
    await clear(stage, clearanceId, '两起投诉均查证属实，责任在店铺');
    return [first, second, supervisionId, clearanceId];
  },
};

export const rectified: Tale = {
  title: {
    zh: '七、产品虚假宣传被退回、拒不修改而整顿、改正后解除',
    en: '7. A product returned for a false claim, a refusal to revise, a rectification, and its release',
  },
  async play(stage) {
    const { storeId } = await storeInOperation(stage, 'provider');
    const [provider, reviewer] = await Promise.all([stage.as('provider'), stage.as('reviewer')]);
    const product = {
      name: '专利快速审查代办',
      category: '知识产权',
      description: '代办专利快速审查手续，保证授权。',
      scopeItem: '知识产权代理服务',
      claims: [],
    };
    const { caseId } = await provider.post<{ caseId: string }>('/api/cases/productReview', {
      storeId,
      productId: 'p-ip',
      product,
    });
    const opinions = [{ issue: 'CLAIM_SERVICE_EFFECT', finding: '“保证授权”无依据，请删除' }];
    await reviewer.act(caseId, 'returnProduct', { opinions, reason: '对服务效果作引人误解的宣传' });
    await passDeadline(stage, caseId, 'revision');
    await reviewer.act(caseId, 'findRefusal', { reason: '两次电话催告后仍未修改' });
    await settled(stage);
    const rectificationId = await besideCase(reviewer, caseId, 'rectification');
    await provider.act(rectificationId, 'handInCorrection', {
      explanation: '已删除不实宣传，并核对其他产品',
      fileIds: [await uploadPdf(provider, '整改报告.pdf')],
    });
    await reviewer.act(rectificationId, 'releaseRectification', { reason: '整改到位' });
    await settled(stage);
    return [caseId, rectificationId];
  },
};

export const left: Tale = {
  title: { zh: '八、店铺主动退出', en: '8. A store that leaves of its own accord' },
  async play(stage) {
    const { storeId, supervisionId } = await storeInOperation(stage, 'provider2');
    const provider = await stage.as('provider2');
    await provider.act(supervisionId, 'requestExit', {
      reason: '业务调整，不再经营线上店铺',
      knowsOfSealing: true,
      knowsOfBar: true,
    });
    const clearanceId = await clearanceOf(stage, storeId);
    await clear(stage, clearanceId, '店铺主动提出退出，已告知封存和不受理期');
    return [supervisionId, clearanceId];
  },
};

export const warnedAndRecovered: Tale = {
  title: { zh: '九、一个月零新增积分被提醒、随后恢复经营的店铺', en: '9. A store warned at zero points that recovers' },
  async play(stage) {
    const { storeId, supervisionId } = await storeInOperation(stage, 'provider');
    await passDeadline(stage, supervisionId, 'month', 12);
    await passDeadline(stage, supervisionId, 'month', 12);
    await reportAll(stage, storeId, [{ type: 'ORDER_COMPLETED', orderId: 'o-recovered' }]);
    await passDeadline(stage, supervisionId, 'month', 12);
    await settled(stage);
    return [supervisionId];
  },
};
