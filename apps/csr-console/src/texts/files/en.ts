/** Files of a session, and pictures of what is viewed. */
export const en = {
  filesPanel: {
    choose: 'Choose files',
    dropNow: 'Drop to send',
    empty: 'Drop files here, or choose some. {name} can see and download them right away.',
    receivingOnly: 'Your site doesn’t allow files to be sent to customers.',
    emptyReceiving: 'Files from {name} appear here.',
    openShot: 'Open at full size',
  },
  shot: {
    take: 'Screenshot',
    key: 'Saves a screenshot to the session’s files ({key})',
    taken: 'Screenshot saved',
    nothing: 'There’s no screen to capture yet',
  },
};
