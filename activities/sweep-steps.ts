/** What a case does of itself, or at a message, as the sweep makes it from the records: by the same pure functions as its workflow. */
import { inputOf, type RecordedCase } from '../prisma/case-input.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Requester } from '../rules/roles.ts';
import type { Instant } from '../rules/time/index.ts';
import { act, openFrom, readingFor, refused, wake, whatIsDue } from '../workflows/engine/engine.ts';
import type { Transition } from '../workflows/engine/transition.ts';
import { processes } from '../workflows/regimes.ts';
import { checkActionInput } from './check-input.ts';
import type { ReadingRequest } from './reader.ts';

/** A step that a case makes, and what it reads of the records before. */
export interface SweptStep {
  readonly reading: ReadingRequest | null;
  readonly step: (reading: unknown) => Transition;
}

/** A message that waits for a case. */
export interface SweptMessage {
  readonly id: string;
  readonly toCaseId: string;
  readonly action: string;
  readonly input: unknown;
  readonly actor: Requester;
}

/** What a case does next of itself: it is opened, or does what is due; nothing if there is nothing. */
export function dueIn(recorded: RecordedCase, now: Instant): SweptStep[] {
  const { id: caseId, kind, about, state } = recorded;
  const process = processes[kind];
  if (process === undefined) return [];
  if (state === undefined) return [{ reading: null, step: () => openFrom(process, inputOf(recorded, null)) }];
  const due = whatIsDue(state, now);
  if (due === null) return [];
  const { regime } = process.contract;
  const needed = readingFor(process, due);
  return [
    {
      reading: needed && { reading: needed.name, regime, caseId, about, before: needed.before, at: now },
      step: (reading) => wake(process, state, due, reading, now),
    },
  ];
}

/** What a case makes of a message; one that is refused leaves its line, as in the workflow. Nothing if the message is carried out already. */
export function stepOf(recorded: RecordedCase, message: SweptMessage, now: Instant): SweptStep[] {
  const { id: caseId, kind, about, state } = recorded;
  const process = processes[kind];
  if (process === undefined || state === undefined || state.handled.includes(message.id)) return [];
  const { id, action: name, actor } = message;
  const envelope = { actor, key: id, messageId: id, input: message.input };
  const orRefused = (carryOut: () => Transition) => {
    try {
      return carryOut();
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      const { code, details } = failure;
      return refused(process, state, name, envelope, { code, message: details.message }, now);
    }
  };
  const { input, problem } = checkActionInput({ kind, action: name, input: message.input });
  const { regime, actions } = process.contract;
  const reading = Object.hasOwn(actions, name) ? actions[name]?.reading : undefined;
  return [
    {
      reading:
        reading === undefined
          ? null
          : { reading, regime, caseId, about, before: process.readsBefore?.(state) ?? null, at: now },
      step: (found) =>
        orRefused(() => {
          if (problem !== undefined) throw new Refusal('INVALID_INPUT', { message: problem });
          return act(process, state, name, { ...envelope, input }, found, now);
        }),
    },
  ];
}
