/** What the stack holds when it is examined: people, and cases of every regime at several stages, with words that only some may read. */
import { randomBytes } from 'node:crypto';
import {
  besideCase,
  complaintForm,
  fileOpenly,
  registerSupplier,
  supplier,
  type OpenStage,
} from '../rehearsal/network.ts';
import { depositFiling, promotionFiling, publishAgreement, terminationFiling } from '../rehearsal/trading-platform.ts';
import { openStore, passPreliminaryReview, recommend, settled, trialFiling, uploadPdf } from '../rehearsal/steps.ts';
import { trialFailed } from '../story/tales.ts';
import { playAssessment } from './assessment-cast.ts';
import { playAnhui } from './anhui-cast.ts';
import { addFirm, firmFiling, firmOf, type Firm } from './firms.ts';
import { playBases } from './base-cast.ts';
import { playCentres } from './centre-cast.ts';
import { playNetwork } from './network-cast.ts';
import { playServices } from './service-cast.ts';
import { playStoreCases } from './store-cast.ts';

/** Words of one party, and who of the cast must never read them. */
export interface Withheld {
  readonly words: string;
  readonly what: string;
  /** accounts; `nobody` shows no credential, `contact` a tracking code */
  readonly from: readonly string[];
}

export interface Cast {
  /** by which the contact's complaint is found again */
  readonly trackingCode: string;
  /** who is examined: an account of training mode, or of a firm */
  readonly accounts: readonly string[];
  readonly withheld: readonly Withheld[];
}

const SHANGHAI = ['manager', 'reviewer', 'district', 'authority', 'provider2', 'firm1'] as const;
const HUNAN = ['window', 'windowmanager', 'county', 'hub', 'department', 'supplier'] as const;
const ASSESSMENT = ['commission', 'xuhui', 'entrant', 'assessor'] as const;
const BASES = ['base', 'provincereviewer', 'expert', 'expert2'] as const;
const ANHUI = ['anhui', 'anhuiplatform', 'hefei', 'resident'] as const;
const CENTRES = ['centre', 'commerce', 'evaluator', 'ecprovider'] as const;
const STRANGERS = ['nobody', 'contact', 'consumer', 'auditor'] as const;

/** An afternoon of a working day, a fortnight after the clock of the stack. */
async function afternoonAhead(players: OpenStage): Promise<string> {
  const ahead = new Date(Date.parse(await players.now()) + 10 * 86_400_000);
  while ([0, 6].includes(ahead.getUTCDay())) ahead.setTime(ahead.getTime() + 86_400_000);
  return `${ahead.toISOString().slice(0, 10)}T14:00:00+08:00`;
}

/** Plays until the stack holds what is to be examined: some minutes of a year's life. */
export async function assemble(players: OpenStage): Promise<Cast> {
  const secret = (what: string) => `${what}${randomBytes(6).toString('hex')}`;
  await trialFailed.play(players);
  await recommend(players, 'provider2');
  const { storeId } = await openStore(players, await afternoonAhead(players), { as: 'provider2', ...trialFiling });
  const complainant = { name: '李女士', email: `${secret('li')}@example.org`, phone: '13700003333' };
  const complained = secret('交付');
  await playStoreCases(players, { owner: 'provider2', storeId, complainant, account: complained });

  // Firm 1 is examined; firms 2 to 4 have what it must not see.
  const firms = [1, 2, 3, 4].map(firmOf);
  for (const firm of firms) await addFirm(players, firm);
  const [, reviewed, drafting, invited] = firms as [Firm, Firm, Firm, Firm];
  const fiscalYear = Number((await players.now()).slice(0, 4)) - 1;
  const abilityText = secret('能力');
  const client = await players.as(reviewed.account);
  const filed = await firmFiling(client, reviewed, { fiscalYear, abilityText });
  const { caseId: applicationId } = await client.post<{ caseId: string }>('/api/applications', filed);
  await passPreliminaryReview(players, applicationId, await afternoonAhead(players));
  const other = await players.as(invited.account);
  const filedToo = await firmFiling(other, invited, { fiscalYear, abilityText: '专业服务十年' });
  await other.post('/api/applications', filedToo);
  const { account: welcome, creditCode, name } = firmOf(5);
  const institution = {
    creditCode,
    name,
    region: 'SH/PUDONG',
    contactName: '赵六',
    contactEmail: `${welcome}@example.org`,
  };
  await (await players.as('reviewer')).post('/api/invitations', { institution, reasons: ['POTENTIAL'] });
  const drafted = secret('草稿');
  await (await players.as(drafting.account)).post('/api/drafts', { kind: 'storeApplication', data: { drafted } });

  await registerSupplier(players);
  await publishAgreement(players);
  const nextYear = `${fiscalYear + 2}-12-31T23:00:00+08:00`;
  await (await players.as('hub')).post('/api/cases/platformTermination', terminationFiling(nextYear));
  const deletion = { class: 'TRANSACTION', why: secret('到期清理') };
  await (await players.as('hub')).post('/api/cases/dataDeletion', deletion);
  const plan = promotionFiling(`${fiscalYear + 2}-01-01`, `${fiscalYear + 2}-01-31`);
  await (await players.as('hub')).post('/api/cases/promotion', plan);
  await (await players.as('hub')).post('/api/cases/guaranteeDeposit', depositFiling());
  const individual = {
    kind: 'INDIVIDUAL',
    name: '刘洋',
    identityNumber: '11010519491231002X',
    consent: true,
    address: secret('浏阳市淮川街道'),
    telephone: '13800001111',
    platform: 'hn-liuyang',
  };
  const consumer = await players.as('consumer');
  await consumer.post('/api/cases/consumerRegistration', individual);
  await consumer.post('/api/cases/consumerEvaluation', {
    provider: supplier.party,
    orderNo: 'DD-2025-0031',
    completedOn: '2025-09-10',
    score: 1,
    text: '逾期一个月。',
  });
  const account = secret('经过');
  const contact = { name: '王小明', email: `${secret('wang')}@example.org`, phone: '13900002222' };
  const complaint = await complaintForm(players, { platform: 'hn-liuyang', wantsMediation: true, account });
  const opened = await fileOpenly(players, 'complaint', contact, complaint);
  const [county, window] = await Promise.all([players.as('county'), players.as('window')]);
  await county.act(opened.caseId, 'registerComplaint');
  await county.act(opened.caseId, 'transferComplaint', { body: 'hn-changsha', reason: '由长沙窗口平台接入' });
  await settled(players);
  const mediationId = await besideCase(window, opened.caseId, 'mediation');
  await window.act(mediationId, 'startMediation');
  const position = secret('底线');
  await (await players.as('supplier')).act(mediationId, 'statePosition', { position });
  await consumer.post(
    '/api/cases/complaint',
    await complaintForm(players, { account: '约定十个工作日，逾期一个月。' }),
  );
  await uploadPdf(window, '调解记录.pdf');
  await playServices(players);
  await playNetwork(players);
  const need = secret('需求');
  await playCentres(players, need);
  const entrant = `${secret('zhou')}@example.org`;
  await playAssessment(players, entrant);
  const opinion = secret('评审意见');
  await playBases(players, opinion);
  const untargeted = secret('不符');
  await playAnhui(players, untargeted);

  const hidden = (words: string, what: string, from: readonly string[]): Withheld => ({ words, what, from });
  const others = [...ASSESSMENT, ...BASES, ...ANHUI, ...CENTRES];
  const ofShanghai = ['district', 'provider2', 'firm1', ...HUNAN, ...others, ...STRANGERS];
  return {
    trackingCode: opened.trackingCode,
    // The administrator last: rules, calendar and clock are his.
    accounts: [...STRANGERS, ...SHANGHAI, ...HUNAN, ...others, 'admin'],
    withheld: [
      hidden(abilityText, 'the application of another firm', ofShanghai),
      hidden(applicationId, 'the id of the application of another firm', ofShanghai),
      hidden(drafted, 'the draft of another firm', ['admin', ...SHANGHAI, ...HUNAN, ...others, ...STRANGERS]),
      hidden(individual.address, 'the address of a consumer', ['nobody', 'contact', ...SHANGHAI, 'supplier']),
      hidden(individual.identityNumber, 'the identity number of a consumer', [
        'nobody',
        'contact',
        ...SHANGHAI,
        'supplier',
      ]),
      hidden(account, 'what a complainant wrote', ['nobody', 'consumer', ...SHANGHAI]),
      hidden(contact.email, 'the address of a complainant', ['nobody', 'consumer', ...SHANGHAI]),
      hidden(opened.caseId, 'the id of a complaint', ['nobody', 'consumer', ...SHANGHAI]),
      hidden(complainant.email, 'the address of who complains of a store', [
        ...['nobody', 'contact', 'consumer', 'firm1'],
        ...HUNAN,
      ]),
      hidden(complained, 'what is complained of a store', ['nobody', 'contact', 'consumer', 'firm1', ...HUNAN]),
      hidden(position, 'the position of a side in a mediation', ['nobody', 'consumer', ...SHANGHAI]),
      hidden(opened.trackingCode, 'a tracking code', [...SHANGHAI, ...HUNAN, ...others, ...STRANGERS, 'admin']),
      hidden(need, 'what an enterprise asks a centre for', [
        ...['nobody', 'contact', ...SHANGHAI, ...HUNAN],
        ...[...ASSESSMENT, ...BASES, ...ANHUI],
      ]),
      hidden(entrant, 'the address of an entrant of the assessment', [
        ...['nobody', 'contact', 'consumer', ...SHANGHAI, ...HUNAN],
        ...[...BASES, ...ANHUI, ...CENTRES],
      ]),
      hidden(opinion, 'the sealed opinion of an expert', [
        ...['nobody', 'contact', 'consumer', ...SHANGHAI, ...HUNAN],
        ...['base', 'provincereviewer', 'expert2', ...ASSESSMENT, ...ANHUI, ...CENTRES],
      ]),
      hidden(untargeted, 'what is complained of a member of the Anhui network', [
        ...['nobody', 'contact', ...SHANGHAI, ...HUNAN],
        ...[...ASSESSMENT, ...BASES, ...CENTRES],
      ]),
    ],
  };
}
