/** The page Administration. */
export const administration = {
  title: 'Administration',
};
