/** What the administration of the site says. */
export const en = {
  admin: {
    page: { settings: 'Settings', replies: 'Canned replies', tokens: 'API tokens' },
    lead: {
      settings: 'Every change counts at once, is kept with your name, and can be undone.',
      replies: 'What every representative can put into a message with a slash and a name.',
      tokens: 'With a token another system reads session reports by GraphQL.',
    },
    readOnly: 'You can look at everything here. Changing it is for administrators.',
  },
  settings: {
    group: { SITE: 'Site', SESSIONS: 'Sessions', VIEWING: 'Viewing screens', FILES: 'Files' },
    unit: { SECONDS: '{n} seconds', MINUTES: '{n} minutes', DAYS: '{n} days', MEGABYTES: '{n} MB' },
    unitName: { SECONDS: 'seconds', MINUTES: 'minutes', DAYS: 'days', MEGABYTES: 'megabytes' },
    blank: 'empty',
    never: 'never',
    lock: 'The same for everybody',
    lockedNow: 'now the same for everybody',
    unlockedNow: 'everybody may choose',
    toDefault: 'Back to “{value}”',
    changedBy: 'Changed by {name}, {at}',
    undo: 'Undo',
    history: 'History',
    noHistory: 'Nothing has been changed yet. Every change appears here with who made it.',
    fromTo: '{from} → {to}',
    somebody: 'Somebody',
  },
};
