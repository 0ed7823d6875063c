/** Files and acts by the names of accounts, through the public API. */
import type { TestStack } from './test-stack.ts';

/** @param stage the stack, asked for at each call: a file of tests has it once its first hook has run */
export function actingOn(stage: () => Pick<TestStack, 'as'>) {
  /** Files a form. @returns the id of its case */
  const file = async (as: string, kind: string, form: object): Promise<string> => {
    const { caseId } = await (await stage().as(as)).post<{ caseId: string }>(`/api/cases/${kind}`, form);
    return caseId;
  };
  const act = async (as: string, id: string, action: string, input: object = {}): Promise<void> => {
    await (await stage().as(as)).act(id, action, input);
  };
  return { file, act };
}
