/** What the console says of canned replies. */
export const en = {
  replies: {
    open: 'Canned replies (or type /)',
    none: 'There are no canned replies yet. Write the first one for yourself in your profile; those of the site are in the administration.',
    forMe: 'Write one for myself',
    forSite: 'Write one for the site',
    mine: 'Your canned replies',
    mineLead: 'Type / and the name while writing a message to insert the text.',
    empty: 'No replies yet. Save what you say often, then insert it into a message with a slash and its name.',
    new: 'New reply',
    edit: 'Edit /{short}',
    delete: 'Delete /{short}',
    deleted: '/{short} was deleted.',
    putBack: 'Undo',
    used: 'uses: {count}',
    short: 'Name',
    shortHint: 'Typed after the slash: letters, digits, - and _',
    text: 'Text',
    variables: 'Filled in when used:',
    variable: {
      customer: { name: 'Customer’s name' },
      csr: { name: 'Your name' },
      site: { name: 'Site name' },
      session: { number: 'Session number' },
    },
  },
};
