/** Payload is `<caseId>:<revision>`; whoever waits for a case listens here. */
export const COMMITS_CHANNEL = 'anjuan_commits';
/** Something for the relay of cases: one to start or a message to deliver. */
export const CASES_CHANNEL = 'anjuan_cases';
/** A notice was planned. */
export const NOTICES_CHANNEL = 'anjuan_notices';
