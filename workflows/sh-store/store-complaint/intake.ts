/** How a complaint about a store is filed: by its buyer, by somebody without an account, or by staff for a caller (SH-STORE-14). */
import { z } from 'zod';
import { refuseBefore } from '../../../rules/refuse-before.ts';
import { refuse } from '../../../rules/refusal.ts';
import { personKey } from '../../../rules/parties/party.ts';
import { isOfBody } from '../../../rules/roles.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { text } from '../../../rules/text.ts';
import { disputeFields, eventDay, fileIds } from '../../disputes/input.ts';
import { reachable } from '../../engine/contact-fields.ts';
import { intake, type Filed, type Filing, type FoundThing } from '../../engine/intake.ts';
import { filledInBy, refersTo, titled } from '../../engine/titled.ts';
import { line } from '../../engine/typed.ts';
import { namedStoreReference } from '../words.ts';
import type { StoreComplaintOpening } from './contract.ts';
import { reasonCode } from './input.ts';

const formSchema = z.strictObject({
  store: titled(
    refersTo(line(200), 'store'),
    '被投诉的店铺',
    'Store complained of',
    text(
      '填写店铺编号、所属机构的统一社会信用代码，或者店铺全称。',
      'Id of the store, credit code of its institution, or its exact name.',
    ),
  ),
  reason: reasonCode,
  ...disputeFields,
  happenedOn: eventDay,
  caller: titled(
    filledInBy(reachable(text('来电人', 'Caller')).optional(), 'reviewer'),
    '来电人',
    'Caller',
    text('由工作人员代为登记时填写；店铺看不到。', 'Whom staff enter the complaint for; the store does not see it.'),
  ),
  fileIds,
});

type Complaint = Filed<z.output<typeof formSchema>>;

export const storeComplaintIntake = intake({
  form: formSchema,

  lookUp: ({ store }) => ({ things: [namedStoreReference(store)] }),

  file(filed): Filing {
    const { orderNumber, reason, happenedOn } = filed.form;
    const store = storeMeant(filed);
    refuseWrongDay(filed, store);
    refuseWithoutOrder(filed, store);
    const complainant = complainantOf(filed, store);
    const opening: StoreComplaintOpening = { orderNumber: orderNumber ?? null, reason, happenedOn };
    return {
      subject: store.party,
      title: store.name,
      parties: { respondent: [store.party], ...(complainant !== null && { complainant: [complainant] }) },
      body: { bodyId: store.bodyId, region: store.region },
      about: store.reference,
      opening,
    };
  },
});

/** @throws Refusal INVALID_INPUT if no store is called so, or several are */
function storeMeant({ things: [store] = [] }: Complaint): FoundThing {
  if (store === undefined) {
    refuse(
      'INVALID_INPUT',
      '没有找到该店铺；请填写店铺编号、机构的统一社会信用代码，或者完整的店铺名称。',
      'There is no such store; give its id, the credit code of its institution, or its whole name.',
      { field: 'store' },
    );
  }
  const namesakes = (store.data['namesakes'] ?? []) as readonly string[];
  if (namesakes.length > 0) {
    refuse(
      'INVALID_INPUT',
      '有多家店铺与此相符，请填写店铺编号。',
      'Several stores match; give the id of the one meant.',
      {
        field: 'store',
        facts: { choices: namesakes },
      },
    );
  }
  return store;
}

/** Not ahead, and not before there was the store: complaints that are upheld count towards its clearance (SH-STORE-10.2). */
function refuseWrongDay({ form: { happenedOn }, now }: Complaint, { data: { openedOn } }: FoundThing): void {
  if (happenedOn > dayOf(now)) {
    refuse('INVALID_INPUT', '事件发生日不能晚于今天。', 'The day of the event cannot lie in the future.', {
      field: 'happenedOn',
    });
  }
  if (typeof openedOn !== 'string') return;
  refuseBefore('happenedOn', happenedOn, openedOn, text('店铺开通之日', 'the day on which the store opened'));
}

/** A store that was cleared has its orders in hand alone, and these can be complained of (SH-STORE-11.9). */
function refuseWithoutOrder({ form: { orderNumber } }: Complaint, store: FoundThing): void {
  if (store.data['status'] !== 'CLEARED' || orderNumber !== undefined) return;
  refuse(
    'CONDITION_NOT_MET',
    '该店铺已清退，只能就已有订单投诉，请填写订单编号。',
    'The store was cleared; only an order it already has can be complained of: give its number.',
    { field: 'orderNumber', facts: { requirement: 'SH-STORE-11.9' } },
  );
}

/** Who complains: the party that files, or nobody of the records where staff file for a caller. */
function complainantOf({ form, filer, party }: Complaint, store: FoundThing): string | null {
  const own = filer.offices.some(
    (office) =>
      (office.role === 'consumer' || office.role === 'contact') && (office.party ?? personKey(filer.id)) === party,
  );
  if (form.caller !== undefined) {
    if (filer.offices.some((office) => office.role === 'reviewer' && isOfBody(office, store))) return null;
    refuse(
      'NOT_ALLOWED',
      '只有承办机构的审核人员可以代他人登记投诉。',
      'Only reviewers of the body enter a complaint for somebody.',
      {
        field: 'caller',
      },
    );
  }
  if (!own) {
    refuse(
      'INVALID_INPUT',
      '请填写来电人；工作人员只能代他人登记投诉。',
      'Name the caller: staff enter complaints for others alone.',
      {
        field: 'caller',
      },
    );
  }
  if (party === store.party)
    refuse('INVALID_INPUT', '不能投诉自己。', 'You cannot complain about yourself.', { field: 'store' });
  return party;
}
