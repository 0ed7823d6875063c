/** A case that is filled in without an account: the form, the code that comes by mail, and what the case is opened with. */
import { useMutation } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { openFormOf, type Intake } from '../filing/intakes.ts';
import { isObject, type Schema } from '../forms/schema.ts';
import type { paths } from '../generated/api.ts';
import { consentTitle, privacyWords } from '../../rules/privacy.ts';
import type { Locale, Text } from '../../rules/text.ts';
import { publicWords } from './words.ts';

type OpenBody = paths['/api/intakes/{kind}']['post']['requestBody']['content']['application/json'];

/** A code that is on its way. */
export interface Pending {
  readonly requestId: string;
  readonly expiresAt: string;
  readonly email: string;
}

const words = (name: keyof typeof publicWords.zh): Text => ({ zh: publicWords.zh[name], en: publicWords.en[name] });

/** Whom to reach, and the form of the kind, in one; files wait until the address is known. */
export function openForm(intake: Intake): Schema {
  const schema = openFormOf(intake);
  const parts = Object.entries(schema.properties ?? {}).filter(([, part]) => !holdsFiles(part));
  return {
    type: 'object',
    required: ['contact', 'form', 'consent'],
    properties: {
      contact: {
        type: 'object',
        'x-title': words('aboutYou'),
        required: ['name', 'email'],
        properties: {
          name: { type: 'string', maxLength: 100, 'x-title': words('name') },
          email: {
            type: 'string',
            format: 'email',
            maxLength: 254,
            'x-title': words('email'),
            'x-help': words('emailHelp'),
          },
          phone: { type: 'string', 'x-title': words('phone') },
        },
      },
      form: { ...schema, properties: Object.fromEntries(parts), 'x-title': words('aboutCase') },
      consent: { type: 'boolean', const: true, 'x-title': consentTitle, 'x-help': privacyWords },
    },
    ...(schema.$defs && { $defs: schema.$defs }),
  };
}

/** Whether the form has files that are to be added later. */
export function takesFiles({ form }: Intake): boolean {
  return Object.values((form as Schema).properties ?? {}).some(holdsFiles);
}

function holdsFiles({ items, 'x-refers': refers }: Schema): boolean {
  return refers === 'file' || items?.['x-refers'] === 'file';
}

export function useRequestCode(kind: string, locale: Locale) {
  return useMutation({
    mutationFn: async (typed: Record<string, unknown>): Promise<Pending> => {
      const contact = { ...(isObject(typed['contact']) ? typed['contact'] : {}), locale };
      // Whatever is typed: the API says what is wrong with it.
      const body = { form: {}, ...typed, contact } as unknown as OpenBody;
      const sent = await answered(api.POST('/api/intakes/{kind}', { params: { path: { kind } }, body }));
      return { ...sent, email: body.contact.email };
    },
  });
}

export function useConfirm(kind: string, requestId: string) {
  return useMutation({
    mutationFn: (code: string) =>
      answered(
        api.POST('/api/intakes/{kind}/confirm', { params: { path: { kind } }, body: { requestId, code: code.trim() } }),
      ),
  });
}
