/** What can be filed without a page of its own: each kind with its form and who may file it, as the API says. */
import { useQuery } from '@tanstack/react-query';
import { partiesOf } from '../../rules/roles.ts';
import { answered, api } from '../api/client.ts';
import type { Schema } from '../forms/schema.ts';
import type { Me } from '../session/session.tsx';

/** Stands among the roles of an intake for somebody without an account. */
const CONTACT = 'contact';

async function readIntakes() {
  return answered(api.GET('/api/intakes'));
}

export type Intake = Awaited<ReturnType<typeof readIntakes>>['items'][number];

export function useIntakes() {
  return useQuery({ queryKey: ['intakes'], queryFn: readIntakes, staleTime: 600_000 });
}

/** A form without the fields that others fill in. */
export function formForRoles(schema: Schema, isTheirs: (role: string) => boolean): Schema {
  const parts = Object.entries(schema.properties ?? {}).filter(
    ([, { 'x-by': by }]) => by === undefined || by.some(isTheirs),
  );
  return { ...schema, properties: Object.fromEntries(parts) };
}

/** The form as the offices of an account fill it in. */
export function formOf(intake: Intake, me: Me): Schema {
  return formForRoles(intake.form, (role) => me.offices.some((office) => office.role === role));
}

/** The form as people without an account fill it in. */
export function openFormOf(intake: Intake): Schema {
  return formForRoles(intake.form, (role) => role === CONTACT);
}

/** Those that the offices of an account may file. */
export function fileableBy(intakes: readonly Intake[], me: Me): readonly Intake[] {
  return intakes.filter(({ by }) => me.offices.some(({ role }) => by.includes(role)));
}

/** Those that need no account. */
export function fileableOpenly(intakes: readonly Intake[]): readonly Intake[] {
  return intakes.filter(({ by }) => by.includes(CONTACT));
}

/** The parties for which an account could file it. */
export function partiesFor({ by }: Intake, me: Me): readonly string[] {
  const offices = me.offices.filter(({ role }) => by.includes(role));
  return [...new Set(offices.flatMap((office) => partiesOf(office)))];
}
