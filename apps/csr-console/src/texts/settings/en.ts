/** Every setting in words: its name, what it does, and its choices. A setting without its words fails a test. */
export const en = {
  setting: {
    siteName: {
      label: 'Name of the site',
      help: 'Customers read it on every page and in every mail. Your company’s name is good.',
    },
    siteLocale: {
      label: 'Language of the site',
      help: 'For customers whose browser asks for neither Korean nor English.',
      choice: { ko: '한국어', en: 'English' },
    },
    mailReplyTo: {
      label: 'Answers to mails',
      help: 'The mail address that answers to invitations and other mails go to. Empty: to the sender.',
    },
    staffNetworks: {
      label: 'Networks of your staff',
      help: 'Addresses or networks from which staff may sign in, one line each, like 203.0.113.0/24. Empty: from anywhere.',
    },
    sessionMode: {
      label: 'Sessions at a time',
      help: 'Whether one representative may help several customers at the same time.',
      choice: { SINGLE: 'Single-session mode', MULTI: 'Multi-session mode' },
    },
    liveSessionsPerCsr: {
      label: 'Live sessions per representative',
      help: 'How many sessions one representative may have open in multi-session mode.',
    },
    isTrackingCodeRequired: {
      label: 'Tracking code required',
      help: 'No session starts without the number of a ticket or another code that it can be found by.',
    },
    sessionTypes: {
      label: 'Session types',
      help: 'What a session may be about, one line each. Representatives choose one at the start; reports list it.',
    },
    idleEndMinutes: {
      label: 'End of idle sessions',
      help: 'A session in which nothing has happened for so many minutes ends, after a warning. 0 means never.',
    },
    neverJoinedEndMinutes: {
      label: 'End of sessions that nobody joins',
      help: 'A session that no customer has joined ends after so many minutes, after a warning. 0 means never.',
    },
    isAgreementRequired: {
      label: 'Agreement before a session',
      help: 'Whoever joins reads and accepts the newest agreement first. Its words are in “Agreement”.',
    },
    isConversationMailed: {
      label: 'Conversation by mail',
      help: 'Customers may have the chat sent to their mail address, in the session and for 30 minutes afterwards. Card numbers and secret keys are hidden.',
    },
    firstView: {
      label: 'First view of a screen',
      help: 'How a customer’s screen is shown when it appears. It can be changed with one click at any time.',
      choice: { FIT: 'Scaled to the window', ACTUAL: 'In its own size, 100 %' },
    },
    fileMegabytes: {
      label: 'Largest file',
      help: 'How large a file may be that is published in a session.',
    },
    fileRetentionDays: {
      label: 'How long files are kept',
      help: 'After so many days a published file is deleted, and nobody can download it any more.',
    },
    canStaffSendFiles: {
      label: 'Representatives may send files',
      help: 'From your side to the customer. Switched off, customers may still send files to you.',
    },
    canCustomersSendFiles: {
      label: 'Customers may send files',
      help: 'From the customer to you. Switched off, you may still send files to customers.',
    },
    canPublishArchives: {
      label: 'Archives may be sent',
      help: 'ZIP, 7z, RAR and the like. They are handed on as they are; what is inside them only the virus scanner looks at.',
    },
    canPublishRecordings: {
      label: 'Audio and video files may be sent',
      help: 'Sound and films, such as MP3 and MP4.',
    },
    canPublishUnknown: {
      label: 'Unknown sorts of files may be sent',
      help: 'Files that are neither a document nor anything else that is recognised by its contents.',
    },
    canPublishPrograms: {
      label: 'Programs may be sent',
      help: 'Installers and scripts, such as EXE, MSI and BAT. A program under another name is refused in any case.',
    },
  },
};
