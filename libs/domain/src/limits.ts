/** Limits of input and time, in characters (UTF-16 code units) and milliseconds unless the name says otherwise. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export const LIMITS = {
  personName: 80,
  siteName: 80,
  organisation: 80,
  email: 254, // RFC 5321 4.5.3.1.3, less the angle brackets
  passwordMin: 12,
  passwordMax: 200,
  chatText: 4000,
  /** Joins and leaves shown between the messages of a conversation: the newest ones. */
  peopleEvents: 100,
  replyShort: 30,
  repliesPerOwner: 500,
  /** Generated values that clients send back unchanged: ids, cursors, tokens. */
  id: 100,
  handle: 1000,
  /** A URL; what browsers and servers reliably support. */
  address: 2000,
  nudgeEvery: MINUTE,
  /** How long a sender may change or delete a message. */
  messageChange: 15 * MINUTE,
  /** How long a customer may export the conversation after the end of the session. */
  conversationKept: 30 * MINUTE,
  /** The last messages of a conversation in a mail; the export contains all. */
  mailedText: 100_000,
  /** Per session, for all of its customers. */
  conversationMailsPerHour: 5,
  /** Confirmation codes mailed to addresses without an invitation: per session, and per site. */
  conversationCodesPerHour: 5,
  conversationCodesPerSiteHour: 120,
  conversationCodeLife: 15 * MINUTE,
  conversationCodeTries: 5,
  /** Per client address. */
  conversationMailsPerAddress: 30,
  noteBody: 20_000,
  /** One update of a note in base64, and a note's whole merge history in bytes. */
  noteUpdate: 200_000,
  noteState: 1024 * 1024,
  holdMessage: 300,
  trackingCode: 64,
  sessionType: 60,
  sessionTypes: 50,
  apiTokenName: 80,
  roleName: 40,
  rolesPerSite: 50,
  agreementTitle: 120,
  agreementBody: 20_000,
  joinTitle: 80,
  joinLead: 300,
  joinHelp: 200,
  joinFooter: 500,
  mailSubject: 200,
  mailBody: 8000,
  mailButton: 80,
  /** An image of 256 KiB as a data URL, with a margin. */
  requestBytes: 384 * 1024,
  imageBytes: 256 * 1024,
  /** A font with all of Hangul and every weight has about this size. */
  fontBytes: 2 * 1024 * 1024,
  /** Of an image, in pixels. */
  imageSide: 4096,
  /** One GraphQL request with expanded fragments. Our own largest: 484 tokens, 698 fields, 6 levels, 5 aliases. */
  queryTokens: 2000,
  queryFields: 2000,
  queryAliases: 30,
  /** The usual introspection query is 15 levels deep. */
  queryDepth: 16,
  queryRootFields: 10,
  /** Long polling without sockets: events per answer, and the maximum wait for the first. */
  eventsStep: 100,
  eventsWait: 5 * SECOND,
  /** Between two such requests a seat counts as connected; longer than a slow connection needs for the next one. */
  eventsGap: 8 * SECOND,
  /** Maximum of objects in an answer, assuming every list at its maximum. Our own largest, a report: some 44,000. */
  queryObjects: 50_000,
  /** Messages sent to a seat initially; earlier ones are loaded page by page. */
  messagesPerPage: 200,
  /** Subscriptions per socket, and per seat, account or token on all of its sockets. */
  subscriptionsPerSocket: 20,
  subscriptionsPerOwner: 40,
  /** Sockets per seat, and per account or token: the one that was silent for longest is closed. */
  socketsPerSeat: 6,
  socketsPerAccount: 20,
  /** Messages of a socket per second, and the burst. */
  socketMessagesPerSecond: 20,
  socketMessagesAtOnce: 100,
  /** A socket is closed with this many unsent bytes if none were accepted for this long. */
  socketUnread: 8 * 1024 * 1024,
  socketStuck: 30 * SECOND,
  /** Unsent bytes beyond which pings are not answered. */
  socketUnreadPongs: 64 * 1024,
  /** Mutations per second of one seat, account or token, and the burst. */
  actsPerSecond: 10,
  actsAtOnce: 40,
  /** Maximum of those executed concurrently. */
  actsTogether: 4,

  /** A consent request without an answer counts as refused after this long. */
  consentAnswer: 120 * SECOND,
  /** How often one request can be extended; an extension right after another one changes nothing. */
  consentExtensions: 5,
  consentExtensionGap: 10 * SECOND,
  /** How long the browser's picker may stay open before the request fails. */
  sharePicker: 10 * MINUTE,
  /** From the selection in the picker until the media server receives the picture; after it the share fails. */
  shareStart: 15 * SECOND,
  /** How long a consent for one use that failed by accident allows another attempt without a request. */
  unusedGrant: 2 * MINUTE,
  tenMinuteGrant: 10 * MINUTE,
  /** Requests of one CSR to one customer within a minute. */
  consentRequestsPerMinute: 3,

  /** How long before a session ends by itself both sides are warned. */
  endWarning: 60 * SECOND,
  /** The interval at which a session's time limits are checked, so that changed settings apply soon. */
  limitsLook: 5 * MINUTE,

  /** After this long without a connection a participant counts as disconnected. */
  disconnectGrace: 5 * SECOND,
  /** A CSR who is away for this long is shown as away to the customer. */
  csrAway: 120 * SECOND,

  invitationLife: 24 * HOUR,
  /** For a new account to choose a password. */
  staffInvitationLife: 7 * 24 * HOUR,
  passwordLinkLife: 60 * MINUTE,
  passwordLinksPerHour: 5,
  /** Per requester. */
  passwordLinksPerAccount: 20,
  /** For confirming a new mail address of an account. */
  addressLinkLife: 24 * HOUR,
  testMailsPerHour: 20,
  /** How long a deferred mail is retried, if its link or its session lasts that long. */
  mailTriedFor: 4 * HOUR,
  /** The pause before the second attempt; it doubles up to the longest. */
  mailPause: MINUTE,
  mailLongestPause: 30 * MINUTE,
  /** One delivery attempt. A server may check the content for minutes (RFC 5321, 4.5.3.2). */
  mailHandover: 10 * MINUTE,
  mailsAtOnce: 5,
  /** Per recipient, from all senders; further mails wait. */
  mailsPerRecipientHour: 20,
  /** Final mails, sent or not, that are kept per site; with their texts if no mail server is configured. */
  mailsKept: 500,
  /** The last changes of the branding, and of one mail in one language, that are kept. */
  contentChangesKept: 50,
  /** Of a mail server's answer. */
  mailAnswer: 300,
  hostNames: 10,
  hostChecksPerHour: 60,
  /** Timeout for checking an address. */
  hostAnswer: 5 * SECOND,
  /** A file with accounts to import. */
  importBytes: 128 * 1024,
  importRows: 500,
  /** A number is not reused for this long after its session ended. */
  numberRest: 24 * HOUR,

  guessesPerAddress: 5,
  guessWindow: 15 * MINUTE,
  /** Wrong numbers at the whole site within a minute, after which clients with a wrong number are delayed. */
  guessesPerSiteMinute: 100,
  /** Wrong numbers of one network (IPv4 /24, IPv6 /48) in the window, after which all of its clients are delayed. */
  guessesPerNetwork: 50,
  /** The delay of such an attempt, and how many may wait concurrently: per network, and altogether. */
  guessDelay: 2 * SECOND,
  delayedPerNetwork: 4,
  delayedGuesses: 200,
  /** Queued attempts of one address: they are checked serially. */
  triesInLine: 100,

  /** People who wait for admission to one session at the same time, and within an hour. */
  waitingPerSession: 10,
  newcomersPerHour: 200,
  /** Per address and session, within the guess window. */
  newcomersPerAddress: 5,

  /** Of one network (IPv4 /24, IPv6 /48), and of a browser that the account knows. */
  signInTriesPerAccount: 5,
  /** Wrong passwords for one account from everywhere, after which attempts from unknown browsers are delayed. */
  signInTriesEverywhere: 20,
  signInTriesPerAddress: 30,
  signInWindow: 15 * MINUTE,
  staffSessionLife: 30 * 24 * HOUR,
  staffSessionIdle: 7 * 24 * HOUR,
  /** How long an account remembers a browser, and how many. */
  deviceLife: 365 * 24 * HOUR,
  devicesPerAccount: 20,
  /** The lifetime of a media token; joining again requires a new one. */
  mediaTokenLife: 10 * MINUTE,
  liveSessionsPerCsr: 4,

  /** A file name as sent by a browser; the sanitised one is much shorter. */
  fileName: 1000,
  fileMegabytes: 5 * 1024,
  fileRetentionDays: 30,
  /** Files of one session, in any state. */
  filesPerSession: 500,
  /** Total bytes of a session's files that are stored or promised: four of the largest. */
  filesBytesPerSession: 20 * 1024 ** 3,
  /** Disk space reserved for the database on the same disk: a share of it, and a maximum of bytes. */
  diskReserveShare: 0.05,
  diskReserve: 1024 ** 3,
  /** Concurrent uploads of one person. */
  filesInTransit: 30,
  /** An upload without progress for this long is given up. */
  fileUploadIdle: 24 * HOUR,
  fileLinkLife: 10 * MINUTE,
  /** The pause before an unavailable virus scanner is asked again. */
  fileCheckAgain: 15 * SECOND,
} as const;
