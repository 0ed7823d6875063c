/** What came of one SMTP dialogue, and how an error of nodemailer is told apart (XC-04.3). */

/**
 * - `accepted`: the server took the mail.
 * - `outage`: the server cannot be reached or does not let us in; the notice is not to blame and nothing was sent.
 * - `temporary`, `permanent`: the server refused this mail.
 * - `unknown`: the content was on its way and no answer came; the mail may have arrived.
 */
export interface SmtpAnswer {
  readonly kind: 'accepted' | 'outage' | 'temporary' | 'permanent' | 'unknown';
  /** The server's words, or what went wrong. */
  readonly words: string;
}

/** The fields nodemailer sets on its errors. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
}

/** Failures of the connection, the encryption or the sign-in: the next mail would meet them too. */
const outOfReach = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EREQUIRETLS',
  'EPROXY',
  'EPROTOCOL',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'EABORT',
]);

/** Answers that speak of the server or of our account there: closing down, sign in first, sign-in failed. */
const aboutTheServer = new Set([421, 454, 530, 534, 535, 538]);

/** Sorts an error; `contentBegan` says whether any of the mail's content had been handed to the connection. */
export function classify(error: unknown, contentBegan: boolean): SmtpAnswer {
  const fault = (error instanceof Error ? error : new Error(String(error))) as SmtpError;
  const words = fault.response ?? fault.message;
  return { kind: kindOf(fault, contentBegan), words };
}

function kindOf({ code = '', responseCode, command }: SmtpError, contentBegan: boolean): SmtpAnswer['kind'] {
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (responseCode !== undefined && (aboutThisMail || responseCode === 421)) {
    if (aboutTheServer.has(responseCode)) return 'outage';
    if (responseCode < 500) return 'temporary';
    // A refused sender is a fault of the settings: it gets its retries, so that a quick repair loses no notice.
    return command === 'MAIL FROM' && responseCode !== 552 ? 'temporary' : 'permanent';
  }
  if (contentBegan) return 'unknown';
  if (outOfReach.has(code)) return 'outage';
  return aboutThisMail ? 'permanent' : 'temporary';
}
