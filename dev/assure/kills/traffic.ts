/**
 * What people do all the time while parts are ended and held: firms file and withdraw, reviewers review, consumers complain, ask a centre for a
 * service and the Anhui network for a member, everybody reads.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { complaintForm } from '../../rehearsal/network.ts';
import { INSTITUTION } from '../anhui-cast.ts';
import { CENTRE } from '../centre-cast.ts';
import { addFirm, firmFiling, firmOf, type Firm } from '../firms.ts';
import type { Stage } from '../stage.ts';
import { Requester, type Diary, type Keyed } from './requests.ts';

/** Traffic that runs until it is told to end. */
export interface Traffic {
  readonly diary: Diary;
  /** Ends it when the requests under way are over. @throws what broke off one of the people */
  end(): Promise<void>;
}

/** Firms that file at the same time. */
const FIRMS = 5;
/** Marks of reviews a case is given before its firm withdraws it. */
const REVIEWS = 6;
/** Numbers of the firms, away from those of the cast. */
const FIRST_FIRM = 500;

/** Starts the people. Their accounts and files are made before. */
export async function startTraffic({ players, processes: { baseUrl } }: Stage): Promise<Traffic> {
  const diary: Diary = { entries: [], answers: [] };
  const over = new AbortController();
  const as = async (account: string) => new Requester(baseUrl, (await players.as(account)).token, diary);
  const fiscalYear = Number((await players.now()).slice(0, 4)) - 1;
  const reviewers = [await as('reviewer'), await as('reviewer2')];

  const firms = await Promise.all(
    Array.from({ length: FIRMS }, async (_, index) => {
      const firm = firmOf(FIRST_FIRM + index);
      await addFirm(players, firm);
      const client = await players.as(firm.account);
      const filing = await firmFiling(client, firm, { fiscalYear, abilityText: '' });
      return { firm, requester: await as(firm.account), filing };
    }),
  );
  const complaint = (await complaintForm(players, { platform: 'hn-changsha' })) as Record<string, unknown>;
  const [consumer, window, provider] = [await as('consumer'), await as('window'), await as('supplier')];
  const [centre, platform, member] = [await as('centre'), await as('anhuiplatform'), await as('provider')];

  const people = [
    ...firms.map(({ firm, requester, filing }, index) =>
      untilOver(over.signal, () => applyAndWithdraw(firm, requester, filing, reviewers[index % 2] as Requester)),
    ),
    untilOver(over.signal, () => complain(consumer, window, provider, complaint)),
    untilOver(over.signal, () => askCentre(consumer, centre)),
    untilOver(over.signal, () => publishNeed(consumer, platform, member)),
    untilOver(over.signal, () => look(reviewers[0] as Requester)),
  ];
  return {
    diary,
    async end() {
      over.abort();
      await Promise.all(people);
    },
  };
}

async function untilOver(signal: AbortSignal, once: () => Promise<void>): Promise<void> {
  while (!signal.aborted) await once();
}

/** Does actions in a case. */
function actingIn(caseId: string) {
  return (requester: Requester, name: string, body: Keyed['body']) =>
    requester.post({ what: `${name} in ${caseId}`, path: `/api/cases/${caseId}/actions/${name}`, body });
}

/** A firm files, its reviewer works on the case, and the firm withdraws. */
async function applyAndWithdraw(
  firm: Firm,
  applicant: Requester,
  filing: Record<string, unknown>,
  reviewer: Requester,
): Promise<void> {
  const figures = filing['figures'] as object;
  const filed = await applicant.post<{ caseId: string }>({
    what: `${firm.account} files`,
    path: '/api/applications',
    body: (mark) => ({ ...filing, figures: { ...figures, abilityText: mark } }),
  });
  if (filed === undefined) return;
  const act = actingIn(filed.caseId);
  for (let review = 0; review < REVIEWS; review += 1) {
    const item = ['qualification', 'prospects', 'reputation'][review % 3];
    await act(reviewer, 'judgeCondition', (mark) => ({ item, met: review % 2 === 0, reason: mark }));
  }
  await act(applicant, 'withdraw', (mark) => ({ reason: mark }));
}

/** A consumer complains, the window looks into it, the provider answers, the complaint is rejected. */
async function complain(
  consumer: Requester,
  window: Requester,
  provider: Requester,
  form: Record<string, unknown>,
): Promise<void> {
  const filed = await consumer.post<{ caseId: string }>({
    what: 'a complaint is filed',
    path: '/api/cases/complaint',
    body: (mark) => ({ ...form, orderNumber: mark, account: mark }),
  });
  if (filed === undefined) return;
  const act = actingIn(filed.caseId);
  await act(window, 'registerComplaint', {});
  await act(window, 'startInvestigation', {});
  await act(provider, 'giveStatement', (mark) => ({ statement: mark }));
  await act(consumer, 'addEvidence', (mark) => ({ note: mark }));
  await act(window, 'rejectComplaint', (mark) => ({ reason: mark }));
}

/** A consumer asks a centre for a service, which it gives itself, and says what it was worth. */
async function askCentre(consumer: Requester, centre: Requester): Promise<void> {
  const filed = await consumer.post<{ caseId: string }>({
    what: 'a service of a centre is asked for',
    path: '/api/cases/centreRequest',
    body: (mark) => ({ centre: CENTRE, service: 'ADVICE', need: mark }),
  });
  if (filed === undefined) return;
  const act = actingIn(filed.caseId);
  await act(centre, 'serveItself', (mark) => ({ note: mark }));
  await act(centre, 'startService', (mark) => ({ note: mark }));
  await act(centre, 'completeService', (mark) => ({ result: mark }));
  await act(consumer, 'evaluateService', (mark) => ({ score: 5, words: mark }));
}

/** A consumer publishes a need, the platform offers it to a member, who takes it and gives it up, and the consumer withdraws it. */
async function publishNeed(consumer: Requester, platform: Requester, member: Requester): Promise<void> {
  const filed = await consumer.post<{ caseId: string }>({
    what: 'a need is published',
    path: '/api/cases/serviceNeed',
    body: (mark) => ({ category: 'TECHNOLOGY', need: mark }),
  });
  if (filed === undefined) return;
  const act = actingIn(filed.caseId);
  await act(platform, 'offerNeed', { provider: INSTITUTION });
  await act(member, 'takeOrder', (mark) => ({ note: mark }));
  await act(member, 'declineOrder', (mark) => ({ reason: mark }));
  await act(consumer, 'withdrawNeed', (mark) => ({ note: mark }));
}

async function look(reviewer: Requester): Promise<void> {
  const page = await reviewer.get<{ items: { id: string }[] }>('the list of cases', '/api/cases?limit=20');
  await reviewer.get('the tasks', '/api/tasks');
  for (const { id } of page?.items.slice(0, 2) ?? []) {
    await reviewer.get('a case', `/api/cases/${id}`);
    await reviewer.get('a timeline', `/api/cases/${id}/timeline`);
  }
  // Nobody looks faster than this, nor asks again at once where nothing answers.
  await pause(300);
}
