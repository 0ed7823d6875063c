import { text } from '../text.ts';
import { dayOf } from '../time/instant.ts';
import type { ShStoreValues } from './config.ts';
import { aboutOf } from './event-keys.ts';
import type { LedgerEntry } from './ledger.ts';
import { liveEntries, pointsTotal } from './ledger.ts';
import type { CertificateEvent } from './platform-events.ts';

/**
 * Books a certificate up to the cap (SH-EVAL-10.4). One beyond the cap gets a line of 0 points, so that the ledger
 * itself knows how many certificates are held.
 */
export function certificateAdded(
  event: CertificateEvent,
  booked: readonly LedgerEntry[],
  values: ShStoreValues,
): LedgerEntry[] {
  const all = certificatesIn(booked);
  const own = all.filter(({ about }) => about === aboutOf(event));
  const stale = own.some(({ reverses, at }) => reverses !== null && at >= event.occurredAt);
  if (stale || liveEntries(own).length > 0) return [];
  const room = Math.max(0, values['points.certificateCap'] - pointsTotal(all));
  const time = own.filter(({ reverses }) => reverses === null).length + 1;
  return [
    {
      rule: 'COMPANY_CERT',
      points: Math.min(values['points.certificate'], room),
      eventKey: `COMPANY_CERT:${event.certificateId}:${time}`,
      eventId: event.id,
      about: aboutOf(event),
      at: event.occurredAt,
      onDay: dayOf(event.occurredAt),
      reverses: null,
      reason: null,
    },
  ];
}

/**
 * Takes a removed or expired certificate off. What is lost is what the remaining ones no longer reach: of 21
 * certificates, one can go without loss, because the twenty left still fill the cap.
 */
export function certificateRemoved(
  event: CertificateEvent,
  booked: readonly LedgerEntry[],
  values: ShStoreValues,
): LedgerEntry[] {
  const all = certificatesIn(booked);
  const held = liveEntries(all);
  const own = held.find(({ about, at }) => about === aboutOf(event) && at <= event.occurredAt);
  if (!own) return [];
  const remaining = Math.min(values['points.certificateCap'], values['points.certificate'] * (held.length - 1));
  return [
    {
      ...own,
      points: Math.min(0, remaining - pointsTotal(all)),
      eventKey: `${own.eventKey}:REVERSED`,
      eventId: event.id,
      at: event.occurredAt,
      onDay: dayOf(event.occurredAt),
      reverses: own.eventKey,
      reason: text('证书撤下或失效，积分冲回', 'certificate removed or expired; points taken back'),
    },
  ];
}

function certificatesIn(booked: readonly LedgerEntry[]): LedgerEntry[] {
  return booked.filter(({ rule }) => rule === 'COMPANY_CERT');
}
