/** What can be wrong with a profile. The code is for tests and tools, the sentence for the person who edits the file. */
const sentences = {
  'profile.yaml': 'YAMLとして読めません',
  'profile.missing': '項目がありません',
  'profile.unknown-key': 'この項目は決まっていません(書き間違いではありませんか)',
  'profile.type': '値の形が違います',
  'profile.choice': '決まった語のどれかではありません',
  'profile.range': '数の範囲が違います',
  'profile.date': '存在する日付(YYYY-MM-DD)ではありません',
  'profile.time': '時刻(HH:mm)ではありません',
  'profile.month-day': '月日(MM-DD)ではありません',
  'profile.code': 'コードは英数字とハイフンです',
  'profile.from-missing': 'どこから来たか(from)がありません',
  'profile.from-unknown': 'fromは stated、assumed、default、contradictory、confirmed のどれかです',
  'profile.source-missing': '出典(source)がありません',
  'profile.source-unknown': '出典(source)がsourcesにありません',
  'profile.note-missing': 'assumedとcontradictoryには理由(note)が要ります',
  'profile.value-missing': '値(value)も不明(unknown: true)もありません',
  'profile.unknown-with-value': '不明(unknown: true)なのに値(value)があります',
  'profile.must-be-known': 'この値は不明にできません',
  'profile.valid-from-order': 'validFromは古い順に、2つ目から必ず書きます',
  'profile.validity-reversed': 'validUntilがvalidFromより前です',
  'profile.agency-unknown': 'agenciesにない機関のコードです',
  'profile.basis-unknown': 'legalBasesにない根拠規定のコードです',
  'profile.basis-not-in-use': 'この自治体で使わない根拠規定です',
  'profile.case-meeting-incomplete': '支援会議と重層的支援会議には、根拠、招集者、通知の日数、必須出席機関が要ります',
  'profile.convener': '支援会議を招集できるのは市町村だけです',
  'profile.consent-rule': '会議の種類と根拠規定の同意の要否が合いません',
  'profile.ladder-order': '再度のお願いと着手は期限の前、所属長への連絡は期限の後、期限切れはその後です',
  'profile.hours-reversed': '閉庁の時刻が開庁の時刻より後ではありません',
  'profile.contact-outside-demo': '宛先と人はデモの重ね書きにだけ書けます',
  'profile.demo-address': 'デモの宛先は @example.jp に限ります',
  'profile.demo-person': 'デモの職員の姓は「担当」に限ります',
  'profile.code-mismatch': 'codeがファイルの名前と違います',
} as const;

export type ProblemCode = keyof typeof sentences;

/** One thing that is wrong, and where: `agencies.kikan.name.from`. */
export interface ProfileProblem {
  readonly path: string;
  readonly code: ProblemCode;
  readonly message: string;
}

/** @param detail what was found there, or what would be right */
export const problemOf = (path: string, code: ProblemCode, detail?: string): ProfileProblem => ({
  path,
  code,
  message: detail === undefined ? sentences[code] : `${sentences[code]}(${detail})`,
});

/** A profile that is not taken over: with every problem in it, so that one reading of the list is enough. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
  readonly profile: string;
  readonly problems: readonly ProfileProblem[];

  constructor(profile: string, problems: readonly ProfileProblem[]) {
    const lines = problems.map(({ path, code, message }) => `  ${path}: ${message} [${code}]`);
    super([`自治体プロファイル ${profile} に ${problems.length} 件の誤りがあります。`, ...lines].join('\n'));
    this.profile = profile;
    this.problems = problems;
  }
}
