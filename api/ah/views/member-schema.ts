/** How lists of the network name a member. */
import { z } from 'zod';
import { memberKinds, type MemberKind } from '../../../rules/ah/indicators.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { bodyTitle } from '../../bodies.ts';
import { textSchema } from '../../http/schemas.ts';

export const memberSchema = z
  .object({
    party: z.string(),
    name: z.string(),
    kind: z.enum(Object.keys(memberKinds) as [MemberKind, ...MemberKind[]]),
    kindTitle: textSchema,
    cityPlatform: z
      .object({ id: z.string(), name: textSchema })
      .meta({ description: 'That an institution belongs to, or that the member is itself' }),
  })
  .meta({ id: 'NetworkMember' });

export function memberView(row: {
  readonly party: PartyKey;
  readonly name: string;
  readonly kind: MemberKind;
  readonly cityPlatform: string;
}) {
  const { party, name, kind, cityPlatform } = row;
  return {
    ...{ party, name, kind, kindTitle: memberKinds[kind] },
    cityPlatform: { id: cityPlatform, name: bodyTitle(cityPlatform) },
  };
}
