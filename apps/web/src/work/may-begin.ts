import type { ProfileView, SessionView } from '#libs/views';

type Asker = Pick<SessionView, 'agency' | 'posts'>;

/** Who works on cases may take one in; managers and deputies decide on them (as libs/access says for `open-case`). */
export const mayOpenCase = ({ posts }: Asker): boolean =>
  posts.some((post) => post === 'staff' || post === 'head' || post === 'coordinator');

/** 助言・後方支援 is given by the coordinator of the 多機関協働事業者 (as libs/access says for `record-advice-only`). */
export const mayRecordAdvice = (
  { agency, posts }: Asker,
  { coordinatingBody }: Pick<ProfileView, 'coordinatingBody'>,
): boolean => agency === coordinatingBody && posts.includes('coordinator');

/** 進行管理 is for the secretariat and for who manages (as libs/access says for `board.read`). */
export const mayReadBoard = (
  { agency, posts }: Asker,
  { competentSection, coordinatingBody }: Pick<ProfileView, 'competentSection' | 'coordinatingBody'>,
): boolean =>
  ([competentSection, coordinatingBody].includes(agency) && posts.includes('coordinator')) ||
  (agency === competentSection && posts.some((post) => post === 'manager' || post === 'deputy'));

/** A sitting is prepared by the office's own people and by the coordinator of the 多機関協働事業者 (as libs/access says for `open-sitting`). */
export const mayPrepareSitting = (
  { agency, posts }: Asker,
  { competentSection, coordinatingBody }: Pick<ProfileView, 'competentSection' | 'coordinatingBody'>,
): boolean =>
  (agency === coordinatingBody && posts.includes('coordinator')) ||
  (agency === competentSection && posts.some((post) => post === 'coordinator' || post === 'manager'));
