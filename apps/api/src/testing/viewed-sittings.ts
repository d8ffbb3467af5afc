import { accessPolicy, type AccessDecision } from '#libs/access';
import { withEntries, type Actor, type CaseState } from '#libs/domain';
import type { ItemView, SittingView } from '#libs/views';
import { Refusals } from '../problem/refusals.ts';
import { noticeViews } from '../records/notice-view.ts';
import { historyTextIds } from '../records/history-view.ts';
import { TextsRead } from '../records/texts-read.ts';
import { itemPersons } from '../sitting/view/item-view.ts';
import { readableSittingTexts } from '../sitting/view/readable-texts.ts';
import { SittingReading } from '../sitting/view/sitting-reading.ts';
import { sittingTelling } from '../sitting/view/sitting-telling.ts';
import { sittingView } from '../sitting/view/sitting-view.ts';
import type { Grounds } from './partial-grounds.ts';
import { colleaguesIn, contentsOf, firstOf, loggedIn, noticesIn, type Viewed } from './viewed-cases.ts';

/** The page of a sitting as a viewer gets it: by the real table of access, or by grounds put in its place. */
export function sittingViewedBy({ desk, id }: Viewed, viewer: Actor, grounds: Partial<Grounds> = {}): SittingView {
  const state = desk.sitting({ id });
  const ctx = desk.context(viewer);
  const events = loggedIn(desk, id);
  const cases = new Map(state.items.map(({ caseId }) => [caseId, desk.case({ id: caseId })]));
  const whole = withEntries(state, desk.left.get(id) ?? []);
  const reading = new SittingReading(viewer, { state: whole, cases, ...ctx }, grounds.may);
  const tellOf = sittingTelling(reading, whole);
  const namedIf = (persons: CaseState['persons'], named: boolean): ReturnType<typeof itemPersons> =>
    itemPersons(persons, named ? contentsOf(persons.map(({ nameText }) => nameText)) : new Map());
  const personsOn = (item: (typeof state.items)[number]): Pick<ItemView, 'persons' | 'household'> => {
    const persons = cases.get(item.caseId)?.persons.filter((one) => item.personIds.includes(one.id)) ?? [];
    return {
      persons: namedIf(persons, reading.item(item.id)),
      household: namedIf(reading.householdOf(item), true),
    };
  };
  return sittingView({
    ...{ state, ctx, history: firstOf(events), tellOf, reading },
    texts: new TextsRead(contentsOf([...readableSittingTexts(reading, state), ...historyTextIds(events, tellOf)])),
    itemPersons: new Map(reading.items.map((item) => [item.id, personsOn(item)])),
    people: colleaguesIn(desk),
    notices: firstOf(
      noticeViews(noticesIn(desk, id).filter(({ recipientAgency }) => reading.seesInvitation(recipientAgency))),
    ),
    mayGive:
      grounds.mayGive ??
      ((type): AccessDecision =>
        accessPolicy.allows(viewer, { type }, { ref: { kind: 'sitting' }, state, rules: ctx.rules })),
    phoneOf: () => '000-0000-0000',
    refusals: new Refusals(ctx.rules),
  });
}
