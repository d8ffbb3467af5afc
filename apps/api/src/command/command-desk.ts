import { Injectable } from '@nestjs/common';
import type { RecordKind, RecordRef } from '#libs/contracts';
import type { Refusal } from '#libs/domain';
import { RecordExecutor, type Answer } from '#libs/persistence';
import { Municipalities } from '../municipality/municipalities.ts';
import { notFound } from '../problem/edge-problems.ts';
import { problem, ProblemError } from '../problem/problem.ts';
import { Refusals } from '../problem/refusals.ts';
import { RecordShelf } from '../records/record-shelf.ts';
import type { CommandAnswer } from '#libs/views';
import type { Giver } from '../session/viewer.ts';
import type { GivenBody } from '../shape/command-body.dto.ts';
import type { DescribedCommand } from './body-class.ts';
import { commandFrom } from './command-from.ts';
import { conflictOf } from './conflict.ts';
import { newId } from './new-id.ts';

interface Given {
  readonly giver: Giver;
  readonly ref: RecordRef;
  readonly unit: DescribedCommand;
  readonly command: { readonly type: string };
  readonly body: GivenBody;
}

/** The one gate for commands: gives them to the executor and turns its answers into ours: done, or a problem thrown. */
@Injectable()
export class CommandDesk {
  readonly #executor: RecordExecutor;
  readonly #municipalities: Municipalities;
  readonly #shelf: RecordShelf;

  constructor(executor: RecordExecutor, municipalities: Municipalities, shelf: RecordShelf) {
    this.#executor = executor;
    this.#municipalities = municipalities;
    this.#shelf = shelf;
  }

  /** Without an `id` the command begins a record; the answer names it then, also when it is a repeat. */
  async give(
    giver: Giver,
    { kind, id }: { readonly kind: RecordKind; readonly id?: string },
    unit: DescribedCommand,
    body: GivenBody,
  ): Promise<CommandAnswer> {
    const ref: RecordRef = { municipality: giver.municipality, kind, id: id ?? newId() };
    const { command, texts } = commandFrom(unit, body);
    const answer = await this.#executor.execute({
      ref,
      command,
      texts,
      commandId: body.commandId,
      ...(body.partVersion === undefined ? {} : { expects: body.partVersion }),
      actor: giver.actor,
    });
    if (answer.kind !== 'done') throw await this.#problemOf(answer, { giver, ref, unit, command, body });
    const { seq, parts } = answer;
    return { seq, parts, ...(id === undefined ? { id: answer.ref.id } : {}) };
  }

  /** Who was asked, but sees the record no more, is told why it is too late instead of nothing: the つなぎ was taken back. */
  async #overFor(giver: Giver, ref: RecordRef, command: Given['command']): Promise<Refusal | undefined> {
    return (await this.#shelf.isVisible(giver, ref)) ? undefined : this.#shelf.refusalNow(giver, ref, command);
  }

  async #problemOf(
    answer: Exclude<Answer, { kind: 'done' }>,
    { giver, ref, unit, command, body }: Given,
  ): Promise<ProblemError> {
    const refusals = new Refusals(this.#municipalities.today(giver.municipality).rules);
    switch (answer.kind) {
      case 'refused':
        return answer.refusal.code === 'record.missing'
          ? notFound()
          : refusals.problem(await this.#shelf.toldRefusal(giver, ref, answer.refusal, command));
      case 'forbidden':
        // Whoever may not even see the record learns nothing of it.
        // … and of a person one may not know of nobody learns whether there is such a one.
        return answer.code !== 'access.person' && (await this.#shelf.isVisible(giver, ref))
          ? refusals.forbidden(answer.code)
          : notFound();
      case 'stale': {
        const { part, version } = answer;
        const over = await this.#overFor(giver, ref, command);
        if (over) return refusals.problem(await this.#shelf.toldRefusal(giver, ref, over, command));
        const current = await this.#shelf.contentsOfPart(
          giver,
          ref,
          part,
          (state) => unit.stands?.(state as never, command as never) ?? {},
        );
        return new ProblemError(
          problem(
            409,
            'part.stale',
            'ほかの人が先に変えました。いまの内容と送ろうとした内容を見くらべて、もう一度送ってください。',
            { conflict: conflictOf(part, version, body, current) },
          ),
        );
      }
    }
  }
}
