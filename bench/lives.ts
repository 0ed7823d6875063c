/** The same life on each side: an application that is opened, takes six decisions and is closed, and a bare workflow of that shape. */
import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { CaseGateway } from '../api/case-gateway-types.ts';
import type { Database, Transaction } from '../prisma/client.ts';
import { organisationKey, type PartyKey } from '../rules/parties/party.ts';
import { application } from '../rules/sh-store/application.fixture.ts';
import { dayOf, instantOf } from '../rules/time/index.ts';
import type { Person } from '../rules/roles.ts';
import { workflowIdOf } from '../workflows/engine/messages.ts';
import { MATERIALS } from '../workflows/sh-store/store-application/contract.ts';

export interface Life {
  /** Opens a case and answers with its id when it is open. The bare one ends after so many decisions; ours when it is closed. */
  open(decisions?: number): Promise<string>;
  /** The nth decision of a case, from 0; the last one closes it. Answers with the revision it made. */
  decide(id: string, nth: number): Promise<number>;
  /** A decision that can be made again and again. */
  decideAgain(id: string): Promise<number>;
  workflowIdOf(id: string): string;
}

export const DECISIONS = 6;

const reviewer: Person = {
  kind: 'person',
  id: 'demo-reviewer',
  offices: [{ role: 'reviewer', bodyId: 'sh-centre', region: 'SH' }],
};
const reason = '材料属实';
const items = Object.fromEntries(MATERIALS.map((material) => [material, 'OK']));

function decisions(): readonly (readonly [string, object])[] {
  const checkedOn = dayOf(instantOf(Date.now()));
  return [
    ['checkMaterials', { items }],
    ['recordCreditCheck', { result: 'CLEAR', source: '信用中国', checkedOn, operatingRisk: false }],
    ['judgeCondition', { item: 'qualification', met: true, reason }],
    ['judgeCondition', { item: 'prospects', met: true, reason }],
    ['judgeCondition', { item: 'reputation', met: false, reason }],
    ['rejectApplication', { reason: '行业口碑不符合准入条件' }],
  ];
}

export function productLife(database: Database, gateway: CaseGateway): Life {
  /** What was answered last of a case: a route reads the case anyway, and sends on what it has read. */
  const seen = new Map<string, number>();
  async function act(caseId: string, [action, input]: readonly [string, object]): Promise<number> {
    const recordedRevision = seen.get(caseId);
    const asked = { caseId, action, key: randomUUID(), actor: reviewer, input };
    const { revision } = await gateway.act({ ...asked, ...(recordedRevision !== undefined && { recordedRevision }) });
    seen.set(caseId, revision);
    return revision;
  }
  return {
    async open() {
      const id = `app-${randomUUID()}`;
      // One institution has one open application; somebody acts for it and gets its mails.
      const institution = organisationKey(id.replaceAll('-', '').slice(-18).toUpperCase());
      await database.$transaction(async (tx) => {
        await openAccount(tx, institution);
        await gateway.openCase(tx, {
          id,
          kind: 'storeApplication',
          subject: institution,
          title: '上海启明企业服务有限公司',
          bodyId: 'sh-centre',
          region: 'SH',
          openedById: 'demo-provider',
          openedAt: instantOf(Date.now()),
          parties: {},
          priority: 0,
          opening: { route: 'STANDARD', figures: application(), recommendation: null, invitation: null },
        });
      });
      await gateway.opened(id);
      return id;
    },
    decide(id, nth) {
      const decision = decisions()[nth];
      if (decision === undefined) throw new Error(`There are ${DECISIONS} decisions.`);
      return act(id, decision);
    },
    decideAgain: (id) => act(id, ['checkMaterials', { items }]),
    workflowIdOf,
  };
}

/** An account that acts for an institution; nobody signs in with it. */
async function openAccount(tx: Transaction, institution: PartyKey): Promise<void> {
  const id = randomUUID();
  const email = `${id}@anjuan.test`;
  // As plainly as the floor writes it: an account is no part of what a case costs.
  await tx.$executeRaw`
    WITH account AS (
      INSERT INTO "User" ("id", "name", "email", "emailVerified", "level", "updatedAt") VALUES (${id}, '某机构', ${email}, true, 'ENTERPRISE', now()) RETURNING "id")
    INSERT INTO "Office" ("id", "userId", "role", "party") SELECT "id", "id", 'provider', ${institution} FROM account`;
}

/** A life of the bare workflow, with or without rows and mails. */
export function bareLife(client: Client, taskQueue: string, workflowType: 'bareCase' | 'floorCase' = 'bareCase'): Life {
  const decide = (id: string) =>
    client.workflow.getHandle(id).executeUpdate<number, [object]>('decide', { args: [{}] });
  return {
    async open(count = DECISIONS) {
      const workflowId = `app-${randomUUID()}`;
      await client.workflow.start(workflowType, { workflowId, taskQueue, args: [{ decisions: count }] });
      return workflowId;
    },
    decide,
    decideAgain: decide,
    workflowIdOf: (id) => id,
  };
}
