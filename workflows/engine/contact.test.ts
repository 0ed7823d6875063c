/** The contact of a form that is put right, in each process that opts in (XC-04.3, 0063). */
import { describe, expect, it } from 'vitest';
import { correctContact, type ContactInput, type ContactPlaces } from './contact.ts';
import { contactInput } from './input.ts';

function corrected(input: ContactInput, places?: ContactPlaces) {
  const writes: unknown[] = [];
  const lines: unknown[] = [];
  const step = {
    actor: { kind: 'person', id: 'base-1', role: 'provider' },
    contract: { actions: { correctContact: { clause: 'HN-BASE 三', requirement: 'XC-04.3' } } },
    write: (write: string, data: unknown) => writes.push([write, data]),
    record: (type: string, title: { zh: string; en: string }, more: object) => lines.push({ type, ...title, ...more }),
  };
  correctContact(step as never, input, places);
  return { writes, lines };
}

describe('the contact of a form', () => {
  it('XC-04.3 is put right in a new version of the form; the line says which parts, and not what they are', () => {
    const { writes, lines } = corrected({ contactName: '李四', email: 'li@example.cn' });
    const changes = { contactName: '李四', email: 'li@example.cn' };
    expect(writes).toEqual([['form', { changes, filedById: 'base-1' }]]);
    expect(lines).toEqual([
      {
        type: 'CONTACT_CORRECTED',
        zh: '联系人已更正：联系人、联系邮箱',
        en: 'Contact corrected: contact person, e-mail address',
        detail: { action: 'correctContact', parts: ['contactName', 'email'] },
        ...{ clause: 'HN-BASE 三', requirement: 'XC-04.3' },
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/李四|example/);
  });

  it('SH-STORE-02.3 XC-04.3 lies where the form has it', () => {
    const places = { under: 'institution', telephone: 'contactPhone', email: 'contactEmail' };
    expect(corrected({ telephone: '021-55667788', email: 'a@example.cn' }, places).writes).toEqual([
      [
        'form',
        {
          changes: { institution: { contactPhone: '021-55667788', contactEmail: 'a@example.cn' } },
          filedById: 'base-1',
        },
      ],
    ]);
  });

  it('XC-04.3 is not put right by nothing, nor by an address that cannot be written to', () => {
    expect(contactInput.safeParse({}).success).toBe(false);
    expect(contactInput.safeParse({ email: 'a@b-.cn' }).success).toBe(false);
    expect(contactInput.parse({ email: ' li@example.cn ' })).toEqual({ email: 'li@example.cn' });
  });
});
