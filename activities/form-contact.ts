/** What a form says of somebody who is to be written to (XC-04). */

/** Whom a form names to be written to. */
export interface FormContact {
  readonly name: string;
  readonly email: string;
  /** Language in which the contact reads; that of the account which filed the form for its party, if the form does not say. */
  readonly locale?: string;
}

/** Somebody whom a form names with a name and one way to be reached at least. */
export interface Reachable {
  readonly name: string;
  readonly email?: string;
  readonly locale?: string;
}

/** The same as a contact; null where no address was left, and they are to be reached otherwise. */
export function reachableIn(person: Reachable | undefined): FormContact | null {
  if (person?.email === undefined) return null;
  const { name, email, locale } = person;
  return { name, email, ...(locale !== undefined && { locale }) };
}
