import type { ReactNode } from 'react';
import type { SittingView } from '#libs/views';
import { agencyNames } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { useMovePreview } from '../api/queries.ts';
import { Banner } from '../components/banner.tsx';
import { textIn, type FieldValues } from '../components/form/field-spec.ts';
import { Loaded } from '../components/load-state.tsx';
import { t } from '../messages/translate.ts';
import { placeOf } from './sitting-asking.ts';

/** What a move sets off: who is asked anew, who is phoned, and the very mail. */
export function MovePreview({ view, values }: { readonly view: SittingView; readonly values: FieldValues }): ReactNode {
  const profile = useProfile();
  const heldOn = textIn(values, 'heldOn');
  const preview = useMovePreview(view.id, {
    heldOn,
    startsAt: textIn(values, 'startsAt'),
    endsAt: textIn(values, 'endsAt'),
  });
  if (view.stage !== 'called') return null;
  const before = placeOf(view) ?? '';
  const place = textIn(values, 'placeText');
  const isSame =
    heldOn === view.heldOn &&
    textIn(values, 'startsAt') === view.startsAt &&
    textIn(values, 'endsAt') === view.endsAt &&
    place === before;
  if (isSame) return <p className="text-solid-gray-700">{t('sitting.moveSame')}</p>;
  const channelOf = (agency: string): string | undefined =>
    profile.agencies.find(({ code }) => code === agency)?.channel;
  const phoned = view.invitations.map(({ agency }) => agency).filter((agency) => channelOf(agency) !== 'mail');
  return (
    <div className="grid gap-3">
      <Banner tone="warn" title={t('sitting.moveAsksAnew', { count: view.invitations.length })}>
        <p>{t('sitting.moveAnswers', { count: view.invitations.filter(({ reply }) => reply !== null).length })}</p>
        {phoned.length === 0 ? null : <p>{t('sitting.movePhones', { agencies: agencyNames(profile, phoned) })}</p>}
      </Banner>
      <section aria-label={t('sitting.preview')} className="grid gap-2">
        <h3 className="font-700">{t('sitting.preview')}</h3>
        <Loaded query={preview} lines={2}>
          {({ subject, text }) => (
            <div className="rounded-8 border border-solid-gray-300 bg-solid-gray-50 p-4">
              <p className="font-700">{subject}</p>
              <p className="mt-2 whitespace-pre-wrap">{text.replace(`場所 ${before}`, `場所 ${place}`)}</p>
            </div>
          )}
        </Loaded>
      </section>
    </div>
  );
}
