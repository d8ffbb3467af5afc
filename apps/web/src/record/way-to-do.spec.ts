import { describe, expect, it } from '@jest/globals';
import { obligationKinds } from '#libs/domain';
import { caseForms } from '../case/case-forms.ts';
import { sittingForms } from '../sitting/sitting-forms.ts';
import { wayToDo } from './way-to-do.ts';

const forms = { 'support-case': caseForms, sitting: sittingForms };
const sittingKinds = new Set([
  'secrecy-acknowledgement',
  'call',
  'reply',
  'phone-task',
  'required-agency',
  'hold-sitting',
  'disposition',
]);

describe('the way to do what is owed', () => {
  it('opens a form that exists, a page of a sitting, or a place on the page, for every kind', () => {
    for (const obligationKind of obligationKinds) {
      const kind = sittingKinds.has(obligationKind) ? 'sitting' : 'support-case';
      const url = new URL(wayToDo({ kind, recordId: 'r1', obligationKind, about: 'a1' }), 'https://office.example');
      const form = url.searchParams.get('do');
      if (form === null) expect(`${url.pathname}${url.hash}`).toMatch(/^\/sittings\/(new|a1)$|^\/cases\/r1#\w+$/u);
      else expect(Object.keys(forms[kind])).toContain(form);
    }
  });

  it('names what it is about, so that the right one of several is opened', () => {
    expect(wayToDo({ kind: 'support-case', recordId: 'c1', obligationKind: 'handoff-answer', about: 'h1' })).toBe(
      '/cases/c1?do=answer-handoff&target=h1',
    );
    expect(wayToDo({ kind: 'sitting', recordId: 's1', obligationKind: 'phone-task', about: 'i1' })).toBe(
      '/sittings/s1?do=answer-invitation&target=i1',
    );
  });

  it('leads to placing the case where a meeting is owed', () => {
    expect(wayToDo({ kind: 'support-case', recordId: 'c1', obligationKind: 'meeting-placement' })).toBe(
      '/sittings/new?case=c1&kind=planMeeting',
    );
  });
});
