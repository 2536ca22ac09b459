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
  /** Who came and left, between the messages of a conversation: the newest ones. */
  peopleEvents: 100,
  replyShort: 30,
  repliesPerOwner: 500,
  /** Of what programs hand back as they got it: an id, and a place in a list or a token. */
  id: 100,
  handle: 1000,
  /** A web address; what browsers and servers reliably take. */
  address: 2000,
  nudgeEvery: MINUTE,
  /** For this long a sender may change or delete a message. */
  messageChange: 15 * MINUTE,
  /** A customer whose session is over may still take the conversation along for this long. */
  conversationKept: 30 * MINUTE,
  /** Of a conversation as it is mailed, its last messages; the whole one is there as a file. */
  mailedText: 100_000,
  /** Of one session, whoever of its customers asks. */
  conversationMailsPerHour: 5,
  /** Codes that are mailed to addresses nobody was invited at: of one session, and of a whole site. */
  conversationCodesPerHour: 5,
  conversationCodesPerSiteHour: 120,
  conversationCodeLife: 15 * MINUTE,
  conversationCodeTries: 5,
  /** From one address, whoever asks there. */
  conversationMailsPerAddress: 30,
  noteBody: 20_000,
  /** One update of a note in base64, and a note's whole history of merging in bytes. */
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
  /** An image of 256 KiB as text, and room around it. */
  requestBytes: 384 * 1024,
  imageBytes: 256 * 1024,
  /** A font with all of Hangul and every weight has about this size. */
  fontBytes: 2 * 1024 * 1024,
  /** Of an image, in pixels. */
  imageSide: 4096,
  /** One GraphQL request, its fragments written out. Our own largest: 484 tokens, 698 fields, 6 levels, 5 aliases. */
  queryTokens: 2000,
  queryFields: 2000,
  queryAliases: 30,
  /** The usual question for the whole schema goes 15 levels deep. */
  queryDepth: 16,
  queryRootFields: 10,
  /** Who can have no socket reads the log step by step: events of one answer, and how long it waits for the first. */
  eventsStep: 100,
  eventsWait: 5 * SECOND,
  /** Between two such steps somebody counts as here; longer than a slow line needs to ask again. */
  eventsGap: 8 * SECOND,
  /** What an answer may hold at most, each list as long as it may be. Our own largest, a report: some 44,000. */
  queryObjects: 50_000,
  /** Messages that a seat is given at once; earlier ones are asked for by number. */
  messagesPerPage: 200,
  /** What one socket may follow at once, and what one seat, account or token may with all of theirs. */
  subscriptionsPerSocket: 20,
  subscriptionsPerOwner: 40,
  /** Windows of one seat, and windows of one account or connections of one token: the one heard least lately goes. */
  socketsPerSeat: 6,
  socketsPerAccount: 20,
  /** A socket is read no faster than this; so many messages at once are still taken. */
  socketMessagesPerSecond: 20,
  socketMessagesAtOnce: 100,
  /** With so many bytes unread, a socket of which nothing was taken for so long is closed. */
  socketUnread: 8 * 1024 * 1024,
  socketStuck: 30 * SECOND,
  /** Of answers to pings; whoever doesn't read them gets no more. */
  socketUnreadPongs: 64 * 1024,
  /** Changes of one seat, account or token; so many at once are still taken. */
  actsPerSecond: 10,
  actsAtOnce: 40,
  /** Of those that are taken, so many are done at the same time. */
  actsTogether: 4,

  /** A question without an answer is a no after this long. */
  consentAnswer: 120 * SECOND,
  /** How long the browser's own picker may stand open before the request is given up. */
  sharePicker: 10 * MINUTE,
  /** From the choice in the picker until the media server has the picture; after it the share has failed. */
  shareStart: 15 * SECOND,
  /** A consent for once that could not be used, through no will of anybody, spares the question for this long. */
  unusedGrant: 2 * MINUTE,
  tenMinuteGrant: 10 * MINUTE,
  /** Requests of one CSR to one customer within a minute: no nagging. */
  consentRequestsPerMinute: 3,

  /** Both sides are told this long before a session ends by itself. */
  endWarning: 60 * SECOND,
  /** A session is looked at this often at least, so that a changed time limit counts soon. */
  limitsLook: 5 * MINUTE,

  /** After this long without a connection a participant counts as disconnected. */
  disconnectGrace: 5 * SECOND,
  /** A CSR gone for this long is told to the customer. */
  csrAway: 120 * SECOND,

  invitationLife: 24 * HOUR,
  /** For a new member of staff to choose a password. */
  staffInvitationLife: 7 * 24 * HOUR,
  passwordLinkLife: 60 * MINUTE,
  passwordLinksPerHour: 5,
  /** Whoever asks for them. */
  passwordLinksPerAccount: 20,
  /** To confirm a new mail address of an account. */
  addressLinkLife: 24 * HOUR,
  testMailsPerHour: 20,
  /** A mail that the server does not take is tried again for this long, if its link or its session lives so long. */
  mailTriedFor: 4 * HOUR,
  /** The pause before the second try; each later one is twice as long, up to the longest. */
  mailPause: MINUTE,
  mailLongestPause: 30 * MINUTE,
  /** One try at handing a mail over. A server may think for minutes about what it got (RFC 5321, 4.5.3.2). */
  mailHandover: 10 * MINUTE,
  mailsAtOnce: 5,
  /** To one address, whoever asks; what is above waits. */
  mailsPerRecipientHour: 20,
  /** Mails that are over, sent or not, of which a site keeps the newest; with their texts where no mail server is set. */
  mailsKept: 500,
  /** Of what a mail server answers. */
  mailAnswer: 300,
  hostNames: 10,
  hostChecksPerHour: 60,
  /** An address that doesn't answer in this time leads nowhere. */
  hostAnswer: 5 * SECOND,
  /** A file with new members of staff. */
  importBytes: 128 * 1024,
  importRows: 500,
  /** A number is not given out again for this long after its session ended. */
  numberRest: 24 * HOUR,

  guessesPerAddress: 5,
  guessWindow: 15 * MINUTE,
  /** Wrong numbers at the whole site within a minute, after which whoever has typed one has to wait with the next. */
  guessesPerSiteMinute: 100,
  /** Wrong numbers of one network (IPv4 /24, IPv6 /48) in the window, after which everybody in it has to wait. */
  guessesPerNetwork: 50,
  /** How long such a try waits, and how many may wait at once: of one network, and altogether. */
  guessDelay: 2 * SECOND,
  delayedPerNetwork: 4,
  delayedGuesses: 200,
  /** Tries of one address that may stand in line: they are looked at one after the other. */
  triesInLine: 100,

  /** People who wait at the door of one session at the same time, and within an hour. */
  waitingPerSession: 10,
  newcomersPerHour: 200,
  /** Of one address at one session, within the window of guesses. */
  newcomersPerAddress: 5,

  /** Of one network (IPv4 /24, IPv6 /48), and of a browser that the account knows. */
  signInTriesPerAccount: 5,
  /** Wrong passwords at one account from everywhere, after which each further try of a stranger has to wait. */
  signInTriesEverywhere: 20,
  signInTriesPerAddress: 30,
  signInWindow: 15 * MINUTE,
  staffSessionLife: 30 * 24 * HOUR,
  staffSessionIdle: 7 * 24 * HOUR,
  /** A browser is known to an account for this long, and so many of them. */
  deviceLife: 365 * 24 * HOUR,
  devicesPerAccount: 20,
  /** A token for the media server lives this long; joining again asks for a new one. */
  mediaTokenLife: 10 * MINUTE,
  liveSessionsPerCsr: 4,

  /** What a browser may send as a name; the cleaned one is much shorter. */
  fileName: 1000,
  fileMegabytes: 5 * 1024,
  fileRetentionDays: 30,
  /** Files of one session, in any state. */
  filesPerSession: 500,
  /** Of all files of one session that are there or may still come, in bytes: four of the largest. */
  filesBytesPerSession: 20 * 1024 ** 3,
  /** What files leave of the disk to the database beside them: a share of it, and bytes at most. */
  diskReserveShare: 0.05,
  diskReserve: 1024 ** 3,
  /** Files that one person sends at the same time. */
  filesInTransit: 30,
  /** An upload that nobody went on with for this long is given up. */
  fileUploadIdle: 24 * HOUR,
  fileLinkLife: 10 * MINUTE,
  /** A virus scanner that can't be reached is asked again after this long. */
  fileCheckAgain: 15 * SECOND,
} as const;
