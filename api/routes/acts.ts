/** What is done outside a case by filling in a form: what an account may do, each with its form. */
import { z } from 'zod';
import { text } from '../../rules/text.ts';
import { jsonSchemaOf } from '../../workflows/engine/json-schema.ts';
import { accessOf } from '../abilities.ts';
import { route, type Route } from '../http/route.ts';
import { textSchema } from '../http/schemas.ts';

/** The forms of what an account may do outside a case, to be drawn. @param all every route of the API */
export function listActs(all: () => readonly Route[]): Route {
  return route({
    method: 'get',
    path: '/api/acts',
    ability: 'account.self',
    tag: 'accounts',
    summary: text('案件以外可办理的事项', 'What can be done outside a case'),
    requirement: 'XC-05.1',
    answers: {
      200: {
        description: 'What the offices of the account open, each with what its request takes, as JSON Schema',
        schema: z.object({
          items: z.array(
            z.object({
              path: z.string().meta({ description: 'Where it is posted to, e.g. `/api/conflicts`' }),
              title: textSchema,
              form: z.record(z.string(), z.unknown()),
            }),
          ),
        }),
      },
    },
    handle({ reader }) {
      const items = all().flatMap(({ isAct, ability, path, summary, body }) =>
        isAct !== true || body === undefined || ability === 'public' || accessOf(ability, reader.person).length === 0
          ? []
          : [{ path, title: summary, form: { ...jsonSchemaOf(body) } }],
      );
      return { status: 200, body: { items } };
    },
  });
}
