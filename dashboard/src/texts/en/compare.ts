/** The page Compare services. */
export const compare = {
  title: 'Compare services',
};
