/** The tracking code by which somebody without an account reads and acts in one case. It is in no address, and gone with the tab. */
const KEPT = 'anjuan.tracking';

let code = sessionStorage.getItem(KEPT);
let isInUse = false;

/** The code that was entered in this tab. */
export function trackingCode(): string | null {
  return code;
}

/** Remembers a code for this tab; null forgets it. */
export function keepTrackingCode(next: string | null): void {
  code = next;
  if (next === null) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, next);
}

/** Whether the code stands for the account in what is asked of the API. */
export function showTrackingCode(isOn: boolean): void {
  isInUse = isOn;
}

/** What a request shows of the code; nothing where the account speaks for itself. */
export function trackingHeaders(): Readonly<Record<string, string>> {
  return isInUse && code !== null ? { Authorization: `Tracking ${code}` } : {};
}

/** True while requests show the code. */
export function isTracking(): boolean {
  return isInUse && code !== null;
}
