/** Where the keyboard goes. */
import { tick } from "svelte";

/**
 * Puts the keyboard into the first field that a problem stands under, if there is one. What it
 * holds is marked, so that typing replaces it and arrows mend it.
 */
export async function focusProblem(form: HTMLElement | undefined): Promise<void> {
  await tick();
  const field = form?.querySelector<HTMLElement>("[aria-invalid='true']");
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
