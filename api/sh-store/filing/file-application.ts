import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../../prisma/client.ts';
import { fileForm } from '../../../prisma/file-form.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { refuse, Refusal } from '../../../rules/refusal.ts';
import { checkEligibility, priorityOf } from '../../../rules/sh-store/eligibility.ts';
import { checkFigures } from '../../../rules/sh-store/form-check.ts';
import { offeredRoutes, recommendationCheck, type RouteInput } from '../../../rules/sh-store/routes.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import { text } from '../../../rules/text.ts';
import { dayOf, instantOf, type Instant } from '../../../rules/time/index.ts';
import type { Letter, StoreApplicationOpening } from '../../../workflows/sh-store/store-application/contract.ts';
import type { ApiContext } from '../../context.ts';
import { requireOwnFiles } from '../../files/kept-files.ts';
import { InvalidInput } from '../../http/problem.ts';
import type { Call } from '../../http/route.ts';
import type { Reader } from '../../reader.ts';
import { bindInstitution } from './bind-institution.ts';
import { CENTRE } from './centre.ts';
import { currentRules } from './rules.ts';
import type { Filing } from './schema.ts';
import { asRule, findInvitation, findRecommendation, refuseBarred, refuseSecond } from './support.ts';

/**
 * Files an application: checks it, then inserts case, form and answer in one transaction (SH-STORE-03).
 * @returns the id of the case; its workflow is started after the commit
 */
export async function fileApplication(
  context: ApiContext,
  reader: Reader,
  given: Filing,
  now: Instant,
  { once, audit }: Pick<Call, 'once' | 'audit'>,
): Promise<string> {
  requireEnterpriseLevel(reader);
  const filing = asFiled(given);
  requireForm(filing, now);
  try {
    return await context.database.$transaction((tx) =>
      openApplication(context, tx, reader, filing, now, { once, audit }),
    );
  } catch (error) {
    // Two at the same moment: the database lets one through, and the other is told as if it had come second (SH-STORE-03.7).
    if (isTaken(error, 'Case')) await refuseSecond(context.database, filing.institution.creditCode);
    throw error;
  }
}

async function openApplication(
  context: ApiContext,
  tx: Transaction,
  reader: Reader,
  filing: Filing,
  now: Instant,
  { once, audit }: Pick<Call, 'once' | 'audit'>,
): Promise<string> {
  const { institution, figures } = filing;
  const { creditCode } = institution;
  // One filing at a time for an institution, so that two accounts cannot both be bound to it.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`institution:${creditCode}`}, 0))`;
  await refuseBarred(tx, creditCode, dayOf(now));
  const bound = await bindInstitution(tx, reader, creditCode);
  await refuseSecond(tx, creditCode);
  await requireOwnFiles(tx, reader.person.id, namedFiles(filing));
  const opening = await openingOf(tx, filing, now);
  const id = `app-${randomUUID()}`;
  const { recommendation } = opening;
  await context.gateway.openCase(tx, {
    id,
    kind: 'storeApplication',
    subject: creditCode,
    title: institution.name,
    bodyId: CENTRE,
    region: institution.region,
    openedById: reader.person.id,
    openedAt: now,
    parties: recommendation === null ? {} : { recommender: [recommendation.recommendingParty] },
    priority: priorityOf(figures),
    opening,
  });
  const data = formOf(filing, opening);
  await fileForm(tx, { caseId: id, version: 1, data, filedById: reader.person.id, filedAt: now });
  if (filing.draftId !== undefined)
    await tx.draft.deleteMany({ where: { id: filing.draftId, ownerId: reader.person.id } });
  await audit(tx, ...bound);
  await once.settle(tx, 201, { caseId: id });
  return id;
}

/** What was filed, as it was filed. */
function formOf({ institution, figures, files, mainShareholders }: Filing, { route }: StoreApplicationOpening): object {
  return { route, institution, figures, files, mainShareholders };
}

/** What the case itself is opened with: no names, no contacts. */
async function openingOf(tx: Transaction, filing: Filing, now: Instant): Promise<StoreApplicationOpening> {
  const { route, figures, institution, recommendationId } = filing;
  const { creditCode } = institution;
  const letter = await letterOf(tx, creditCode, recommendationId);
  const reliesOn = route === 'TRIAL' || recommendationId !== undefined;
  const rests = { route, figures, recommendation: reliesOn ? letter : null, onFile: reliesOn ? null : letter };
  if (route === 'STANDARD') return { ...rests, invitation: null };
  const { values } = await currentRules(tx);
  const eligibility = checkEligibility({ figures, appliedOn: dayOf(now), route, values });
  const { contribution } = figures;
  if (route === 'TRIAL') {
    requireTrialRoute({ eligibility, recommendation: letter, contribution, invitation: null, creditHit: false });
    return { ...rests, invitation: null };
  }
  if (filing.invitationId === undefined) {
    return refuse('INVALID_INPUT', '邀约途径须注明邀约。', 'The invitation route needs the invitation it relies on.', {
      field: 'invitationId',
    });
  }
  const { caseId, invitation } = await findInvitation(tx, creditCode, filing.invitationId);
  // Filing is the acceptance (SH-STORE-02.3).
  const offer = offeredRoutes({
    eligibility,
    recommendation: null,
    contribution,
    invitation: { ...invitation, acceptedOn: dayOf(now) },
    creditHit: false,
  }).INVITED;
  if (!offer.offered) refuseRoute(route, offer.why, offer.checks);
  return { ...rests, invitation: { caseId, invitedOn: invitation.invitedOn, lastDay: invitation.lastDay } };
}

/** The letter that is named, or the latest on file: a review may come to need one that the filing does not rely on. */
async function letterOf(tx: Transaction, creditCode: string, id: string | undefined): Promise<Letter | null> {
  const found = await findRecommendation(tx, creditCode, id);
  if (found === null) return null;
  const { recommenderId, bodyId, createdAt } = found;
  const recommendingParty = unitKey(bodyId);
  return {
    ...asRule(found),
    id: found.id,
    recommenderId,
    recommendingParty,
    receivedAt: instantOf(createdAt.getTime()),
  };
}

/**
 * The letter must be there and from a department that can recommend, and the figures must lack something: what they meet needs no
 * trial, and if the review finds otherwise it changes the route. The rest is for the review (SH-STORE-07.1, 07.3).
 */
function requireTrialRoute(input: RouteInput): void {
  const letter = recommendationCheck(input.recommendation);
  const lacking = offeredRoutes(input).TRIAL.checks.filter(({ id }) => id === 'SH-STORE-02.2');
  for (const check of [letter, ...lacking]) if (check.status !== 'MET') refuseRoute('TRIAL', [check.reason], [check]);
}

function refuseRoute(route: string, why: readonly { zh: string; en: string }[], checks: readonly object[]): never {
  throw new Refusal('ROUTE_NOT_OFFERED', {
    message: text(why.map(({ zh }) => zh).join('；'), why.map(({ en }) => en).join('; ')),
    field: 'route',
    facts: { route, checks },
  });
}

function requireEnterpriseLevel({ level }: Reader): void {
  if (level === 'ENTERPRISE') return;
  refuse(
    'ENTERPRISE_LEVEL_REQUIRED',
    '请先升级为“企业级用户”，再申请开店。',
    'Upgrade to an enterprise-level user first; only they may apply for a store.',
  );
}

/** Whether there is a qualification follows from the files, whatever is ticked (SH-STORE-03.3). */
function asFiled(filing: Filing): Filing {
  const hasQualification = filing.files.qualifications.length > 0;
  return { ...filing, figures: { ...filing.figures, hasQualification } };
}

/** Everything that can be said of the figures by themselves, all at once (SH-STORE-01.11, 03.4, 07.1). */
function requireForm({ figures, route }: Filing, now: Instant): void {
  const faults = checkFigures(figures, dayOf(now), route).map(({ field, message }) => ({
    field: `figures.${field}`,
    message,
  }));
  if (faults.length > 0) throw new InvalidInput(faults);
}

function namedFiles({ files }: Filing): [field: string, id: string][] {
  const { licence, creditScreenshot, practiceLicence, qualifications } = files;
  return [
    ...(licence === undefined ? [] : [['files.licence', licence] as [string, string]]),
    ...(practiceLicence === undefined ? [] : [['files.practiceLicence', practiceLicence] as [string, string]]),
    ['files.creditScreenshot', creditScreenshot],
    ...qualifications.map((id, index): [string, string] => [`files.qualifications.${index}`, id]),
  ];
}

/** True for a violation of a unique index of a table. */
function isTaken(error: unknown, model: string): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === 'P2002' &&
    (error.meta?.['modelName'] === undefined || error.meta['modelName'] === model)
  );
}
