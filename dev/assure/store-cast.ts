/** Cases of a store in operation, at stages where much can be done with them: products, a complaint, a rectification, a recommendation. */
import { besideCase, fileOpenly, type Contact, type OpenStage } from '../rehearsal/network.ts';
import { reportAll, settled, uploadPdf } from '../rehearsal/steps.ts';

/** Whose store it is, and what is said in it. */
export interface StoreCast {
  /** account of its institution */
  readonly owner: string;
  readonly storeId: string;
  /** who complains, without an account */
  readonly complainant: Contact;
  /** what the complaint says happened */
  readonly account: string;
}

const product = {
  name: '小微企业代理记账（第一期）',
  category: '财税服务',
  description: '按月代理记账，报税一并办理。',
  scopeItem: '代理记账',
  claims: [],
};

/** The kinds of case that a store of the cast has when all is played. */
export const STORE_KINDS = [
  ...['storeApplication', 'storeSetup', 'storeSupervision', 'trialOperation', 'clearance'],
  ...['productReview', 'productSplitting', 'rectification', 'storeComplaint', 'storeRecommendation'],
] as const;

/** Plays them, and a comment of the public on the regulation; the store is open and its clock is not moved. */
export async function playStoreCases(stage: OpenStage, cast: StoreCast): Promise<void> {
  const [owner, reviewer, manager] = await Promise.all([
    stage.as(cast.owner),
    stage.as('reviewer'),
    stage.as('manager'),
  ]);
  const submit = async (productId: string, changes: object = {}) =>
    (
      await owner.post<{ caseId: string }>('/api/cases/productReview', {
        ...{ storeId: cast.storeId, productId },
        product: { ...product, ...changes },
      })
    ).caseId;

  // Two that are alike are proposed as split once both are listed.
  for (const [productId, name] of [
    ['p-1', product.name],
    ['p-2', '小微企业代理记账（第二期）'],
  ] as const)
    await reviewer.act(await submit(productId, { name }), 'listProduct');
  await submit('p-3', { name: '商标注册', category: '知识产权', description: '代理国内商标注册申请。' });
  const returned = await submit('p-4', { name: '高新技术企业认定', category: '科技服务', description: '全程辅导。' });
  const opinions = [{ issue: 'INCOMPLETE', finding: '缺少服务流程' }];
  await reviewer.act(returned, 'returnProduct', { opinions, reason: '请补充' });
  const copied = await submit('p-5', { name: '专利检索', category: '知识产权', description: '出具检索报告。' });
  await reviewer.act(copied, 'listProduct');
  await reviewer.act(copied, 'delistByFinding', {
    ...{ ground: 'MISAPPROPRIATION', reason: '图片为他人所有', openRectification: true },
    fileIds: [await uploadPdf(reviewer, '比对记录.pdf')],
  });
  await settled(stage);
  await besideCase(reviewer, copied, 'rectification');

  const form = {
    ...{ store: cast.storeId, orderNumber: 'DD-7001', reason: 'NOT_AS_PROMISED', account: cast.account },
    ...{ claim: '退还服务费', happenedOn: (await stage.now()).slice(0, 10) },
  };
  const { caseId: complaintId } = await fileOpenly(stage, 'storeComplaint', cast.complainant, form);
  await reviewer.act(complaintId, 'registerComplaint');

  await reportAll(stage, cast.storeId, [{ type: 'ORDER_COMPLETED', orderId: 'DD-7001' }]);
  const proposal = {
    programmes: ['FUND', 'PUBLICITY'],
    year: Number(form.happenedOn.slice(0, 4)),
    reason: '服务成效突出',
  };
  await reviewer.post(`/api/stores/${cast.storeId}/recommendations`, proposal);

  await manager.post('/api/regulations/SH_STORE/comments', {
    ...{ author: '某服务机构', channel: 'EMAIL', receivedOn: form.happenedOn },
    text: '建议把首次装修的期限放宽到十个工作日。',
  });
  await settled(stage);
}
