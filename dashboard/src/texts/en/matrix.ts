/** The page Responsibility matrix. */
export const matrix = {
  title: 'Responsibility matrix',
};
