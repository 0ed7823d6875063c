/** The effects of a step of the floor, with a pool of connections to PostgreSQL and one to the mail server. */
import { createTransport } from 'nodemailer';
import type pg from 'pg';
import { mailOf, writeSent, writeStep, type StepOrder } from './write.ts';
import { poolOf } from '../pool.ts';

export interface FloorEffects {
  readonly pool: pg.Pool;
  /** The rows of a step. */
  write(step: StepOrder): Promise<boolean>;
  /** The mail of a step, and the row and the line that say so; nothing where it tells nobody. */
  mail(step: StepOrder): Promise<void>;
  /** Both, one after the other. */
  all(step: StepOrder): Promise<void>;
  close(): Promise<void>;
}

export function openFloorEffects(databaseUrl: string, smtpUrl: string): FloorEffects {
  const pool = poolOf(databaseUrl, 16);
  const { hostname: host, port } = new URL(smtpUrl);
  const post = createTransport({ host, port: Number(port), pool: true, maxConnections: 4, ignoreTLS: true });
  const mail = async (step: StepOrder) => {
    const content = mailOf(step.caseId, step.nth);
    if (content === null) return;
    const { response } = await post.sendMail({ from: 'Anjuan <notices@anjuan.test>', ...content });
    await writeSent(pool, step, content, response);
  };
  return {
    pool,
    write: (step) => writeStep(pool, step),
    mail,
    async all(step) {
      await writeStep(pool, step);
      await mail(step);
    },
    async close() {
      post.close();
      await pool.end();
    },
  };
}
