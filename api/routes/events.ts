import { text } from '../../rules/text.ts';
import { route } from '../http/route.ts';

/**
 * What moves, as it moves: an event `case` with `{id, revision}` when a case that the reader may see was changed, an event `notice` with `{id}`
 * when the reader was sent one. An event says that there is something to look at and no more. Nothing is repeated to who was away: whoever
 * opens a stream, or opens it again, looks anew first. A comment comes every 25 seconds; by then at the latest the stream of a session that
 * has ended, or of an account that was disabled, ends, and offices that were given or taken count.
 */
export const listenToEvents = route({
  method: 'get',
  path: '/api/events',
  ability: 'account.self',
  tag: 'events',
  summary: text('实时更新（SSE）', 'Live updates (server-sent events)'),
  requirement: 'XC-05.3, XC-05.5',
  answers: {
    200: {
      description: 'Events `case` {id, revision} and `notice` {id}, as long as the session stands',
      mediaType: 'text/event-stream',
    },
  },
  async handle({ context, reader, request, response }) {
    if (request.method === 'HEAD') return { status: 200, headers: { 'Content-Type': 'text/event-stream' } };
    await context.events.join(reader, response);
    return { status: 200, begun: true };
  },
});
