/** What the console says of canned replies. */
export const en = {
  replies: {
    mine: 'Your canned replies',
    mineLead: 'Type / and the name while you write to somebody, and the text stands there.',
    empty: 'None yet. Write down what you say often; a slash and its name put it into a message.',
    new: 'New reply',
    edit: 'Change /{short}',
    delete: 'Delete /{short}',
    deleted: '/{short} is deleted.',
    putBack: 'Put it back',
    used: 'uses: {count}',
    short: 'Name',
    shortHint: 'Typed after the slash: letters, digits, - and _',
    text: 'Text',
    variables: 'Filled in when it is used:',
    variable: {
      customer: { name: 'Customer’s name' },
      csr: { name: 'Your name' },
      site: { name: 'Name of the site' },
      session: { number: 'Session number' },
    },
  },
};
