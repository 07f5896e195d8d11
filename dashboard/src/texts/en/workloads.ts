/** The page Workloads. */
export const workloads = {
  title: 'Workloads',
};
