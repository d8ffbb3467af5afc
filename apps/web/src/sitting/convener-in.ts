import type { ProfileView, SittingView } from '#libs/views';

/** Who calls the sitting is there by rule, and is not asked. */
export const convenerIn = ({ body }: Pick<SittingView, 'body'>, profile: ProfileView): string =>
  profile.bodies.find(({ code }) => code === body)?.convener === 'coordinatingBody'
    ? profile.coordinatingBody
    : profile.competentSection;
