/** What a store says of itself on its page: decoration, introduction, website, as the platform last reported them (SH-STORE-06.5). */
import { z } from 'zod';
import type { Database } from '../../../prisma/client.ts';
import type { Store } from '../../../prisma/generated/client.ts';
import type { Decoration, StoreProfileEvent } from '../../../rules/sh-store/platform-events.ts';
import { storeReference } from '../../../workflows/sh-store/words.ts';

export const storeProfileSchema = z.object({
  decoration: z
    .object({
      headline: z.string(),
      announcement: z.string().meta({ description: 'Empty for none' }),
      links: z.array(z.object({ title: z.string(), address: z.string() })),
    })
    .nullable(),
  introduction: z.string().nullable(),
  website: z.string().nullable(),
});

export type StoreProfile = z.infer<typeof storeProfileSchema>;

/** Which fact says what. */
const SAID_BY = {
  decoration: 'DECORATION_PUBLISHED',
  introduction: 'COMPANY_INTRO_SAVED',
  website: 'COMPANY_SITE_SAVED',
} as const satisfies Readonly<Record<keyof StoreProfile, StoreProfileEvent['type']>>;

/** What of a store its profile is read by. */
type Opened = Pick<Store, 'id' | 'openedAt'>;

/** The latest of each that is known; null for what was never reported, or was taken away. */
export async function storeProfile(database: Database, store: Opened): Promise<StoreProfile> {
  const [decoration, introduction, website] = await Promise.all([
    latestSaid<Decoration>(database, store, 'decoration'),
    latestSaid<string>(database, store, 'introduction'),
    latestSaid<string>(database, store, 'website'),
  ]);
  return {
    decoration: decoration === null ? null : { ...decoration, links: [...decoration.links] },
    introduction,
    website,
  };
}

/** A fact that does not say it leaves what was said before; one from before the opening is none of the store. */
async function latestSaid<T>(
  database: Database,
  { id, openedAt }: Opened,
  field: keyof StoreProfile,
): Promise<T | null> {
  const [latest] = await database.$queryRaw<{ value: T | null }[]>`
    SELECT "data"->${field} AS value FROM "PlatformEvent"
    WHERE "about" = ${storeReference(id)} AND "type" = ${SAID_BY[field]} AND jsonb_exists("data", ${field})
      AND "occurredAt" >= ${openedAt}
    ORDER BY "occurredAt" DESC, "receivedAt" DESC, "id" DESC LIMIT 1`;
  return latest?.value ?? null;
}
