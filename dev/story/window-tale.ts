/** A tale of the story: a year of one county window of the Hunan network (HN-NET-02, 03, 05, 17, 23). */
import { supplier, type OpenStage } from '../rehearsal/network.ts';
import { settled, uploadPdf } from '../rehearsal/steps.ts';
import { fileOnce, latestCase, providerIsRegistered, type Tale, until } from './tales.ts';

const WINDOW = 'window:hn-liuyang';

/** The province puts the window on record, which it recognised years ago. */
async function windowIsOnRecord(stage: OpenStage): Promise<void> {
  const fileIds = [await uploadPdf(await stage.as('province'), '认定文件.pdf')];
  await fileOnce(stage, 'province', 'windowQualification', {
    ...{ kind: 'COUNTY_COMPREHENSIVE', name: '浏阳市中小企业综合窗口服务平台', code: 'liuyang', mark: '浏企窗' },
    ...{ region: 'HN/CHANGSHA/LIUYANG', parent: 'hn-changsha', telephone: '0731-88000021' },
    ...{ construction: '设服务大厅和线上系统，专职人员六名。', operatorName: '长沙麓谷创业创新基地有限公司' },
    ...{ operatorCode: '91430102MA4L7BAKER', contactName: '周敏', email: 'base@demo.anjuan.test' },
    ...{ recognisedOn: '2016-03-01', document: '湘经信〔2016〕7号', fileIds },
  });
}

/** A need that the window gives to the provider, served, visited and proved. @returns the request and its record */
async function served(stage: OpenStage): Promise<[request: string, record: string]> {
  const [consumer, county, provider] = await Promise.all([
    stage.as('consumer'),
    stage.as('county'),
    stage.as('supplier'),
  ]);
  const need = { platform: 'hn-liuyang', category: 'TECHNOLOGY', need: '需要对一批样品作成分检测。' };
  const { caseId } = await consumer.post<{ caseId: string }>('/api/cases/serviceRequest', need);
  await county.act(caseId, 'transferToProvider', { provider: supplier.party, reason: '该服务商有检测资质。' });
  await provider.act(caseId, 'acceptRequest', { fee: 1200 });
  await provider.act(caseId, 'startService');
  await provider.act(caseId, 'completeService', {
    ...{ item: '材料检测', result: '已出具检测报告。', voucher: 'PAPER' },
  });
  await county.act(caseId, 'recordReturnVisit', { reached: true, note: '对报告满意。' });
  await settled(stage);
  const record = caseId.replace(/^srq-/, 'srd-');
  const fileIds = [await uploadPdf(provider, '合同和报告.pdf')];
  for (const kind of ['CONTRACT', 'REPORT']) {
    await provider.act(record, 'uploadEvidence', { kind, format: 1, fileIds });
  }
  await county.act(record, 'acceptEvidence');
  return [caseId, record];
}

export const windowYear: Tale = {
  title: { zh: '十二、湖南一个县级窗口平台的一年', en: '12. A year of a county window in Hunan' },
  reader: 'county',
  readers: { 2: 'countydepartment', 3: 'hub' },
  async play(stage) {
    await providerIsRegistered(stage);
    await fileOnce(stage, 'consumer', 'consumerRegistration', {
      ...{
        kind: 'INDIVIDUAL',
        name: '刘洋',
        identityNumber: '11010519491231002X',
        consent: true,
        address: '浏阳市淮川街道1号',
      },
      ...{ telephone: '13800001111', platform: 'hn-liuyang' },
    });
    await windowIsOnRecord(stage);
    await settled(stage);
    const [request, record] = await served(stage);

    await until(stage, nextQuarter(await stage.now()));
    // What falls short is put to the department of the county.
    const minimums = await latestCase(await stage.as('countydepartment'), { kind: 'windowMinimums', about: WINDOW });
    await (
      await stage.as('countydepartment')
    ).act(minimums, 'decideShortfall', { measure: 'GUIDE', reason: '指导窗口发展服务商和会员。' });

    const plans = await latestCase(await stage.as('hub'), { kind: 'planExchange', about: WINDOW });
    const year = Number((await stage.now()).slice(0, 4)) + 1;
    await until(stage, `${year}-01-20T10:00:00+08:00`);
    const [hub, operator] = await Promise.all([stage.as('hub'), stage.as('base')]);
    await hub.act(plans, 'sendHubPlan', {
      summary: '全省对接活动四场。',
      fileIds: [await uploadPdf(hub, '年度计划.pdf')],
    });
    await until(stage, `${year}-02-02T10:00:00+08:00`);
    await operator.act(plans, 'sendWindowPlan', {
      summary: '本地培训两期。',
      fileIds: [await uploadPdf(operator, '年度计划.pdf')],
    });
    return [request, record, minimums, plans];
  },
};

/** Eight o'clock of the first day of the next quarter. */
function nextQuarter(now: string): string {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5, 7))];
  const next = Math.floor((month - 1) / 3) * 3 + 4;
  return next > 12 ? `${year + 1}-01-01T08:00:00+08:00` : `${year}-${String(next).padStart(2, '0')}-01T08:00:00+08:00`;
}
