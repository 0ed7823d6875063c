/** The offices an account may be given. */
import { z } from 'zod';
import { isCreditCode } from '../../rules/parties/credit-code.ts';
import { personKey } from '../../rules/parties/party.ts';
import { ACCOUNT_ROLES, LONE_ROLE, MEMBER_ROLES, regionCovers, STAFF_ROLES, type Office } from '../../rules/roles.ts';
import { text, type Text } from '../../rules/text.ts';
import type { Database } from '../../prisma/client.ts';
import type { Regime, RegimeBody } from '../../workflows/engine/regime.ts';
import { bodyOf, regimeOfBody } from '../bodies.ts';
import { liveBodies } from '../regimes.ts';
import { fieldTitle } from '../http/field-titles.ts';
import { InvalidInput, type FieldFault } from '../http/problem.ts';
import { choice, some } from '../../workflows/engine/choice.ts';
import { titled } from '../../workflows/engine/titled.ts';
import { line, partyInput } from '../http/schemas.ts';
import { ROLE_TITLES } from '../../rules/role-titles.ts';

/** A role that an account can hold. */
export const accountRole = choice(some(ROLE_TITLES, ...ACCOUNT_ROLES));

/** What stands for the person of the account itself, whose id is not known before it is made. */
const ITSELF = 'person:self';

export const officesSchema = titled(
  z
    .array(
      z.strictObject({
        role: titled(accountRole, '职务', 'Role'),
        bodyId: titled(line(60), '机构', 'Body')
          .optional()
          .meta({ description: 'For staff: a body that a regime declares' }),
        region: titled(line(60), '区域', 'Region')
          .optional()
          .meta({ description: 'For staff: the region of the body, or one below it that the regime has' }),
        party: titled(partyInput, '所代表的机构', 'Party')
          .optional()
          .meta({ description: `For members: the credit code they act for, or \`${ITSELF}\`; may be bound later` }),
      }),
    )
    .max(20),
  '职务',
  'Offices',
).meta({
  description: 'What the account may do follows from these alone; without any it may see itself and nothing else',
});

type Given = z.output<typeof officesSchema>;

/**
 * Offices as they are to be held by this account.
 * @throws InvalidInput naming each field that is wrong
 */
export async function requireOffices(database: Database, given: Given, accountId: string): Promise<Office[]> {
  const bodies = await bodiesNow(database);
  const faults = given.flatMap((office, index) =>
    faultsOf(office, accountId, bodies).map(({ field, message }) => ({ field: `offices.${index}.${field}`, message })),
  );
  const offices = given.map((office) => withoutGaps(office, accountId));
  const keys = offices.map(({ role, bodyId, party }) => JSON.stringify([role, bodyId, party]));
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
  if (twice !== -1) {
    faults.push({ field: `offices.${twice}`, message: text('该职务已列出。', 'is listed already') });
  }
  const lone = offices.findIndex(({ role }) => role === LONE_ROLE);
  if (lone !== -1 && offices.length > 1) {
    faults.push({
      field: `offices.${lone}`,
      message: text(
        '审计人员不得兼任其他职务，请另建账户。',
        'goes with no other office: an auditor does nothing of what is audited. Make an account of its own.',
      ),
    });
  }
  if (faults.length > 0) throw new InvalidInput(faults.map(named));
  return offices;
}

function withoutGaps({ role, bodyId, region, party }: Given[number], accountId: string): Office {
  return {
    role,
    ...(bodyId !== undefined && { bodyId }),
    ...(region !== undefined && { region }),
    ...(party !== undefined && { party: party === ITSELF ? personKey(accountId) : party }),
  };
}

/** A body at which offices can be held, with its regime; `ended` where none can any more. */
interface HeldAt {
  readonly body: RegimeBody;
  readonly regime: Regime;
  readonly ended: boolean;
}

type FindBody = (id: string) => HeldAt | undefined;

/** The bodies that the regimes declare, and those that came and went since. */
async function bodiesNow(database: Database): Promise<FindBody> {
  const live = await liveBodies(database);
  return (id) => {
    const since = live.find(({ added }) => added.some((one) => one.id === id));
    const body = since?.added.find((one) => one.id === id) ?? bodyOf(id);
    const regime = since?.regime ?? regimeOfBody(id);
    if (body === undefined || regime === undefined) return undefined;
    return { body, regime, ended: live.some(({ ended }) => ended.includes(id)) };
  };
}

/** Where an office at a body can be: in its own region, or in one below it that the regime has. */
export function regionsWithin(regime: Regime, own: string): string[] {
  return [...new Set([own, ...regime.regions.filter((one) => regionCovers(own, one))])];
}

function faultsOf({ role, bodyId, region, party }: Given[number], accountId: string, find: FindBody): FieldFault[] {
  return [
    ...(STAFF_ROLES.includes(role)
      ? placeFaults(role, bodyId, region, find)
      : [...unwanted('bodyId', bodyId), ...unwanted('region', region)]),
    ...(MEMBER_ROLES.includes(role) ? partyFaults(party, accountId) : unwanted('party', party)),
  ];
}

/** An office at a body or in a region that nobody declares would be one in which nothing can ever be done. */
function placeFaults(
  role: Office['role'],
  bodyId: string | undefined,
  region: string | undefined,
  find: FindBody,
): FieldFault[] {
  const needed = text('工作人员账户须填写机构和区域。', 'Accounts of staff need a body and a region.');
  const missing = [
    ...(bodyId === undefined ? [{ field: 'bodyId', message: needed }] : []),
    ...(region === undefined ? [{ field: 'region', message: needed }] : []),
  ];
  if (bodyId === undefined) return missing;
  const found = find(bodyId);
  if (found === undefined) {
    return [...missing, { field: 'bodyId', message: text('没有这个机构。', 'There is no such body.') }];
  }
  const { body, regime, ended } = found;
  if (ended) return [...missing, { field: 'bodyId', message: bodyEnded(body) }];
  return [
    ...missing,
    ...(regime.roles.includes(role) ? [] : [{ field: 'role', message: roleUnknown(regime.roles) }]),
    ...(region === undefined ? [] : regionFaults(regionsWithin(regime, body.region), region)),
  ];
}

function roleUnknown(roles: readonly string[]): Text {
  const all = roles.join(', ');
  return text(`该机构没有此角色；可选：${all}。`, `The body has no such role; it has ${all}.`);
}

function bodyEnded({ name }: RegimeBody): Text {
  return text(
    `${name.zh}已取消资格，不能再在该机构任职；请从账户中去掉该职务。`,
    `${name.en} has lost its qualification: nobody holds an office at it any more. Take the office from the account.`,
  );
}

function regionFaults(within: readonly string[], region: string): FieldFault[] {
  if (within.includes(region)) return [];
  const all = within.join(', ');
  return [
    {
      field: 'region',
      message: text(`该机构没有这个区域；可选：${all}。`, `The body has no such region; it has ${all}.`),
    },
  ];
}

function partyFaults(party: string | undefined, accountId: string): FieldFault[] {
  if (party === undefined || party === ITSELF || party === personKey(accountId) || isCreditCode(party)) return [];
  const message = text(
    `应为统一社会信用代码，或 ${ITSELF}（代表本人）。`,
    `must be a unified social credit code, or ${ITSELF} for the person of the account`,
  );
  return [{ field: 'party', message }];
}

function unwanted(field: string, value: string | undefined): FieldFault[] {
  return value === undefined ? [] : [{ field, message: text('该角色不设此项。', 'does not go with this role') }];
}

const form = z.object({ offices: officesSchema });

/** The fault with what its field is called. */
function named(fault: FieldFault): FieldFault {
  const title = fieldTitle(
    form,
    fault.field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
  );
  return { ...fault, ...(title && { title }) };
}
