import type { LetterSettings } from '../../config/settings.ts';
import type { Database } from '../../prisma/client.ts';
import { NOTICES_CHANNEL } from '../../prisma/channels.ts';
import { checkFolder } from './fonts.ts';
import { createLetterSetter } from './letter-setter.ts';
import type { LetterMeans } from './make-letter.ts';
import { httpSealer } from './sealer.ts';

/**
 * What letters are made with, as it is set.
 * @throws RangeError if the folder of fonts cannot be used
 */
export function letterMeans({ fonts, head, sealUrl }: LetterSettings, sealToken: string | undefined): LetterMeans {
  if (fonts !== undefined) checkFolder(fonts);
  return {
    setter: createLetterSetter(fonts),
    sealer: sealUrl === undefined ? undefined : httpSealer({ url: sealUrl, token: sealToken }),
    head,
  };
}

/** Asks for the letters that could not be set to be tried again: the operator may have put a font there that they lacked. */
export async function retryFailedLetters(database: Database): Promise<void> {
  const asked = await database.$executeRaw`
    UPDATE "Notice" SET "resendAskedAt" = clock_timestamp() WHERE "channel" = 'LETTER' AND "status" = 'FAILED' AND "reachedAt" IS NULL`;
  if (asked > 0) await database.$executeRaw`SELECT pg_notify(${NOTICES_CHANNEL}, '')`;
}
