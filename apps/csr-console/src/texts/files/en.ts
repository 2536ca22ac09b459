/** Files of a session, and pictures of what is viewed. */
export const en = {
  filesPanel: {
    choose: 'Choose files',
    dropNow: 'Let go to send',
    empty: 'Drop files here, or choose some. {name} sees them at once, and downloads what is wanted.',
    receivingOnly: 'Your site lets no files be sent to customers.',
    emptyReceiving: 'What {name} sends appears here.',
    openShot: 'Open in its own size',
  },
  shot: {
    take: 'Screenshot',
    key: 'Keeps a picture of this among the session’s files (Alt+S)',
    taken: 'Kept in the files',
    nothing: 'There is no picture yet',
  },
};
