import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { refuse, Refusal } from '../../rules/refusal.ts';
import { checkEligibility, priorityOf } from '../../rules/sh-store/eligibility.ts';
import { checkFigures } from '../../rules/sh-store/form-check.ts';
import { offeredRoutes, recommendationCheck } from '../../rules/sh-store/routes.ts';
import { text } from '../../rules/text.ts';
import { dayOf, type Instant } from '../../rules/time/index.ts';
import type { StoreApplicationOpening } from '../../workflows/store-application/contract.ts';
import type { ApiContext } from '../context.ts';
import { requireOwnFiles } from '../files/store.ts';
import { InvalidInput } from '../http/problem.ts';
import type { Once } from '../http/once.ts';
import type { Reader } from '../reader.ts';
import { currentRules } from './rules.ts';
import type { Filing } from './schema.ts';
import { asRule, findInvitation, findRecommendation, refuseBarred, refuseSecond } from './support.ts';

/** The body that handles Shanghai store applications (SH-STORE-04). */
const CENTRE = 'sh-centre';

/**
 * Files an application: checks it, then inserts case, form and answer in one transaction (SH-STORE-03).
 * @returns the id of the case; its workflow is started after the commit
 */
export async function fileApplication(
  context: ApiContext,
  reader: Reader,
  filing: Filing,
  now: Instant,
  once: Once,
): Promise<string> {
  requireEnterpriseLevel(reader);
  requireForm(filing, now);
  try {
    return await context.database.$transaction((tx) => openApplication(context, tx, reader, filing, now, once));
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
  once: Once,
): Promise<string> {
  const { institution, figures } = filing;
  const { creditCode } = institution;
  // One filing at a time for an institution, so that two accounts cannot both be bound to it.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`institution:${creditCode}`}, 0))`;
  await refuseBarred(tx, creditCode, dayOf(now));
  await bindCreditCode(tx, reader, creditCode);
  await refuseSecond(tx, creditCode);
  await requireOwnFiles(tx, reader.actor.id, namedFiles(filing));
  const opening = await openingOf(tx, filing, now);
  const id = `app-${randomUUID()}`;
  const { recommendation } = opening;
  await context.gateway.openCase(tx, {
    id,
    kind: 'storeApplication',
    regime: 'SH_STORE',
    stage: 'PRELIM_REVIEW',
    subject: creditCode,
    title: institution.name,
    bodyId: CENTRE,
    region: institution.region,
    openedById: reader.actor.id,
    openedAt: now,
    watchers: recommendation === null ? [] : [recommendation.recommenderId],
    priority: priorityOf(figures),
    opening,
  });
  await tx.form.create({
    data: {
      id: `${id}:form:1`,
      caseId: id,
      version: 1,
      data: formOf(filing, opening),
      filedById: reader.actor.id,
      filedAt: new Date(now),
    },
  });
  if (filing.draftId !== undefined)
    await tx.draft.deleteMany({ where: { id: filing.draftId, ownerId: reader.actor.id } });
  await once.settle(tx, 201, { caseId: id });
  return id;
}

/** What was filed, as it was filed. */
function formOf({ institution, figures, files, mainShareholders }: Filing, { route }: StoreApplicationOpening): object {
  return { route, institution, figures, files, mainShareholders };
}

/** What the case itself is opened with: no names, no contacts. */
async function openingOf(tx: Transaction, filing: Filing, now: Instant): Promise<StoreApplicationOpening> {
  const { route, figures, institution } = filing;
  const { creditCode } = institution;
  const found =
    route === 'TRIAL' || filing.recommendationId !== undefined
      ? await findRecommendation(tx, creditCode, filing.recommendationId)
      : null;
  if (route === 'TRIAL') requireTrialRoute(found === null ? null : asRule(found));
  const recommendation = found === null ? null : { ...asRule(found), id: found.id, recommenderId: found.recommenderId };
  if (route !== 'INVITED') return { route, figures, recommendation, invitation: null };
  if (filing.invitationId === undefined) {
    return refuse('INVALID_INPUT', '邀约途径须注明邀约。', 'The invitation route needs the invitation it relies on.', {
      field: 'invitationId',
    });
  }
  const { caseId, invitation } = await findInvitation(tx, creditCode, filing.invitationId);
  const { values } = await currentRules(tx);
  const eligibility = checkEligibility({ figures, appliedOn: dayOf(now), route, values });
  // Filing is the acceptance (SH-STORE-02.3).
  const offer = offeredRoutes({
    eligibility,
    recommendation: null,
    contribution: figures.contribution,
    invitation: { ...invitation, acceptedOn: dayOf(now) },
    creditHit: false,
  }).INVITED;
  if (!offer.offered) refuseRoute(route, offer.why, offer.checks);
  return {
    route,
    figures,
    recommendation,
    invitation: { caseId, invitedOn: invitation.invitedOn, lastDay: invitation.lastDay },
  };
}

/** The letter must be there and from a department that can recommend; the rest is for the review (SH-STORE-07.3). */
function requireTrialRoute(recommendation: Parameters<typeof recommendationCheck>[0]): void {
  const check = recommendationCheck(recommendation);
  if (check.status !== 'MET') refuseRoute('TRIAL', [check.reason], [check]);
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

/** Everything that can be said of the form by itself, all at once (SH-STORE-01.11, 03.2, 03.4, 07.1). */
function requireForm({ figures, route, files }: Filing, now: Instant): void {
  const faults = checkFigures(figures, dayOf(now), route).map(({ field, message }) => ({
    field: `figures.${field}`,
    message,
  }));
  if (figures.orgType === 'LAW_FIRM' && files.practiceLicence === undefined) {
    faults.push({
      field: 'files.practiceLicence',
      message: text('律师事务所须上传执业许可证。', 'A law firm uploads its practice licence.'),
    });
  }
  if (faults.length > 0) throw new InvalidInput(faults);
}

function namedFiles({ files }: Filing): [field: string, id: string][] {
  const { licence, creditScreenshot, practiceLicence, qualifications } = files;
  return [
    ['files.licence', licence],
    ['files.creditScreenshot', creditScreenshot],
    ...(practiceLicence === undefined ? [] : [['files.practiceLicence', practiceLicence] as [string, string]]),
    ...qualifications.map((id, index): [string, string] => [`files.qualifications.${index}`, id]),
  ];
}

/** A provider files for the own institution alone; an account without one is bound to it by its first filing. */
async function bindCreditCode(tx: Transaction, { actor }: Reader, creditCode: string): Promise<void> {
  const account = await tx.user.findUniqueOrThrow({ where: { id: actor.id }, select: { creditCode: true } });
  if (account.creditCode === creditCode) return;
  if (account.creditCode !== null) {
    refuse('OUT_OF_SCOPE', '只能为账户所属机构申请。', 'You may file for the institution of your account alone.', {
      field: 'institution.creditCode',
    });
  }
  const holder = await tx.user.findFirst({
    where: { creditCode, role: 'provider', disabledAt: null },
    select: { id: true },
  });
  if (holder !== null) {
    refuse(
      'OUT_OF_SCOPE',
      '该机构已由另一账户办理，请使用该账户或联系管理员。',
      'Another account acts for this institution; use it, or ask an administrator.',
      {
        field: 'institution.creditCode',
      },
    );
  }
  await tx.user.update({ where: { id: actor.id }, data: { creditCode } });
}

/** True for a violation of a unique index of a table. */
function isTaken(error: unknown, model: string): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === 'P2002' &&
    (error.meta?.['modelName'] === undefined || error.meta['modelName'] === model)
  );
}
