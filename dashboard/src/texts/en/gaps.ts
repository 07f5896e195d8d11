/** The page Gaps. */
export const gaps = {
  title: 'Gaps',
};
