import { describe, expect, it } from 'vitest';
import type { Finding } from './complaint.ts';
import { checkFinding, complaintReasons, countsAgainstProvider, routeComplaint } from './complaint.ts';
import { trainingNetwork } from './network.ts';

const upheld: Finding = {
  verdict: 'UPHELD',
  responsible: 'PROVIDER',
  breached: ['NO_VOUCHER'],
  reasons: '未开具发票，经核实属实',
};
const notUpheld: Finding = { verdict: 'NOT_UPHELD', responsible: 'NOBODY', breached: [], reasons: '发票已寄出' };
const fieldsOf = (finding: Finding) => checkFinding(finding).map(({ field }) => field);

describe('a complaint', () => {
  it('HN-NET-20.1 is registered where it arrives and transferred to the competent window', () => {
    const route = routeComplaint('hn-changsha', 'hn-liuyang');
    expect([route.registers.id, route.handles.id, route.transfer]).toEqual(['hn-changsha', 'hn-liuyang', true]);
    expect(routeComplaint('hn-liuyang', 'hn-liuyang').transfer).toBe(false);
  });

  it('HN-NET-20.1 HN-NET-25.2 reaches the hub or the window above where nobody else is competent', () => {
    expect(routeComplaint('hn-dept-liuyang', 'hn-liuyang').registers.id).toBe('hn-hub');
    expect(routeComplaint('hn-liuyang', null)).toMatchObject({ handles: { id: 'hn-hub' }, transfer: true });
    expect(routeComplaint('hn-hub', 'hn-liuyang', trainingNetwork, ['hn-liuyang']).handles.id).toBe('hn-changsha');
  });

  it('HN-NET-15.3 can be about a missing voucher', () => {
    expect(complaintReasons.NO_VOUCHER).toMatchObject({ clause: 'HN-NET 第九条第五项', requirement: 'HN-NET-15.3' });
    for (const { title, clause, requirement } of Object.values(complaintReasons)) {
      expect(title.zh && title.en).toBeTruthy();
      expect(clause).toMatch(/^HN-NET 第.+条第.+项/);
      expect(requirement).toMatch(/^HN-NET-\d\d\.\d+$/);
    }
  });

  it('HN-NET-20.4 ends with a finding on responsibility and its reasons', () => {
    expect(checkFinding(upheld)).toEqual([]);
    expect(checkFinding(notUpheld)).toEqual([]);
    expect(fieldsOf({ ...upheld, reasons: ' ' })).toEqual(['reasons']);
    expect(fieldsOf({ ...upheld, breached: [] })).toEqual(['breached']);
    expect(fieldsOf({ ...upheld, responsible: 'NOBODY' })).toEqual(['responsible']);
    expect(fieldsOf({ ...upheld, responsible: 'CONSUMER' })).toEqual(['responsible']);
    expect(fieldsOf({ ...notUpheld, responsible: 'PROVIDER' })).toEqual(['responsible']);
    expect(fieldsOf({ ...notUpheld, breached: ['OTHER'] })).toEqual(['breached']);
    expect(checkFinding({ ...notUpheld, responsible: 'CONSUMER' })).toEqual([]);
  });

  it('HN-NET-20.4 HN-NET-12.1 counts against the provider only when upheld against it', () => {
    expect(countsAgainstProvider(upheld)).toBe(true);
    expect(countsAgainstProvider({ ...upheld, responsible: 'PLATFORM' })).toBe(false);
    expect(countsAgainstProvider(notUpheld)).toBe(false);
  });
});
