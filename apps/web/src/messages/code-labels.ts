import type {
  ChangeCode,
  ConcernCode,
  ConsentItemClass,
  ConsentMethod,
  ConsentPurpose,
  ConsentStatus,
  ContactMethod,
  ContactResult,
  DeclineReason,
  DeclineSuggestion,
  EndReason,
  PersonStanding,
  GoalOutcome,
  RelationCode,
  RepresentativeGround,
  SchemeCode,
  SchemeOutcomeCode,
  Stage,
  TrackState,
} from '#libs/domain';

type Labels<Prefix extends string, Code extends string> = Readonly<Record<`${Prefix}.${Code}`, string>>;

/** Words of the codes of a case; glossary.md decides where it names them. A code without its word does not compile. */
export const codeLabels = {
  'stage.intake': '相談受付',
  'stage.screening': 'スクリーニング',
  'stage.handoff': 'つなぎ待ち',
  'stage.accepted': '受理',
  'stage.assessment': 'アセスメント',
  'stage.planning': 'プラン案',
  'stage.adequacyReview': '適切性の協議',
  'stage.decision': '支援決定待ち',
  'stage.support': '支援中',
  'stage.evaluation': '評価',
  'stage.interrupted': '中断',
  'stage.followUp': '終結後フォロー',
  'stage.closed': '終了',
  'stage.advised': '助言・後方支援',

  'trackState.none': 'なし',
  'trackState.candidate': '候補',
  'trackState.reviewing': '検討中',
  'trackState.outreach': 'アウトリーチ',
  'trackState.ended': '検討を終えた',

  'concern.health': '病気や健康、障害のこと',
  'concern.housing': '住まい',
  'concern.income': '収入・生活費',
  'concern.rent': '家賃やローンの支払い',
  'concern.utilities': '税金や公共料金等の支払い',
  'concern.debt': '債務',
  'concern.jobSearch': '仕事探し、就職',
  'concern.workTrouble': '仕事上の不安やトラブル',
  'concern.neighbourhood': '地域との関係',
  'concern.family': '家族との関係',
  'concern.childRearing': '子育て',
  'concern.care': '介護',
  'concern.withdrawal': 'ひきこもり・不登校',
  'concern.violence': 'DV・虐待',
  'concern.food': '食べるものがない',
  'concern.other': 'その他',

  'scheme.longTermCare': '介護保険',
  'scheme.disabilityServices': '障害福祉サービス',
  'scheme.childServices': '子育て・児童の支援',
  'scheme.povertyConsultation': '生活困窮者の自立相談支援',
  'scheme.publicAssistance': '生活保護',
  'scheme.medical': '医療機関の受診',
  'scheme.mentalHealth': '精神保健の相談',
  'scheme.schoolSupport': '学校・就学の支援',
  'scheme.communityVolunteer': '民生委員・地域の見守り',
  'scheme.debtConsultation': '債務・家計の相談',
  'scheme.none': 'まだ何も試みていない',
  'scheme.other': 'その他の制度・支援',

  'schemeOutcome.refusedByPerson': '本人・家族が望まなかった',
  'schemeOutcome.notEligible': '対象にならなかった',
  'schemeOutcome.notEnough': 'それだけでは足りなかった',
  'schemeOutcome.stopped': '途中で中止した',
  'schemeOutcome.noPlace': '空きがなかった',
  'schemeOutcome.underWay': '続いている',
  'schemeOutcome.unknown': 'わからない',

  'declineReason.outsideRemit': '所管の外である',
  'declineReason.noCapacity': 'いま受ける余力がない',
  'declineReason.existingScheme': '今ある制度で対応できる',
  'declineReason.moreInformation': '判断に要る情報が足りない',
  'declineReason.otherAgencyFits': '別の機関のほうが合う',
  'declineReason.other': 'その他',

  'declineSuggestion.otherAgency': '別の機関につなぐ',
  'declineSuggestion.jointVisit': '一緒に訪問する',
  'declineSuggestion.supportMeeting': '支援会議で検討する',
  'declineSuggestion.existingScheme': '今ある制度を使う',
  'declineSuggestion.askAgainLater': '時期をおいて改めて相談する',

  'relation.self': '本人',
  'relation.spouse': '配偶者',
  'relation.parent': '親',
  'relation.child': '子',
  'relation.grandparent': '祖父母',
  'relation.grandchild': '孫',
  'relation.sibling': 'きょうだい',
  'relation.otherKin': 'その他の親族',
  'relation.cohabitant': '同居人',

  'goalOutcome.achieved': '達成した',
  'goalOutcome.partly': '一部達成した',
  'goalOutcome.notAchieved': '達成していない',
  'goalOutcome.impossible': '達成できない事情がある',

  'change.housingSecured': '住まいの確保・安定',
  'change.medicalCareBegun': '医療機関受診開始',
  'change.healthImproved': '健康状態の改善',
  'change.debtSettled': '債務整理',
  'change.budgetImproved': '家計改善',
  'change.employed': '就労開始',
  'change.jobSearchBegun': '就職活動開始',
  'change.socialParticipation': '社会参加機会の増加',
  'change.habitsImproved': '生活習慣の改善',
  'change.relationsImproved': '対人・家族関係の改善',
  'change.isolationEased': '孤立の解消',
  'change.stability': '精神の安定',
  'change.other': 'その他',
  'change.none': '見られた変化はない',

  'endReason.rolesAgreed': '役割分担ができ、主担当機関が続ける',
  'endReason.otherScheme': '他の制度に引き継いだ',
  'endReason.movedAway': '転出',
  'endReason.died': '死亡',
  'endReason.withdrawnByPerson': '本人の辞退',
  'endReason.unreachable': '連絡不能',
  'endReason.other': 'その他',

  'standing.supported': '主担当機関などの支援が続く',
  'standing.otherScheme': '他の制度に引き継いだ',
  'standing.settled': '課題が整理され、支援を終える',
  'standing.unwilling': '支援を望んでいない',
  'standing.unreachable': '連絡不能',
  'standing.movedAway': '転出',
  'standing.died': '死亡',
  'standing.notConcerned': '支援の対象ではなかった',

  'contactMethod.visit': '訪問',
  'contactMethod.phone': '電話',
  'contactMethod.interview': '面談',
  'contactMethod.accompanied': '同行',
  'contactMethod.letter': '手紙',
  'contactMethod.meeting': '会議',
  'contactMethod.other': 'その他',

  'contactResult.met': '会えた',
  'contactResult.notMet': '会えなかった',
  'contactResult.refused': '拒否',

  'consentStatus.unconfirmed': '未確認',
  'consentStatus.given': '得た',
  'consentStatus.refused': '拒否',
  'consentStatus.withdrawn': '撤回',

  'consentMethod.signature': '署名',
  'consentMethod.oral': '口頭',

  'consentPurpose.supportCoordination': '支援の調整',
  'consentPurpose.planMaking': 'プランの作成',
  'consentPurpose.monitoring': '経過の確認',

  'consentItemClass.attributes': '属性(氏名・年齢・世帯など)',
  'consentItemClass.health': '健康・障害',
  'consentItemClass.schooling': '就学・通所',
  'consentItemClass.incomeDebt': '収入・債務',
  'consentItemClass.schemeUse': '制度利用',
  'consentItemClass.lifeHistory': '生活歴',

  'representativeGround.parentalAuthority': '親権者',
  'representativeGround.adultGuardian': '成年後見人',
  'representativeGround.curatorWithPower': '保佐人(代理権あり)',
  'representativeGround.assistantWithPower': '補助人(代理権あり)',
} as const satisfies Labels<'stage', Stage> &
  Labels<'trackState', TrackState> &
  Labels<'concern', ConcernCode> &
  Labels<'scheme', SchemeCode> &
  Labels<'schemeOutcome', SchemeOutcomeCode> &
  Labels<'declineReason', DeclineReason> &
  Labels<'declineSuggestion', DeclineSuggestion> &
  Labels<'relation', RelationCode> &
  Labels<'goalOutcome', GoalOutcome> &
  Labels<'change', ChangeCode> &
  Labels<'endReason', EndReason> &
  Labels<'standing', PersonStanding> &
  Labels<'contactMethod', ContactMethod> &
  Labels<'contactResult', ContactResult> &
  Labels<'consentStatus', ConsentStatus> &
  Labels<'consentMethod', ConsentMethod> &
  Labels<'consentPurpose', ConsentPurpose> &
  Labels<'consentItemClass', ConsentItemClass> &
  Labels<'representativeGround', RepresentativeGround>;
