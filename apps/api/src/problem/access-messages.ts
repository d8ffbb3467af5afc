import type { AccessCode } from '#libs/access';

/** The Japanese sentence of every code of libs/access: says what would be needed, not what the record holds. */
export const accessMessages: Readonly<Record<AccessCode, string>> = {
  'access.sign-in': 'サインインしてください。',
  'access.linked-only': 'この操作は、会議の記録からだけ行われます。',
  'access.system-only': 'この操作は、システムが行います。',
  'access.role': 'この操作は、あなたの職では行えません。',
  'access.relation': 'この操作は、このケースや会議でのあなたの機関の立場では行えません。',
  'access.person': '見つかりません。',
  'access.basis': 'この内容を扱う根拠(本人同意や支援会議の案件)が、あなたの機関にありません。',
};
