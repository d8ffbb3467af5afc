import { useEffect, useEffectEvent, useId, useState } from 'react';
import { newCommandId, postJson } from '../../api/client.ts';
import { ApiProblem, ApiUnreachable, codeOfError } from '../../api/problem.ts';
import type { CommandAnswer, Conflict } from '#libs/views';
import { t } from '../../messages/translate.ts';
import { sameValues, type FormDraft, type Sent } from '../../draft/draft-content.ts';
import type { FieldError, FieldSpec, FieldValues } from './field-spec.ts';
import { missingFields, saidOfField } from './form-check.ts';
import { againAfter } from './send-again.ts';

export interface CommandFormSpec {
  readonly fields: readonly FieldSpec[];
  readonly initial: FieldValues;
  /** The body without commandId and partVersion. */
  readonly toBody: (values: FieldValues) => Readonly<Record<string, unknown>>;
  /** The field of the form in which stands what the body has under that path; without it: the one of the same path. */
  readonly fieldOf?: (path: string, values: FieldValues) => string;
}

interface Trouble {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly errors: readonly FieldError[];
  readonly attempt: number;
}

export interface CommandForm {
  readonly formId: string;
  readonly values: FieldValues;
  readonly change: (values: FieldValues) => void;
  readonly trouble: Trouble | null;
  readonly conflict: Conflict | null;
  /** Takes the version that somebody else wrote as seen; the next sending goes on from there. */
  readonly goOn: () => void;
  /** The other version was seen; the next sending goes on from it. */
  readonly overrides: boolean;
  readonly sending: boolean;
  readonly send: () => void;
  /** Something was typed that is not sent. */
  readonly typed: boolean;
  /** As it is to be kept while it is not sent. */
  readonly draft: FormDraft;
}

/**
 * One form for one command. The same content keeps its commandId, however often it is sent, so that a retry after a cut line is
 * answered and not done twice; changed content is a new command.
 */
export function useCommandForm(
  spec: CommandFormSpec,
  path: string | ((values: FieldValues) => string),
  partVersion: number | undefined,
  onDone: (answer: CommandAnswer) => void,
  before?: FormDraft,
): CommandForm {
  const formId = useId();
  const [initial] = useState(spec.initial);
  const [values, setValues] = useState(before?.values ?? spec.initial);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [seenVersion, setSeenVersion] = useState(before === undefined ? partVersion : before.version);
  const [overrides, setOverrides] = useState(false);
  const [sending, setSending] = useState(false);
  const [sent, setSent] = useState<Sent | undefined>(before?.sent);
  const [done, setDone] = useState(false);
  const [again, setAgain] = useState<{ readonly failed: number; readonly seconds: number } | null>(null);

  /** Who is at work elsewhere keeps the focus when a try that nobody asked for fails. */
  const fail = (told: Omit<Trouble, 'attempt'>, byItself = false): void => {
    setTrouble((before) => ({ ...told, attempt: (before?.attempt ?? 0) + (byItself ? 0 : 1) }));
  };

  const post = async (failed = 0): Promise<void> => {
    const body = { ...spec.toBody(values), ...(seenVersion === undefined ? {} : { partVersion: seenVersion }) };
    const to = typeof path === 'string' ? path : path(values);
    const text = JSON.stringify([to, body]);
    const now = sent?.text === text ? sent : { id: newCommandId(), text };
    setSent(now);
    setSending(true);
    setAgain(null);
    try {
      const answer = await postJson<CommandAnswer>(to, { commandId: now.id, ...body });
      setTrouble(null);
      setDone(true);
      onDone(answer);
    } catch (error) {
      if (error instanceof ApiProblem && error.problem.conflict !== undefined) {
        setTrouble(null);
        setConflict(error.problem.conflict);
      } else {
        const seconds = againAfter(error, failed + 1);
        setAgain(seconds === undefined ? null : { failed: failed + 1, seconds });
        fail(troubleOf(error, spec, values, seconds), failed > 0);
      }
    } finally {
      setSending(false);
    }
  };

  const postAgain = useEffectEvent((failed: number) => void post(failed));
  useEffect(() => {
    if (!again) return undefined;
    const timer = setTimeout(() => {
      postAgain(again.failed);
    }, again.seconds * 1_000);
    return () => {
      clearTimeout(timer);
    };
  }, [again]);

  return {
    formId,
    values,
    // Changed content is not what somebody wanted to send: they press the button themselves.
    change: (changed) => {
      setAgain(null);
      setValues(changed);
    },
    trouble,
    conflict,
    goOn: () => {
      setSeenVersion(conflict?.version);
      setConflict(null);
      setOverrides(true);
    },
    overrides: overrides && conflict === null,
    sending,
    send: () => {
      if (sending) return;
      const errors = missingFields(spec.fields, values);
      if (errors.length > 0) fail({ errors });
      else void post();
    },
    typed: !done && !sameValues(values, initial),
    draft: {
      values,
      ...(seenVersion === undefined ? {} : { version: seenVersion }),
      ...(sent === undefined ? {} : { sent }),
    },
  };
}

function troubleOf(
  error: unknown,
  { fields, fieldOf }: CommandFormSpec,
  values: FieldValues,
  againInSeconds?: number,
): Omit<Trouble, 'attempt'> {
  const code = codeOfError(error);
  const coded = code === undefined ? {} : { code };
  if (!(error instanceof ApiProblem))
    return {
      title: t('form.unreachable'),
      detail: [
        error instanceof ApiUnreachable && error.detail !== undefined ? error.detail : t('form.unreachableDetail'),
        againInSeconds === undefined ? t('form.sendYourself') : t('form.sendsAgain', { seconds: againInSeconds }),
      ].join(''),
      ...coded,
      errors: [],
    };
  const { detail, errors = [] } = error.problem;
  // What is said of a field is not said once more above it.
  const saidBelow = errors.some((one) => one.detail === detail);
  return {
    title: t('form.refused'),
    ...coded,
    detail: detail === '' ? t('form.unexpected') : saidBelow ? '' : detail,
    errors: errors.map((one) =>
      saidOfField({ field: fieldOf?.(one.field, values) ?? one.field, detail: one.detail }, fields),
    ),
  };
}
