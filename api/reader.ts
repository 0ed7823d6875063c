import type { Person } from '../rules/roles.ts';
import type { Locale } from '../rules/text.ts';

/** Who asks: the person a case knows, with all offices, and what the API alone needs of the account. */
export interface Reader {
  readonly person: Person;
  readonly name: string;
  /** `PERSONAL` or `ENTERPRISE`; matters for providers alone. */
  readonly level: string;
  readonly locale: Locale;
  /** In lower case; notices to a contact of an institution are known by it (XC-04.1). */
  readonly email: string;
  /** How the session was shown: a cookie goes along unasked and needs the checks against forged requests. */
  readonly credential: 'cookie' | 'bearer';
  readonly sessionToken: string;
  /** An administrator set the password: its owner sets another before anything else. */
  readonly mustChangePassword: boolean;
  /** Nothing else is open before a second factor of sign-in is set up. */
  readonly mustSetSecondFactor: boolean;
}
