import { inputs } from '../workflows/inputs.ts';
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
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return { problem: text(`输入有误：${issues}`, `Wrong input: ${issues}`) };
}
