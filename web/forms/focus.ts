/** Finds the fields of a form in the page by their paths. */

function fieldIn(form: HTMLElement | null, path: string): HTMLElement | null {
  return form?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`) ?? null;
}

export function isShown(form: HTMLElement | null, path: string): boolean {
  return fieldIn(form, path) !== null;
}

/** Puts the cursor into the field at a path. */
export function focusOn(form: HTMLElement | null, path: string): void {
  const field = fieldIn(form, path);
  const input = field?.matches('input, select, textarea, button')
    ? field
    : field?.querySelector<HTMLElement>('input, select, textarea, button');
  (input ?? field)?.focus();
}
