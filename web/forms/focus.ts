/** Finds the fields of a form in the page by their paths. */

function fieldIn(form: HTMLElement | null, path: string): HTMLElement | null {
  return form?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`) ?? null;
}

export function isShown(form: HTMLElement | null, path: string): boolean {
  return fieldIn(form, path) !== null;
}

/** Puts the cursor into the field at a path; what is folded around it is opened, as nothing takes the cursor in there. */
export function focusOn(form: HTMLElement | null, path: string): void {
  const field = fieldIn(form, path);
  for (let folded = foldedAround(field); folded !== null; folded = foldedAround(folded)) folded.open = true;
  const input = field?.matches('input, select, textarea, button')
    ? field
    : field?.querySelector<HTMLElement>('input, select, textarea, button');
  (input ?? field)?.focus();
}

/** The closed `<details>` that an element lies in; null if everything around it is open. */
function foldedAround(element: HTMLElement | null): HTMLDetailsElement | null {
  return element?.closest<HTMLDetailsElement>('details:not([open])') ?? null;
}
