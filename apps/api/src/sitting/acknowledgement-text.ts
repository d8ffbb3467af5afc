import { confidentialityTextVersion, type MeetingKind } from '#libs/domain';

/** Wordings that were ever read aloud, by the version the attendance keeps: an old record shows what was said then (R35). */
const supportMeetingTexts: Readonly<Record<string, string>> = {
  '106-6-2026-04':
    'この会議は、社会福祉法第106条の6に基づく支援会議です。この会議の事務に関して知り得た秘密は、正当な理由がなければ、会議のあとも、役目を離れたあとも、漏らしてはなりません。漏らした場合は、法律に罰則があります。資料と記録は、会議で決めたとおりに扱ってください。以上を確認した方だけが、この会議に加わります。',
};

const planMeetingText =
  'この会議では、本人が同意した範囲の中で情報を共有します。知り得た個人に関する情報は、支援のためだけに用い、ほかの目的に用いたり、ほかの人に伝えたりしないでください。役目を離れたあとも同じです。';

/** 守秘義務の確認 as it is read aloud. Amounts of penalties are not printed: the municipality would have to check them first. */
export const acknowledgementText = (kind: MeetingKind, version: string = confidentialityTextVersion): string =>
  kind === 'supportMeeting'
    ? (supportMeetingTexts[version] ?? supportMeetingTexts[confidentialityTextVersion] ?? '')
    : planMeetingText;
