/** Where people are named or can be reached in what is typed in with an action: workflows are not told, for any kind of case. */
import { describe, expect, it } from 'vitest';
import { leavesOf } from '../api/testing/schema-leaves.ts';
import { inputs } from './beside.ts';
import { putBack, takeOut } from './engine/personal.ts';
import { contracts } from './regimes.ts';
import { recordings } from '../test/replay/files.ts';

/** Fields that are called so hold a person's name, or how a person or firm is reached. */
const TELLING =
  /^(name|\w+Name|names|phone|\w*Phone|telephone|email|\w*Email|address|\w*Address|identityNumber|wechat|attendees)$/;

/** They are called so and are not of people: a service or product that is offered, an award, the court or body that asks for data. */
const NOT_OF_PEOPLE = [
  ...['changes.services.*.name', 'figures.awards.*.name', 'recipientName', 'offer.name'],
  'baseDeclaration.changes.name',
  ...['product.name', 'pairs.*.a.name', 'pairs.*.b.name'],
  ...['changes.report.overview.storeName', 'changes.report.honours.*.name'],
];

const actions = Object.entries(contracts).flatMap(([kind, contract]) =>
  Object.entries(contract.actions).map(
    ([name, action]) => [`${kind}.${name}`, kind, name, action.personal ?? []] as const,
  ),
);

function textPlaces(kind: string, name: string): string[] {
  const schema = inputs[kind]?.[name];
  if (schema === undefined) throw new Error(`${kind} has no schema of ${name}.`);
  return leavesOf(schema)
    .filter((leaf) => leaf.kind === 'string')
    .map(({ path }) => path.replace(/(?<=^|\.)0(?=\.|$)/g, '*'));
}

describe('XC-04.1 what names or reaches people is taken out before a workflow is told', () => {
  it.each(actions)('%s', (_action, kind, name, personal) => {
    const places = textPlaces(kind, name);
    const telling = places.filter(
      (place) =>
        TELLING.test(place.split('.').at(-1) ?? '') &&
        !NOT_OF_PEOPLE.includes(place) &&
        !NOT_OF_PEOPLE.includes(`${kind}.${place}`),
    );
    expect(telling.filter((place) => !personal.includes(place))).toEqual([]);
    // One that is misspelt would take nothing out.
    expect(personal.filter((place) => !places.includes(place))).toEqual([]);
  });

  it('finds some: the test above would hold of none', () => {
    expect(actions.filter(([, , , personal]) => personal.length > 0).map(([action]) => action)).toEqual(
      expect.arrayContaining([
        'storeApplication.recordAttendance',
        'storeApplication.answerSupplement',
        'providerRegistration.submitData',
        'consumerRegistration.updateContact',
      ]),
    );
  });
});

describe('stand-ins', () => {
  const places = ['attendees.*.name', 'contact.phone', 'contact.email', 'note'];
  const input = {
    attendees: [
      { name: '欧阳建国', capacity: '法定代表人' },
      { name: '司徒静', capacity: '副总经理' },
    ],
    contact: { phone: '13912345678', email: null },
    reason: '面审',
    count: 2,
  };

  it('take the place of texts alone, and leave what is missing, empty or of another form as it is', () => {
    const { input: left, values } = takeOut(input, places, 'r-1');
    expect(values).toEqual(['欧阳建国', '司徒静', '13912345678']);
    expect(left).toEqual({
      ...input,
      attendees: [
        { name: '⟦r-1:0⟧', capacity: '法定代表人' },
        { name: '⟦r-1:1⟧', capacity: '副总经理' },
      ],
      contact: { phone: '⟦r-1:2⟧', email: null },
    });
    for (const odd of [null, 'text', [], { attendees: 'nobody', contact: [1] }])
      expect(takeOut(odd, places, 'r-1')).toEqual({ input: odd, values: [] });
  });

  it('are put back wherever they stand, within longer texts too, and as they were typed', () => {
    const typed = { note: 'a $& b $1 \\ ⟦r-1:0⟧' };
    const { input: left, values } = takeOut(typed, ['note'], 'r-2');
    const { note } = left as { note: string };
    const told = { lines: [{ title: { zh: `备注：${note}。`, en: note } }], at: 3, none: null };
    expect(putBack(told, 'r-2', values)).toEqual({
      lines: [{ title: { zh: `备注：${typed.note}。`, en: typed.note } }],
      at: 3,
      none: null,
    });
  });

  it('bring back the values of their own request alone', () => {
    expect(putBack({ note: '⟦r-9:0⟧' }, 'r-1', ['欧阳建国'])).toEqual({ note: '⟦r-9:0⟧' });
  });
});

/** Every text of a history that is no id of ours, payloads unpacked: recordings are made without a key. */
function* textsOf(part: unknown): Generator<string> {
  if (typeof part === 'string') yield part.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '');
  if (typeof part !== 'object' || part === null) return;
  const { data, metadata } = part as { data?: unknown; metadata?: unknown };
  if (typeof data === 'string' && metadata !== undefined) yield* textsOf(Buffer.from(data, 'base64').toString());
  else for (const inner of Object.values(part)) yield* textsOf(inner);
}

it.each(recordings().map((recording) => [recording.scenario, recording] as const))(
  'XC-04.1 no e-mail address, mobile or name of a contact stands in the history of %s, whoever decrypts it',
  (_scenario, { runs }) => {
    const known = /李明|张三|刘洋|王五/;
    const telling = runs
      .flatMap(({ history, workflowId }) => [...textsOf({ history, workflowId })])
      .flatMap(
        (text) =>
          text.match(/[\w.+-]+@(?!\d+\.\d+\.\d+)[\w-]+\.\w+|(?<![\w.])1[3-9]\d{9}(?![\w.])/g) ??
          (known.test(text) ? [text] : []),
      );
    expect(telling).toEqual([]);
  },
);
