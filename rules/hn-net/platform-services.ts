/** What a platform's page says of its services: the nine free ones, the liaison officers, the services of departments (HN-NET-05.7, 05.9, 24.3). */
import type { Text } from '../text.ts';
import type { Day } from '../time/instant.ts';
import { freeServices } from './service-request.ts';

/** What a platform has published last. */
export interface Disclosure {
  readonly officers: readonly { readonly name: string; readonly telephone: string; readonly email?: string }[];
  readonly acceptanceRules: string;
  readonly handlingDays?: number;
  readonly governmentServices: readonly { readonly name: string; readonly department: string }[];
}

/** What of it the public sees. */
export interface PlatformServices {
  readonly freeServices: readonly { readonly title: Text; readonly clause: string }[];
  /** Null while the platform has published none. */
  readonly liaison: {
    readonly officers: readonly { readonly name: string; readonly telephone: string; readonly email: string | null }[];
    readonly acceptanceRules: string;
    /** Day from which it stands, Shanghai. */
    readonly since: Day | null;
  } | null;
  /** Working days within which a provider accepts a request (HN-NET-04.1, 05.10); null while the platform has published none. */
  readonly handlingDays: number | null;
  readonly governmentServices: Disclosure['governmentServices'];
}

/** @param since day on which the disclosure was published */
export function platformServices(disclosure: Disclosure | null, since: Day | null): PlatformServices {
  const officers = (disclosure?.officers ?? []).map(({ name, telephone, email = null }) => ({
    name,
    telephone,
    email,
  }));
  return {
    freeServices: Object.values(freeServices),
    liaison: disclosure === null ? null : { officers, acceptanceRules: disclosure.acceptanceRules, since },
    handlingDays: disclosure?.handlingDays ?? null,
    governmentServices: disclosure?.governmentServices ?? [],
  };
}
