/** What whoever reviews a provider, at its registration or at a yearly verification, is to look at (HN-NET-04.2). */
import { managementSystems, missingSystems, type DisclosureForm } from '../../rules/hn-net/disclosure.ts';
import { listed } from '../../rules/phrases.ts';
import { text } from '../../rules/text.ts';
import type { CaseExtras } from '../regimes.ts';

/** By the newest form; nothing once what was filed is deleted, or where every management system exists. */
export const providerChecks: CaseExtras = (_database, { forms: [form] }) => {
  if (form === undefined) return {};
  const missing = missingSystems(form.data as unknown as DisclosureForm);
  if (missing.length === 0) return {};
  const named = listed(missing.map((system) => managementSystems[system]));
  return {
    warnings: [
      text(`尚未建立：${named.zh}（办法第六条要求建立）`, `Does not exist, and has to by HN-NET 第六条: ${named.en}`),
    ],
  };
};
