/**
 * The number of a body for enquiries: the one that the operator of the stack has set, or in training that of the regime's data, which is for
 * demonstration. Undefined where nobody has set one.
 */
export function bodyTelephone(
  isTraining: boolean,
  set: Readonly<Record<string, string>>,
  { id, telephone }: { readonly id: string; readonly telephone?: string },
): string | undefined {
  return (Object.hasOwn(set, id) ? set[id] : undefined) ?? (isTraining ? telephone : undefined);
}
