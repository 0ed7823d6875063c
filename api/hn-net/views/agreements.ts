/** What the public reads of the user agreement and of the rules of the platform (HN-NET-07.1, 07.3). */
import type { Database } from '../../../prisma/client.ts';
import type { Prisma } from '../../../prisma/generated/client.ts';
import { agreementItems, platformRules, type AgreementText } from '../../../rules/hn-net/agreement.ts';
import { text, type Text } from '../../../rules/text.ts';
import { dayOf, type Day, type Instant } from '../../../rules/time/index.ts';
import { userAgreement, type UserAgreementFacts } from '../../../workflows/hn-net/user-agreement/contract.ts';

/** A version that was published, with its words. */
export interface ShownAgreement {
  readonly id: string;
  readonly version: number;
  readonly status: Text;
  readonly publishedAt: Instant;
  readonly effectiveFrom: Day;
  readonly noticeDays: number;
  readonly items: readonly ShownText<AgreementText>[];
  readonly rules: readonly ShownText<AgreementText>[];
}

interface ShownText<Id extends string> {
  readonly id: Id;
  readonly title: Text;
  readonly text: string;
}

interface Form {
  readonly items: Readonly<Record<string, string | null>>;
  readonly rules: Readonly<Record<string, string | null>>;
}

/** Cases of versions that were published: those in force or about to be, and those of before. */
export const publishedAgreements = {
  kind: userAgreement.kind,
  revision: { gt: 0 },
  stage: { in: ['PUBLISHED', 'SUPERSEDED'] },
} satisfies Prisma.CaseWhereInput;

/** The columns that {@link shownAgreement} is made of. */
export const agreementColumns = {
  id: true,
  stage: true,
  openedAt: true,
  state: true,
  forms: { orderBy: { version: 'desc' }, take: 1, select: { data: true } },
} satisfies Prisma.CaseSelect;

type Row = Prisma.CaseGetPayload<{ select: typeof agreementColumns }>;

export function shownAgreement({ id, stage, state, forms }: Row, now: Instant): ShownAgreement {
  const { facts } = state as unknown as { readonly facts: UserAgreementFacts };
  const { items, rules } = forms[0]?.data as unknown as Form;
  const { version, noticeDays, publishedAt, effectiveFrom } = facts;
  if (publishedAt === null || effectiveFrom === null)
    throw new Error(`Version ${version} (${id}) was never published.`);
  return {
    ...{ id, version, noticeDays, publishedAt, effectiveFrom },
    status: stage === 'PUBLISHED' ? standing(effectiveFrom, now) : userAgreement.outcomes.SUPERSEDED,
    items: textsOf(agreementItems, items),
    rules: textsOf(platformRules, rules),
  };
}

/**
 * The version in force today; before the first one is, the one that was published.
 * @returns null where none was
 */
export async function agreementInForce(database: Database, now: Instant): Promise<ShownAgreement | null> {
  const rows = await database.case.findMany({
    where: { ...publishedAgreements, stage: 'PUBLISHED' },
    orderBy: { openedAt: 'asc' },
    select: agreementColumns,
  });
  const versions = rows.map((row) => shownAgreement(row, now));
  return versions.findLast(({ effectiveFrom }) => effectiveFrom <= dayOf(now)) ?? versions[0] ?? null;
}

/** A rule in full as a file to keep: its title, the version it belongs to, and every word. */
export function asFile({ version, effectiveFrom }: ShownAgreement, { title, text: words }: ShownText<string>) {
  const content = Buffer.from(
    `${title.zh}\n${title.en}\n\n第${version}版，自${effectiveFrom}起施行\nVersion ${version}, in force from ${effectiveFrom}\n\n${words}\n`,
  );
  return { name: `${title.zh}（第${version}版）.txt`, content };
}

function standing(effectiveFrom: Day, now: Instant): Text {
  return effectiveFrom <= dayOf(now)
    ? text('施行中', 'In force')
    : text('已公布，尚未施行', 'Published, not yet in force');
}

function textsOf<Id extends AgreementText>(titles: Readonly<Record<Id, Text>>, words: Form['items']): ShownText<Id>[] {
  return (Object.keys(titles) as Id[]).map((id) => ({ id, title: titles[id], text: words[id] ?? '' }));
}
