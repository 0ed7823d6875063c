/** Whether a notice that does not count as sent may have arrived all the same (XC-04.3). */

/** `copies`: how often it was handed to the server without an answer that is known. */
export function mayHaveArrived({ status, copies }: { readonly status: string; readonly copies: number }): boolean {
  return copies >= 1 && (status === 'FAILED' || status === 'CANCELLED');
}
