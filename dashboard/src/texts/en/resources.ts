/** The page Resources. */
export const resources = {
  title: 'Resources',
};
