import { inputs } from '../workflows/inputs.ts';
import { heard } from '../rules/said.ts';
import { text, type Text } from '../rules/text.ts';

/** Checks the input of a signal as the API checks that of a request. Unknown fields are refused. */
export function checkActionInput(request: { kind: string; action: string; input: unknown }): {
  input?: unknown;
  problem?: Text;
} {
  const schema = inputs[request.kind]?.[request.action];
  if (schema === undefined)
    return { problem: text(`没有操作“${request.action}”。`, `There is no action '${request.action}'.`) };
  const parsed = schema.safeParse(request.input ?? {});
  if (parsed.success) return { input: parsed.data };
  const faults = (language: 0 | 1) =>
    parsed.error.issues
      .map(({ path, message }) => `${path.join('.')}: ${heard(message)?.[language] ?? message}`)
      .join('; ');
  return { problem: text(`输入有误：${faults(0)}`, `Wrong input: ${faults(1)}`) };
}
