/** The page Notifications. */
export const notifications = {
  title: 'Notifications',
};
