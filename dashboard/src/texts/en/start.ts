/** The page Getting started. */
export const start = {
  title: 'Getting started',
};
