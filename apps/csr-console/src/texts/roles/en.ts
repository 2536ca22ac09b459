/** What the console says of roles: what each permission is, and how a site makes its own. */
export const en = {
  roles: {
    own: 'Custom roles',
    ownEmpty: 'No custom roles yet. Duplicate a role that’s close, then adjust its permissions.',
    builtIn: 'Built-in roles',
    builtInLead: 'They’re the same at every site. To adjust one, duplicate it.',
    new: 'New role',
    copy: 'Duplicate',
    copyOf: 'Copy of {name}',
    change: 'Edit',
    delete: 'Delete',
    named: '{act}: {name}',
    people: 'No one has it | 1 person has it | {count} people have it',
    show: 'Show who has it',
    changeTitle: 'Edit “{name}”',
    name: 'Role name',
    nameHint: 'Shown like this in every language.',
    may: 'Permissions',
    comesWith: 'Included in: {what}',
    lacking: 'You don’t have this permission, so you can’t give it.',
    atOnce: 'Changes take effect immediately for everyone with this role. No one has to sign in again.',
    need: 'Choose at least one permission.',
    nothing: 'Nothing beyond their own account.',
    deleteTitle: 'Delete “{name}”?',
    deleteUnused: 'No one has this role. You can restore it from the history.',
    deleteUsed:
      '1 person has this role. Choose another role for them. | {count} people have this role. Choose another role for them.',
    moveTo: 'Replacement role',
    history: 'History of custom roles',
    noHistory: 'No custom roles yet. Every change appears here with the name of who made it.',
    made: 'Created',
    renamed: 'Previously “{name}”',
    added: 'Permission added: {what}',
    taken: 'Permission removed: {what}',
    deleted: 'Deleted',
    group: {
      sessions: 'Helping customers',
      reports: 'Reports',
      replies: 'Canned replies',
      people: 'People',
      site: 'Running the site',
      watch: 'Unexpected calls, tokens and email',
    },
    permission: {
      account: { manage: { label: 'Own account', hint: 'Change their own name, picture, password and language.' } },
      sessions: {
        start: { label: 'Start sessions', hint: 'Start a session and invite the customer.' },
        take: { label: 'Take part in sessions', hint: 'Help a colleague in a session, and take control.' },
        read: { label: 'View own sessions', hint: 'View a live session that they started or lead.' },
        list: { label: 'List own sessions', hint: 'The list of sessions they took part in.' },
        listAll: { label: 'List everyone’s sessions', hint: 'The list of all sessions of the site.' },
      },
      reports: {
        read: { label: 'Read own reports', hint: 'What happened in the sessions they took part in.' },
        readAll: { label: 'Read everyone’s reports', hint: 'What happened in any session of the site.' },
      },
      chat: {
        readEarlier: {
          label: 'Read earlier versions of messages',
          hint: 'What messages said before they were edited or deleted.',
        },
      },
      notes: {
        readPrivate: { label: 'Read private notes', hint: 'Notes that representatives wrote for themselves.' },
      },
      cannedReplies: {
        use: { label: 'Use canned replies', hint: 'Insert them into messages, and keep their own.' },
        manage: { label: 'Edit the site’s canned replies', hint: 'Those every representative can use.' },
      },
      users: {
        read: { label: 'View users and roles', hint: 'Who works here, and what each person can do.' },
        manage: { label: 'Invite and edit users', hint: 'Invite people, give roles, disable accounts.' },
      },
      roles: { manage: { label: 'Create and edit roles', hint: 'Up to the permissions they have themselves.' } },
      owners: { manage: { label: 'Make owners', hint: 'Only owners can make other people owners.' } },
      settings: {
        read: { label: 'View settings', hint: 'Settings, branding, email templates and the agreement.' },
        change: { label: 'Change settings', hint: 'How sessions, files and screens work at this site.' },
      },
      branding: { change: { label: 'Change branding', hint: 'The logo, colour and wording that customers see.' } },
      agreements: { change: { label: 'Publish the agreement', hint: 'What customers accept before they join.' } },
      templates: {
        change: { label: 'Edit email templates', hint: 'The wording of the emails the site sends.' },
        lock: { label: 'Lock email templates', hint: 'Keep others from changing a template.' },
      },
      concerns: {
        read: { label: 'View unexpected calls', hint: 'What customers reported about unexpected calls.' },
        handle: { label: 'Handle unexpected calls', hint: 'Get an email about each report, and mark it as resolved.' },
      },
      tokens: {
        manage: { label: 'Create API tokens', hint: 'Give other systems access, up to their own permissions.' },
      },
      mail: {
        readCaught: {
          label: 'View unsent email',
          hint: 'What couldn’t be sent, and why. Without an email server, also what it says.',
        },
      },
    },
  },
};
