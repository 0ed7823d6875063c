/** What a registration is told when another platform takes it over (HN-NET-16.7, 25.2). Not for workflow code. */
import { z } from 'zod';
import { reason } from '../engine/input.ts';
import { refersTo, titled } from '../engine/titled.ts';
import { id } from '../engine/typed.ts';

export const platformMove = z.strictObject({
  bodyId: titled(refersTo(id.max(64), 'platform'), '转入平台', 'Move to'),
  reason,
});
