import type { ReactNode } from 'react';
import type { DraftState } from '../../draft/drafts.ts';
import { t } from '../../messages/translate.ts';
import { Button } from '../button.tsx';
import { Modal } from '../modal.tsx';

interface LeaveQuestionProps {
  readonly draft: DraftState;
  readonly onStay: () => void;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Something was typed and is about to be left. Escape stays. */
export function LeaveQuestion({ draft, onStay, onKeep, onDiscard }: LeaveQuestionProps): ReactNode {
  const isKept = draft === 'saved' || draft === 'unsaved';
  return (
    <Modal title={t('leave.title')} onClose={onStay} closeLabel={t('leave.stay')}>
      <div className="grid gap-4">
        <p>{t(isKept ? 'leave.kept' : 'leave.notKept')}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="primary" onClick={onKeep}>
            {t(isKept ? 'leave.keep' : 'leave.anyway')}
          </Button>
          <Button look="danger" onClick={onDiscard}>
            {t('leave.discard')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
