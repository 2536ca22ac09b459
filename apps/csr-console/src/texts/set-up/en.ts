/** The list of what a new installation still needs. `next` leads there. */
export const en = {
  setUp: {
    title: 'Ready for others',
    count: '{done} of {all} done',
    isDone: 'done',
    putAway: 'Put this list away',
    isAway: 'The list “Ready for others” is put away. You can bring it back here, or on your account page.',
    bringBack: 'Bring the list back',
    step: {
      ADDRESS: {
        title: 'An address that people can reach',
        lead: 'Links lead to this computer alone, so nobody else can open them. Give your site an address.',
        next: 'Set an address',
      },
      MAIL_SERVER: {
        title: 'A mail server',
        lead: 'Invitations, new passwords and conversations go out by mail. Until SMTP_URL is set at the start, you hand them over by hand.',
        next: 'How mail is doing',
      },
      OWN_EMAIL: {
        title: 'Your own mail address',
        lead: 'You still sign in as owner@localhost, where no mail reaches you. Not even a new password, should you forget yours.',
        next: 'Give your address',
      },
      PEOPLE: {
        title: 'Your colleagues',
        lead: 'Nobody else has signed in yet. Invite those who help customers with you, and a second owner.',
        next: 'Invite colleagues',
      },
      LOOK: {
        title: 'Your look',
        lead: 'Customers see our mark and colour. With yours they know where they are.',
        next: 'Choose a look',
      },
      PRACTICE: {
        title: 'A first practice session',
        lead: 'Two minutes, and you have seen a session from both sides.',
        next: 'Practise now',
      },
    },
    mailBroken: 'A mail server is set, but mails do not get through to it. See there what it says.',
  },
};
