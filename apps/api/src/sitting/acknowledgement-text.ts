import { confidentialityTextVersions, type MeetingKind } from '#libs/domain';

/** Wordings that were ever read aloud, by the meeting and the version the attendance keeps: an old record shows what was said then (R35). */
const texts: Readonly<Record<MeetingKind, Readonly<Record<string, string>>>> = {
  supportMeeting: {
    [confidentialityTextVersions.supportMeeting]:
      'この会議は、社会福祉法第106条の6に基づく支援会議です。この会議の事務に関して知り得た秘密は、正当な理由がなければ、会議のあとも、役目を離れたあとも、漏らしてはなりません。漏らした場合は、法律に罰則があります。資料と記録は、会議で決めたとおりに扱ってください。以上を確認した方だけが、この会議に加わります。',
  },
  planMeeting: {
    [confidentialityTextVersions.planMeeting]:
      'この会議では、本人が同意した範囲の中で情報を共有します。知り得た個人に関する情報は、支援のためだけに用い、ほかの目的に用いたり、ほかの人に伝えたりしないでください。役目を離れたあとも同じです。',
  },
};

/**
 * 守秘義務の確認 as it is read aloud. Amounts of penalties are not printed: the municipality would have to check them first. Until release
 * 0.1.0 a 重層的支援会議 kept the version of the other meeting although its own words were read: what is not known there is its first wording.
 */
export const acknowledgementText = (kind: MeetingKind, version: string = confidentialityTextVersions[kind]): string =>
  texts[kind][version] ?? texts[kind][confidentialityTextVersions[kind]] ?? '';
