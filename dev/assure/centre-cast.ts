/** An e-commerce centre, as the stack holds it when it is examined: registered, with an entry of its directory, a request and a review. */
import type { OpenStage } from '../rehearsal/network.ts';

export const CENTRE = '91330782MA28D1YW1B';

/** @param need what an enterprise asks for */
export async function playCentres(players: OpenStage, need: string): Promise<void> {
  const [centre, provider, authority, manager, consumer] = await Promise.all([
    players.as('centre'),
    players.as('ecprovider'),
    players.as('commerce'),
    players.as('commercemanager'),
    players.as('consumer'),
  ]);
  const { caseId } = await centre.post<{ caseId: string }>('/api/cases/centreRegistration', {
    ...{ name: '义乌市电子商务公共服务中心', authority: 'ec-commerce-yiwu', contactName: '陈敏' },
    ...{ telephone: '0579-85001234', email: 'centre@demo.anjuan.test', fileIds: [] },
    data: {
      ...{ level: 'COUNTY', districts: 0, cityHasDistricts: false, staff: 2, operator: 'COMPANY', duties: true },
      premises: ['OFFICE', 'MEETING_ROOM', 'TRAINING_ROOM', 'EQUIPMENT'],
      systems: ['MANAGEMENT', 'ENTRY_AND_EXIT', 'FEEDBACK'],
    },
  });
  await authority.act(caseId, 'registerCentre', {});
  // In December the review of the year has opened by itself.
  if ((await players.now()).slice(5, 7) !== '12') await manager.act(caseId, 'openReview', {});
  await provider.post('/api/cases/directoryEntry', {
    ...{ centre: CENTRE, name: '义乌云播公司', introduction: '直播运营服务商。' },
    ...{ services: [{ content: '直播代运营', price: '每月 8000 元起' }], contactName: '林涛' },
    ...{ telephone: '0579-85005678', email: 'ecprovider@demo.anjuan.test' },
  });
  await consumer.post('/api/cases/centreRequest', {
    ...{ centre: CENTRE, service: 'ADVICE', need },
  });
}
