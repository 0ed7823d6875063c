/** The courses of calls, evaluations and registers whose histories are kept; see scenarios.ts. Three of them are tales of the story. */
import { expect, vi } from 'vitest';
import { anhuiYear } from '../../dev/story/anhui-tale.ts';
import { assessed } from '../../dev/story/assessment-tale.ts';
import type { Tale } from '../../dev/story/tales.ts';
import { windowYear } from '../../dev/story/window-tale.ts';
import { actingOn } from '../support/acting.ts';
import { settled, uploadPdf } from '../support/applications.ts';
import { caseOf, caseWhen } from '../support/cases.ts';
import { addAccount, openStage } from '../support/network.ts';
import { PATIENCE } from '../support/patience.ts';
import type { TestStack } from '../support/test-stack.ts';
import type { EvaluationScenarioName } from './names.ts';
import type { Scenario } from './scenarios.ts';

const met = { RECOGNITION: 'MET', CONTEST_AND_CLOUD: 'MET', ACTIVITIES: 'MET', REPORTS: 'MET' };
const scores = { CONDITIONS: 30, ABILITY: 30, SUPPORT: 10, LIAISON: 20 };

/** Plays a tale until nothing of it is under way. */
function played(tale: Tale): Scenario['live'] {
  return async (stack) => {
    await tale.play(openStage(stack));
    await settled(stack);
  };
}

async function pdf(stack: TestStack, as: string, name: string): Promise<string> {
  return uploadPdf(await stack.as(as), name);
}

export const evaluationScenarios: Readonly<Record<EvaluationScenarioName, Scenario>> = {
  'assessment-published': {
    startAt: '2020-11-02T10:00:00+08:00',
    endsIn: { assessmentCampaign: 'CLOSED', assessmentEntry: 'PUBLISHED' },
    live: played(assessed),
  },

  'member-evaluated': {
    startAt: '2025-09-20T09:00:00+08:00',
    endsIn: {
      ...{ membership: ['MEMBER', 'MEMBER'], yearlyTasks: 'NOT_REACHED', periodicReport: ['OVERDUE', 'OVERDUE'] },
      ...{ quarterlyBulletin: ['COMPILING', 'DRAFT', 'ISSUED'], annualEvaluation: ['RETAINED', 'SUMMARY_DUE'] },
      listing: 'PROPOSED',
    },
    // One that has been issued is noted upon afterwards.
    runs: { quarterlyBulletin: 4, periodicReport: 3 },
    live: played(anhuiYear),
  },

  'window-year': {
    startAt: '2025-09-22T09:00:00+08:00',
    endsIn: {
      ...{ consumerRegistration: 'REGISTERED', providerRegistration: 'REGISTERED', windowQualification: 'RECOGNISED' },
      ...{ serviceRequest: 'CLOSED', serviceRecord: 'UPLOADED_IN_TIME', windowMinimums: 'BELOW_MINIMUM' },
      planExchange: 'SENT',
    },
    live: played(windowYear),
  },

  'base-selected': {
    startAt: '2019-04-01T10:00:00+08:00',
    endsIn: {
      ...{ baseCall: 'CLOSED', baseDeclaration: 'FINAL_FILED', baseTitle: 'EXPIRED' },
      baseOpinion: ['OPENED', 'OPENED', 'OPENED'],
    },
    async live(stack) {
      const { file, act } = actingOn(() => stack);
      const holder = '91430104MA4L7BKE2F';
      const title = { holder, name: '雨花基地', batch: 2016, validFrom: '2016-12-31' };
      await file('province', 'baseTitle', title);
      const document = '关于组织申报2019年度示范基地的通知';
      const call = await file('provincereviewer', 'baseCall', { year: 2019, document });
      const declaration = await file('base', 'baseDeclaration', {
        ...{
          year: 2019,
          name: '长沙麓谷创业创新基地',
          city: 'hn-dept-changsha',
          recognition: '湘工信中小〔2018〕12号',
        },
        ...{ contest: true, cloud: true, activities: [{ on: '2018-06-01', what: '政策进园区' }], fileIds: [] },
        ...{ reports: [{ dueOn: '2018-12-10', filedOn: '2018-12-09' }], contactName: '李倩' },
        ...{ telephone: '0731-88001234', email: 'base@demo.anjuan.test' },
      });
      await act('base', declaration, 'submitToCity');
      await act('department', declaration, 'judgeItems', { items: met });
      const fileIds = [await pdf(stack, 'department', '推荐文件.pdf')];
      await act('department', declaration, 'recommendBase', { document: '长工信〔2019〕8号', fileIds });
      await act('department', declaration, 'fileWithProvince');
      await act('provincereviewer', declaration, 'recordPaper', { copies: 2, receivedOn: '2019-04-01' });
      await stack.advanceTo('2019-04-28T10:00:00+08:00');
      await caseWhen(stack, call, { stage: 'REVIEW' }, 'provincereviewer');
      const entriesOf = async () => (await caseOf(stack, call, 'province')).facts.entries as unknown;
      await vi.waitFor(async () => expect(await entriesOf()).toHaveLength(1), PATIENCE);
      const experts = ['expert', 'expert2', 'expert3'];
      const pool = experts.map((name) => ({ expert: `person:demo-${name}`, conflicts: [] }));
      await act('provincereviewer', call, 'namePool', { experts: pool });
      const asked = await vi.waitFor(async () => {
        const opinions = await stack.database.case.findMany({ where: { kind: 'baseOpinion', stage: 'ASKED' } });
        expect(opinions).toHaveLength(experts.length);
        return opinions;
      }, PATIENCE);
      for (const { id, subject } of asked) {
        const expert = subject.replace('person:demo-', '');
        await act(expert, id, 'giveOpinion', { score: 85, opinion: '制度完善。' });
      }
      await vi.waitFor(async () => expect(await entriesOf()).toMatchObject([{ score: 85 }]), PATIENCE);
      await act('province', call, 'selectBase', { declaration });
      await act('province', call, 'closeSelection', { reason: '按专家评审得分。' });
      await caseWhen(stack, declaration, { stage: 'FINALISING' }, 'provincereviewer');
      await act('provincereviewer', declaration, 'recordFinalPaper', { copies: 3, receivedOn: '2019-04-28' });
      await act('provincereviewer', declaration, 'recordDisc', { receivedOn: '2019-04-28' });
      await stack.advanceTo('2020-01-02T10:00:00+08:00');
      await settled(stack);
    },
  },

  'centre-reviewed': {
    startAt: '2025-03-03T10:00:00+08:00',
    endsIn: {
      ...{ centreRegistration: 'REGISTERED', directoryEntry: 'REMOVED', centreRequest: 'EVALUATED' },
      centreReview: 'CLOSED',
    },
    async live(stack) {
      const { file, act } = actingOn(() => stack);
      const centre = '91330782MA28D1YW1B';
      const provider = '91330782MA28D2PK2L';
      await addAccount(stack, 'commerceprovince', '省商务厅 何科员', {
        ...{ role: 'reviewer', bodyId: 'ec-commerce-province', region: 'ZJ' },
      });
      const registration = await file('centre', 'centreRegistration', {
        ...{ name: '义乌市电子商务公共服务中心', authority: 'ec-commerce-yiwu', contactName: '陈敏', fileIds: [] },
        ...{ telephone: '0579-85001234', email: 'centre@demo.anjuan.test' },
        data: {
          ...{ level: 'COUNTY', districts: 0, cityHasDistricts: false, staff: 1, operator: 'COMPANY', duties: true },
          premises: ['OFFICE', 'MEETING_ROOM', 'TRAINING_ROOM', 'EQUIPMENT'],
          systems: ['MANAGEMENT', 'FEEDBACK'],
        },
      });
      await act('commerce', registration, 'registerCentre');
      const entry = await file('ecprovider', 'directoryEntry', {
        ...{ centre, name: '义乌云播公司', introduction: '直播运营服务商。', contactName: '林涛' },
        ...{ services: [{ content: '直播代运营', price: '每月 8000 元起' }] },
        ...{ telephone: '0579-85005678', email: 'ecprovider@demo.anjuan.test' },
      });
      await act('commerce', entry, 'admitProvider');
      await act('centre', entry, 'publishEntry');
      const need = { centre, service: 'BUSINESS_SUPPORT', need: '需要直播代运营。' };
      const request = await file('consumer', 'centreRequest', need);
      await act('centre', request, 'assignProvider', { provider });
      await act('ecprovider', request, 'startService');
      await act('ecprovider', request, 'completeService', { result: '已完成一个月代运营。' });
      await act('consumer', request, 'evaluateService', { score: 5 });
      await stack.advanceTo('2025-12-01T09:00:00+08:00');
      await settled(stack);
      const { id: review } = await stack.database.case.findFirstOrThrow({ where: { kind: 'centreReview' } });
      const fileIds = [await pdf(stack, 'centre', '考评材料.pdf')];
      await act('centre', review, 'prepareMaterial', { fileIds });
      await act('centre', review, 'selfScore', { scores });
      for (const authority of ['commerce', 'commercecity', 'commerceprovince']) {
        await act(authority, review, 'authorityScore', { scores });
      }
      await act('evaluator', review, 'provinceScore', { scores });
      await act('evaluatormanager', review, 'closeReview');
      await act('commerce', entry, 'exitProvider', { reason: '多次未按公布价格收费。' });
      await settled(stack);
    },
  },
};
