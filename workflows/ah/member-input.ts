/** Pieces of input schemas that the processes of the Anhui network share. Not for workflow code. */
import { z } from 'zod';
import { bulletinTitles } from '../../rules/ah/figures.ts';
import { bodiesOf, partyOfBody } from '../../rules/ah/members.ts';
import type { PartyKey } from '../../rules/parties/party.ts';
import { refuse } from '../../rules/refusal.ts';
import { actsFor, type Person } from '../../rules/roles.ts';
import { text } from '../../rules/text.ts';
import { choice } from '../engine/choice.ts';
import type { FoundEntry } from '../engine/intake.ts';
import { titled, titledBy, withWords } from '../engine/titled.ts';
import { registers } from './words.ts';

export { partyKey } from '../engine/party-input.ts';

export const cityPlatform = titled(choice(bodiesOf('CITY_PLATFORM')), '市级综合服务平台', 'City platform');

/** A year that reports, tasks and evaluations are about. */
export const year = titled(z.int().min(2019).max(2199), '年度', 'Year');

const months = Object.fromEntries(
  Array.from({ length: 12 }, (_, n) => [String(n + 1), text(`${n + 1}月`, `Month ${n + 1}`)]),
);

/** A month of a year, or the year as a whole, as reports are about. */
export const periodFields = {
  year,
  month: titled(
    withWords(z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), { 'x-choices': months }).optional(),
    '月份',
    'Month',
    text('月报填写月份；年报不填。', 'For a monthly report; left out for the annual one.'),
  ),
};

/** A number of things, at most ten million. */
export const count = z.int().min(0).max(10_000_000);

/** The eight figures of a report. */
export const reportedFigures = titled(
  z.strictObject({
    matches: titledBy(count, bulletinTitles.matches),
    served: titledBy(count, bulletinTitles.served),
    activities: titledBy(count, bulletinTitles.activities),
    users: titledBy(count, bulletinTitles.users),
    resources: titledBy(count, bulletinTitles.resources),
    cooperation: titledBy(count, bulletinTitles.cooperation),
    collections: titledBy(count, bulletinTitles.collections),
    products: titledBy(count, bulletinTitles.products),
  }),
  '运营数据',
  'Figures',
);

/** The member for which somebody files: their institution, or the city platform at which they hold an office. */
export function filerMember({ offices }: Person, party: PartyKey): PartyKey {
  const ofPlatform = Object.keys(bodiesOf('CITY_PLATFORM'))
    .map(partyOfBody)
    .find((key) => offices.some((office) => actsFor(office, key)));
  return ofPlatform ?? party;
}

/** The member in the register. @throws Refusal CONDITION_NOT_MET if it is no member (any more) */
export function memberEntryOf(entries: readonly FoundEntry[], party: PartyKey, field?: string): FoundEntry {
  const entry = entries.find((one) => one.register === registers.members && one.party === party);
  if (entry?.status === 'MEMBER') return entry;
  return refuse(
    'CONDITION_NOT_MET',
    '不是平台网络的在网成员。',
    'It is no member of the network.',
    field === undefined ? {} : { field },
  );
}
