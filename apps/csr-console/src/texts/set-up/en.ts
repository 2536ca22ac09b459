/** The list of what a new installation still needs. `next` leads there. */
export const en = {
  setUp: {
    title: 'Get ready for others',
    count: '{done} of {all} done',
    isDone: 'done',
    putAway: 'Hide this list',
    isAway: 'The list “Get ready for others” is hidden. You can show it again here or on your account page.',
    bringBack: 'Show the list',
    step: {
      ADDRESS: {
        title: 'An address others can reach',
        lead: 'Links only work on this computer, so no one else can open them. Set an address for your site.',
        next: 'Set an address',
      },
      MAIL_SERVER: {
        title: 'An email server',
        lead: 'Invitations, password links and chats are sent by email. Until SMTP_URL is set at the start, you share them yourself.',
        next: 'Check email',
      },
      OWN_EMAIL: {
        title: 'Your own email address',
        lead: 'You still sign in as owner@localhost, which can’t receive email, not even a link if you forget your password.',
        next: 'Enter your address',
      },
      PEOPLE: {
        title: 'Your colleagues',
        lead: 'No one else has signed in yet. Invite the people who help customers with you, and a second owner.',
        next: 'Invite colleagues',
      },
      LOOK: {
        title: 'Your branding',
        lead: 'Customers see Tandem’s logo and colour. With yours, they know they’re in the right place.',
        next: 'Set up branding',
      },
      PRACTICE: {
        title: 'A first practice session',
        lead: 'In two minutes you’ll see a session from both sides.',
        next: 'Start practice',
      },
    },
    mailBroken: 'An email server is set up, but emails don’t get through. See its reply for the reason.',
  },
};
