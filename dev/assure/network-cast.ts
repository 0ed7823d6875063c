/** The Hunan network as the stack holds it when it is examined: a window on record with what it owes, content, rights, requests, supervision. */
import { supplier, type OpenStage } from '../rehearsal/network.ts';
import { uploadPdf } from '../rehearsal/steps.ts';

const items = ['https://shop.example.cn/items/17'];

export async function playNetwork(players: OpenStage): Promise<void> {
  const [province, hub, consumer] = await Promise.all([
    players.as('province'),
    players.as('hub'),
    players.as('consumer'),
  ]);
  await province.post('/api/cases/windowQualification', {
    ...{ kind: 'COUNTY_COMPREHENSIVE', name: '浏阳市中小企业综合窗口服务平台', code: 'liuyang', mark: '浏企窗' },
    ...{ region: 'HN/CHANGSHA/LIUYANG', parent: 'hn-changsha', telephone: '0731-88000002' },
    ...{ construction: '设服务大厅和线上系统。', operatorName: '浏阳市中小企业服务中心有限公司' },
    ...{ contactName: '罗敏', email: 'liuyang@example.org', operatorCode: '91310115MA1K3AB128' },
    ...{ recognisedOn: '2016-03-01', document: '湘经信〔2016〕7号' },
    fileIds: [await uploadPdf(province, '认定文件.pdf')],
  });
  await hub.post('/api/cases/contentMonitoring', { procedure: '每五个工作日抽查不少于四十项。' });
  await consumer.post('/api/cases/illegalContent', {
    ...{ provider: supplier.party, items, breach: 'FABRICATED_TRADES', account: '三日内下单四十次后全部退款。' },
  });
  await consumer.post('/api/cases/infringementNotice', {
    ...{
      provider: supplier.party,
      right: 'TRADEMARK',
      certificate: '第 12345678 号注册商标',
      items,
      account: '商品页面使用我方商标。',
    },
    fileIds: [await uploadPdf(consumer, '商标注册证.pdf')],
  });
  await hub.post('/api/cases/authorityRequest', {
    ...{ provider: supplier.party, requester: 'COURT', requesterName: '长沙市岳麓区人民法院' },
    ...{ requestNumber: '（2025）湘0104调45号', legalBasis: '《中华人民共和国民事诉讼法》第七十条', asked: 'DATA' },
    ...{ account: '请提供登记信息和订单记录。', receivedAt: await players.now() },
    fileIds: [await uploadPdf(hub, '调查函.pdf')],
  });
  await (
    await players.as('department')
  ).post('/api/cases/supervision', {
    ...{ kind: 'PROVIDER', supervised: supplier.party, place: 'HN/CHANGSHA', trigger: 'COMPLAINTS' },
    account: '多家企业反映逾期不交付。',
  });
}
