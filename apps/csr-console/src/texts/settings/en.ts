/** Every setting in words: its name, what it does, and its choices. A setting without its words fails a test. */
export const en = {
  setting: {
    siteName: {
      label: 'Site name',
      help: 'Customers see it on every page and in every email. Your company’s name works well.',
    },
    siteLocale: {
      label: 'Site language',
      help: 'For customers whose browser prefers neither Korean nor English.',
      choice: { ko: '한국어', en: 'English' },
    },
    mailReplyTo: {
      label: 'Reply-to address',
      help: 'The email address that receives replies to invitations and other emails. Leave empty to use the sender’s address.',
    },
    staffNetworks: {
      label: 'Staff networks',
      help: 'Addresses or networks from which staff can sign in, one per line, like 203.0.113.0/24. Leave empty to allow all.',
    },
    sessionMode: {
      label: 'Simultaneous sessions',
      help: 'Whether one representative can help several customers at the same time.',
      choice: { SINGLE: 'Single-session mode', MULTI: 'Multi-session mode' },
    },
    liveSessionsPerCsr: {
      label: 'Live sessions per representative',
      help: 'How many sessions one representative can have open in multi-session mode.',
    },
    isTrackingCodeRequired: {
      label: 'Require a tracking code',
      help: 'Sessions can only be started with a ticket number or another code to find them by.',
    },
    sessionTypes: {
      label: 'Session types',
      help: 'What a session can be about, one per line. Representatives choose one at the start; it appears in reports.',
    },
    idleEndMinutes: {
      label: 'End idle sessions',
      help: 'A session without activity ends after this many minutes, after a warning. 0 means never.',
    },
    neverJoinedEndMinutes: {
      label: 'End sessions no one joins',
      help: 'A session that no customer joins ends after this many minutes, after a warning. 0 means never.',
    },
    isAgreementRequired: {
      label: 'Require an agreement',
      help: 'People read and accept the latest agreement before they join. Its text is under “Agreement”.',
    },
    isConversationMailed: {
      label: 'Chat by email',
      help: 'Customers can have the chat sent to their email address, during the session and for 30 minutes afterwards. Card numbers and secret keys are hidden.',
    },
    firstView: {
      label: 'Initial display size',
      help: 'The size of a customer’s screen when it appears. It can be changed with one click at any time.',
      choice: { FIT: 'Scaled to the window', ACTUAL: 'Actual size, 100 %' },
    },
    fileMegabytes: {
      label: 'Maximum file size',
      help: 'The largest file that can be sent in a session.',
    },
    fileRetentionDays: {
      label: 'File retention',
      help: 'After this many days, a file is deleted and can’t be downloaded any more.',
    },
    canStaffSendFiles: {
      label: 'Allow representatives to send files',
      help: 'From your side to the customer. If this is off, customers can still send files to you.',
    },
    canCustomersSendFiles: {
      label: 'Allow customers to send files',
      help: 'From the customer to you. If this is off, you can still send files to customers.',
    },
    canPublishArchives: {
      label: 'Allow archives',
      help: 'ZIP, 7z, RAR and similar files. They’re passed on as they are; only the virus scan checks their contents.',
    },
    canPublishRecordings: {
      label: 'Allow audio and video files',
      help: 'Audio and video, such as MP3 and MP4.',
    },
    canPublishUnknown: {
      label: 'Allow unknown file types',
      help: 'Files that aren’t documents and whose type can’t be recognised from their contents.',
    },
    canPublishPrograms: {
      label: 'Allow programs',
      help: 'Installers and scripts, such as EXE, MSI and BAT. A program with another file extension is always rejected.',
    },
  },
};
