import { Injectable } from '@nestjs/common';
import type { RecordKind, RecordRef } from '#libs/contracts';
import type { CaseCommand, SittingCommand } from '#libs/domain';
import { RecordExecutor, type Answer, type Done, type ExecuteOrder } from '#libs/persistence';
import { Municipalities } from '../municipality/municipalities.ts';
import { notFound } from '../problem/edge-problems.ts';
import { problem, ProblemError } from '../problem/problem.ts';
import { Refusals } from '../problem/refusals.ts';
import { RecordShelf } from '../records/record-shelf.ts';
import { actorOf, type Viewer } from '../session/viewer.ts';
import type { CommandBody } from '../shape/command-body.dto.ts';
import type { CommandAnswer } from '#libs/views';
import { conflictOf } from './conflict.ts';
import { newId } from './new-id.ts';
import type { Texts } from './texts.ts';

type Beginning = Extract<CaseCommand | SittingCommand, { type: 'open-case' | 'record-advice-only' | 'open-sitting' }>;

/** Gives commands to the executor and turns its answers into ours: done, or a problem thrown. */
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

  /** A command that begins a record; the answer names the record, also when it is a repeat. */
  async begin(
    viewer: Viewer,
    kind: RecordKind,
    body: CommandBody,
    texts: Texts,
    command: Beginning,
  ): Promise<CommandAnswer> {
    const { ref, seq, parts } = await this.#give(
      viewer,
      { municipality: viewer.municipality, kind, id: newId() },
      body,
      texts,
      command,
    );
    return { seq, parts, id: ref.id };
  }

  async toCase(
    viewer: Viewer,
    id: string,
    body: CommandBody,
    texts: Texts,
    command: CaseCommand,
  ): Promise<CommandAnswer> {
    const { seq, parts } = await this.#give(
      viewer,
      { municipality: viewer.municipality, kind: 'support-case', id },
      body,
      texts,
      command,
    );
    return { seq, parts };
  }

  async toSitting(
    viewer: Viewer,
    id: string,
    body: CommandBody,
    texts: Texts,
    command: SittingCommand,
  ): Promise<CommandAnswer> {
    const { seq, parts } = await this.#give(
      viewer,
      { municipality: viewer.municipality, kind: 'sitting', id },
      body,
      texts,
      command,
    );
    return { seq, parts };
  }

  async #give(
    viewer: Viewer,
    ref: RecordRef,
    body: CommandBody,
    texts: Texts,
    command: CaseCommand | SittingCommand,
  ): Promise<Done> {
    const order: ExecuteOrder = {
      ref,
      command,
      commandId: body.commandId,
      ...('partVersion' in body && typeof body.partVersion === 'number' ? { expects: body.partVersion } : {}),
      actor: actorOf(viewer),
      texts: texts.taken,
    };
    const answer = await this.#executor.execute(order);
    if (answer.kind !== 'done') throw await this.#problemOf(answer, viewer, ref, body);
    return answer;
  }

  async #problemOf(
    answer: Exclude<Answer, { kind: 'done' }>,
    viewer: Viewer,
    ref: RecordRef,
    body: CommandBody,
  ): Promise<ProblemError> {
    const refusals = new Refusals(this.#municipalities.today(viewer.municipality).rules);
    switch (answer.kind) {
      case 'refused':
        return answer.refusal.code === 'record.missing' ? notFound() : refusals.problem(answer.refusal);
      case 'forbidden':
        // Whoever may not even see the record learns nothing of it.
        return (await this.#shelf.isVisible(viewer, ref)) ? refusals.forbidden(answer.code) : notFound();
      case 'stale': {
        const { part, version } = answer;
        const current = await this.#shelf.contentsOfPart(viewer, ref, part);
        return new ProblemError(
          problem(
            409,
            'part.stale',
            'ほかの人が先に変えました。いまの内容と送ろうとした内容を見くらべて、もう一度送ってください。',
            {
              conflict: conflictOf(part, version, body, current),
            },
          ),
        );
      }
    }
  }
}
