/** Cases that are opened by transitions of other cases. */
import { fileForm } from '../prisma/file-form.ts';
import { newestVersions, openCases, type NewCase } from '../prisma/open-case.ts';
import type { Transaction } from '../prisma/client.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { partyId, partyKind } from '../rules/parties/party.ts';
import { systemActor } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';
import { namedCase, withNumbers } from '../workflows/engine/case-number.ts';
import { eachText } from '../workflows/engine/each-text.ts';
import type { CaseOpening, FormOfAnother, RecordedTransition } from '../workflows/engine/transition.ts';
import { bodies as declaredBodies, contracts } from '../workflows/regimes.ts';
import type { CaseHead, Written } from './case-head.ts';
import { registeredName } from './records.ts';

/**
 * Opens the cases that follow from transitions. One about another party has the name under which that party is known in the records; one of another
 * regime, or of a kind that says so, begins under the newest rules of its regime, every other under those of the case it comes from.
 * @returns of openings that were added to a case there is: that case by the id which the opening would have had
 */
export async function openFollowing(tx: Transaction, written: readonly Written[]): Promise<Map<string, string>> {
  const joined = new Map<string, string>();
  const versions = new Map<string, Awaited<ReturnType<typeof newestVersions>>>();
  const fresh: NewCase[] = [];
  for (const { head, transition } of written) {
    for (const opening of transition.openings) {
      if (opening.joins === true) {
        // One that was planned a moment ago may be the one to join.
        await openCases(tx, fresh.splice(0));
        const there = await joinCase(tx, head, opening, transition.at);
        if (there !== null) {
          joined.set(opening.id, there);
          continue;
        }
      }
      const newest = versions.get(opening.regime) ?? (await newestVersions(tx, opening.regime));
      versions.set(opening.regime, newest);
      fresh.push(await followingCase(tx, { head, transition }, opening, newest));
    }
  }
  await openCases(tx, fresh);
  for (const { head, transition } of written) {
    for (const { id, form } of transition.openings) {
      if (form !== undefined && !joined.has(id)) await takeForm(tx, head.id, id, form, transition.at);
    }
  }
  return joined;
}

/** Puts on file, as the first form of a case, what it takes from the newest form of the case that opens it. */
async function takeForm(
  tx: Transaction,
  from: string,
  caseId: string,
  { takes, adds }: FormOfAnother,
  filedAt: Instant,
): Promise<void> {
  const newest = await tx.form.findFirst({
    where: { caseId: from },
    orderBy: { version: 'desc' },
    select: { data: true, filedById: true },
  });
  if (newest === null) throw new Error(`Case ${from} has no form that ${caseId} could begin with.`);
  const fields = newest.data as Readonly<Record<string, unknown>>;
  const taken = Object.fromEntries(takes.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
  await fileForm(tx, { caseId, version: 1, data: { ...taken, ...adds }, filedById: newest.filedById, filedAt });
}

async function followingCase(
  tx: Transaction,
  { head, transition: { at } }: Written,
  { id, kind, regime, stage, subject, about, parties, bodies, bodyId, region, opening }: CaseOpening,
  { ruleVersion, calendarVersion }: Awaited<ReturnType<typeof newestVersions>>,
): Promise<NewCase> {
  const ofParent = regime === head.regime && contracts[kind]?.beginsUnderNewestRules !== true;
  const title = subject === null || subject === head.subject ? head.title : await nameOf(tx, subject);
  return {
    row: {
      ...{ id, kind, regime, stage, subject: subject ?? head.subject, title, bodyId, region, about },
      ...{ parentId: head.id, openedById: null, priority: head.priority },
      ruleVersion: ofParent ? head.ruleVersion : ruleVersion,
      // The calendar in force, whatever the case it comes from still has.
      calendarVersion,
    },
    openedAt: at,
    opening: opening as object,
    parties,
    bodies,
  };
}

/**
 * Adds an opening to the case of its kind that there is about the same thing. Until the transaction ends nobody else looks for one, so that
 * two cases that find none do not open two.
 * @returns the id of that case; null if there is none
 */
async function joinCase(tx: Transaction, head: CaseHead, opening: CaseOpening, at: Instant): Promise<string | null> {
  const { id, kind, about } = opening;
  const { oneAtATime } = contracts[kind] ?? {};
  if (about === null || oneAtATime === undefined)
    throw new Error(`Case ${id} has nothing about which there is one '${kind}'.`);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`one:${kind}:${about}`}, 0))`;
  const given = opening.opening as Readonly<Record<string, unknown>>;
  const alike = Object.fromEntries((oneAtATime.alike ?? []).map((field) => [field, given[field]]));
  const [there] = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Case"
    WHERE "kind" = ${kind} AND "about" = ${about} AND "opening" @> ${JSON.stringify(alike)}::jsonb AND ("closedAt" IS NULL OR "outcome" = ANY(${oneAtATime.evenAfter ?? []}))
    ORDER BY "closedAt" IS NULL DESC, "openedAt" DESC, "id" LIMIT 1`;
  if (there === undefined) return null;
  await tx.caseMessage.createMany({
    skipDuplicates: true,
    data: [
      {
        id: `${id}:joins`,
        fromCaseId: head.id,
        toCaseId: there.id,
        action: oneAtATime.adds,
        input: opening.opening as Prisma.InputJsonObject,
        actor: { ...systemActor(head.id) },
        createdAt: new Date(at),
      },
    ],
  });
  return there.id;
}

/** The transition with the case that an opening was added to in place of the one that it would have opened. */
export function namingJoined(transition: RecordedTransition, joined: ReadonlyMap<string, string>): RecordedTransition {
  if (joined.size === 0) return transition;
  const { lines, notices } = transition;
  const numbers = new Map([...joined].map(([planned, there]) => [planned, namedCase(there)]));
  const named = <T>(value: T) =>
    eachText(withNumbers(value, numbers, namedCase), (words) => joined.get(words) ?? words);
  return { ...transition, lines: named(lines), notices: named(notices) };
}

/** The name of a party: of a unit the one that its regime declares, else as the records know it, in a register or as the subject of an earlier case. */
async function nameOf(tx: Transaction, party: string): Promise<string> {
  const declared = partyKind(party) === 'UNIT' ? declaredBodies[partyId(party)]?.name.zh : undefined;
  const name = declared ?? (await registeredName(tx, party));
  if (name !== undefined) return name;
  const earlier = await tx.case.findFirst({
    where: { subject: party },
    orderBy: { openedAt: 'desc' },
    select: { title: true },
  });
  return earlier?.title ?? party;
}
