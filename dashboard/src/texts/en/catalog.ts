/** The page Catalog. */
export const catalog = {
  title: 'Catalog',
};
