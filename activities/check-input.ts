import { unstorableIn } from '../prisma/storable.ts';
import { inputs } from '../workflows/beside.ts';
import { text, type Text } from '../rules/text.ts';
import { inputFaults } from '../workflows/engine/faults.ts';

/**
 * Checks the input of a signal as the API checks that of a request. Unknown fields are refused, and so is what the database could not
 * keep and what nobody would see.
 */
export function checkActionInput(request: { kind: string; action: string; input: unknown }): {
  input?: unknown;
  problem?: Text;
} {
  const schema = ownOf(ownOf(inputs, request.kind), request.action);
  if (schema === undefined)
    return { problem: text(`没有操作“${request.action}”。`, `There is no action '${request.action}'.`) };
  const unstorable = unstorableIn(request.input);
  if (unstorable.length > 0) return { problem: wrong(unstorable) };
  const parsed = schema.safeParse(request.input ?? {}, { reportInput: true });
  if (parsed.success) return { input: parsed.data };
  return {
    problem: wrong(inputFaults(parsed.error.issues).map(({ field, message }) => ({ path: [field], message }))),
  };
}

function wrong(faults: readonly { path: readonly string[]; message: Text }[]): Text {
  const told = (language: 'zh' | 'en') =>
    faults.map(({ path, message }) => `${path.join('.') || 'input'}: ${message[language]}`).join('; ');
  return text(`输入有误：${told('zh')}`, `Wrong input: ${told('en')}`);
}

/** What stands under a name that somebody sent: never what every object has. */
function ownOf<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
