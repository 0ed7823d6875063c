import type { Transaction } from '../../../prisma/client.ts';
import { refuse } from '../../../rules/refusal.ts';
import { shStore } from '../../../workflows/sh-store/regime.ts';
import { shStoreValues, type ShStoreValues } from '../../../rules/sh-store/config.ts';

/** The newest version of the SH_STORE rules: what a case that is opened now is opened under (XC-06.2). */
export async function currentRules(tx: Transaction): Promise<{ version: number; values: ShStoreValues }> {
  const row = await tx.ruleVersion.findFirst({ where: { regime: shStore.code }, orderBy: { version: 'desc' } });
  if (row === null)
    return refuse(
      'UNAVAILABLE',
      '尚未加载规则，请联系管理员。',
      'No rules are loaded; an administrator must run the seed.',
    );
  return { version: row.version, values: shStoreValues(row.values as Record<string, number | boolean | string>) };
}
